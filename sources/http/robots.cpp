#include "sources/http/robots.h"

#include <cstring>

#include <fmt/format.h>

#include "sources/http/robots_reader.h"

namespace claimtrail {
namespace {

/// What robots.txt is asked about: path and query, from "/", in the spelling rules are compared in.
std::string path_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos && scheme < url.find_first_of("/?")) {
    url.remove_prefix(scheme + 3);
    url.remove_prefix(std::min(url.find_first_of("/?;"), url.size()));
  }
  const std::string path = normalise_for_robots(url, RobotsText::address);
  return path.starts_with('/') ? path : "/" + path;
}

/// Where `piece` next stands in `text`, in linear time whatever they hold.
std::size_t find(std::string_view text, std::string_view piece) {
  if (piece.empty()) return 0;
  const void* place = memmem(text.data(), text.size(), piece.data(), piece.size());
  if (place == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(place) - text.data());
}

/// "/news/" for "/news/index.html" and "/news/index.htm"; empty for anything else.
std::string_view index_directory(std::string_view pattern) {
  for (const std::string_view name : {"/index.html", "/index.htm"}) {
    if (pattern.ends_with(name)) return pattern.substr(0, pattern.size() - name.size() + 1);
  }
  return {};
}

}  // namespace

std::string RobotsDecision::reason() const {
  if (line == 0) return "nothing in robots.txt forbids it";
  return fmt::format("robots.txt line {}: {}", line, rule);
}

RobotsRules RobotsRules::parse(std::string_view bytes) {
  RobotsReader reader;
  reader.read(bytes);
  return reader.take();
}

std::vector<std::pair<const RobotsRules::Group*, const RobotsRules::Agent*>>
RobotsRules::groups_for(std::string_view agent) const {
  agent = agent.substr(0, agent.find_first_of("/ \t"));
  // A name that is no product token (it holds digits) is no group's either.
  const std::string token = product_token(agent);
  std::vector<std::pair<const Group*, const Agent*>> own;
  std::vector<std::pair<const Group*, const Agent*>> anyone;
  for (const Group& group : groups_) {
    const Agent* named = nullptr;
    const Agent* star = nullptr;
    for (const Agent& each : group.agents) {
      if (named == nullptr && token.size() == agent.size() && each.token == token) named = &each;
      if (star == nullptr && each.token == "*") star = &each;
    }
    if (named != nullptr) own.emplace_back(&group, named);
    if (star != nullptr) anyone.emplace_back(&group, star);
  }
  return own.empty() ? anyone : own;
}

bool RobotsRules::matches(const Rule& rule, std::string_view path) {
  std::string_view pattern = rule.pattern;
  const std::size_t first = std::min(pattern.find('*'), pattern.size());
  if (!path.starts_with(pattern.substr(0, first))) return false;
  path.remove_prefix(first);
  pattern.remove_prefix(first);
  // Each piece between two stars is taken where it first occurs; the last one of a rule that ends
  // in "$" must close the address.
  while (!pattern.empty()) {
    pattern.remove_prefix(1);
    const std::size_t star = pattern.find('*');
    const std::string_view piece = pattern.substr(0, star);
    if (star == std::string_view::npos && rule.to_the_end) return path.ends_with(piece);
    const std::size_t place = find(path, piece);
    if (place == std::string_view::npos) return false;
    path.remove_prefix(place + piece.size());
    pattern.remove_prefix(piece.size());
  }
  return !rule.to_the_end || path.empty();
}

RobotsDecision RobotsRules::decide(std::string_view agent, std::string_view url) const {
  const std::string path = path_of(url);
  RobotsDecision decision;
  const auto groups = groups_for(agent);
  if (!groups.empty()) decision.group = groups.front().second->written;
  std::size_t longest = 0;
  const auto consider = [&](const Rule& rule, std::size_t length, const Agent& under) {
    const bool wins = length > longest || (length == longest && decision.line != 0 &&
                                           rule.access == RobotsAccess::allowed &&
                                           decision.access == RobotsAccess::disallowed);
    if (!wins) return;
    longest = length;
    decision = {rule.access, rule.line, rule.text, under.written};
  };
  for (const auto& [group, under] : groups) {
    for (const Rule& rule : group->rules) {
      if (matches(rule, path)) {
        consider(rule, rule.length(), *under);
      } else if (rule.access == RobotsAccess::allowed && !rule.to_the_end) {
        const std::string_view directory = index_directory(rule.pattern);
        if (!directory.empty() && path == directory) consider(rule, directory.size() + 1, *under);
      }
    }
  }
  return decision;
}

std::optional<std::chrono::milliseconds> RobotsRules::crawl_delay(std::string_view agent) const {
  std::optional<std::chrono::milliseconds> longest;
  for (const auto& [group, under] : groups_for(agent)) {
    for (const Agent& each : group->agents) {
      if (each.token != under->token || !each.delay) continue;
      longest = std::max(longest.value_or(*each.delay), *each.delay);
    }
  }
  return longest;
}

}  // namespace claimtrail
