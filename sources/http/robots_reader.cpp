#include "sources/http/robots_reader.h"

#include <array>
#include <charconv>
#include <cmath>

namespace claimtrail {
namespace {

// A line is followed this far; the rest of it is not read.
constexpr std::size_t kMostLineBytes = 16 * 1024;

constexpr std::string_view kBlank = " \t\v\f";

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) letter = lower(letter);
  return result;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (lower(digit) >= 'a' && lower(digit) <= 'f') return lower(digit) - 'a' + 10;
  return -1;
}

bool is_letter(char letter) { return lower(letter) >= 'a' && lower(letter) <= 'z'; }

bool unreserved(char letter) {
  return is_letter(letter) || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' ||
         letter == '_' || letter == '~';
}

void append_encoded(std::string& result, char letter) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(letter);
  result += '%';
  result += kDigits[byte >> 4U];
  result += kDigits[byte & 15U];
}

}  // namespace

std::string normalise_for_robots(std::string_view text, RobotsText kind) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    const int high = letter == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      const auto decoded = static_cast<char>(high * 16 + low);
      if (unreserved(decoded)) {
        result += decoded;
      } else {
        append_encoded(result, decoded);
      }
      i += 2;
    } else if (letter == '$' || (letter == '*' && kind == RobotsText::address) ||
               (static_cast<unsigned char>(letter) >= 0x80 && kind == RobotsText::pattern)) {
      append_encoded(result, letter);
    } else {
      result += letter;
    }
  }
  return result;
}

std::string product_token(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() &&
         (is_letter(text[length]) || text[length] == '-' || text[length] == '_')) {
    ++length;
  }
  return lower(text.substr(0, length));
}

void RobotsReader::read(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  bytes = bytes.substr(0, RobotsRules::kMostBytes);
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    ++line_;
    read_line(bytes.substr(0, std::min(end, kMostLineBytes)));
    bytes.remove_prefix(end);
    bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, bytes.size()));
  }
}

void RobotsReader::read_line(std::string_view line) {
  line = trim(line.substr(0, line.find('#')));
  std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) {
    // "Disallow /private": a blank for the colon, where that leaves two words.
    colon = line.find_first_of(kBlank);
    if (colon == std::string_view::npos) return;
    if (trim(line.substr(colon)).find_first_of(kBlank) != std::string_view::npos) return;
  }
  const std::string_view value = trim(line.substr(colon + 1));
  switch (key_of(trim(line.substr(0, colon)))) {
    case Key::agent:
      return add_agent(value);
    case Key::allow:
      return add_rule(RobotsAccess::allowed, value, line);
    case Key::disallow:
      return add_rule(RobotsAccess::disallowed, value, line);
    case Key::delay:
      return note_delay(value);
    case Key::sitemap:
      if (!value.empty()) rules_.sitemaps_.emplace_back(value);
      return;
    case Key::other:
      return;
  }
}

RobotsReader::Key RobotsReader::key_of(std::string_view name) {
  struct Row {
    std::string_view name;
    Key key;
  };
  constexpr std::array<Row, 14> kKeys{{{"user-agent", Key::agent},
                                       {"useragent", Key::agent},
                                       {"user agent", Key::agent},
                                       {"allow", Key::allow},
                                       {"disallow", Key::disallow},
                                       {"dissallow", Key::disallow},
                                       {"dissalow", Key::disallow},
                                       {"disalow", Key::disallow},
                                       {"diasllow", Key::disallow},
                                       {"disallaw", Key::disallow},
                                       {"crawl-delay", Key::delay},
                                       {"crawldelay", Key::delay},
                                       {"sitemap", Key::sitemap},
                                       {"site-map", Key::sitemap}}};
  const std::string wanted = lower(name);
  for (const Row& row : kKeys) {
    if (row.name == wanted) return row.key;
  }
  return Key::other;
}

void RobotsReader::add_agent(std::string_view value) {
  if (!open_for_agents_) rules_.groups_.emplace_back();
  open_for_agents_ = true;
  const bool anyone = value == "*" || (value.size() > 1 && value[0] == '*' &&
                                       kBlank.find(value[1]) != std::string_view::npos);
  RobotsRules::Agent agent;
  agent.token = anyone ? "*" : product_token(value);
  agent.written = anyone ? "*" : value;
  if (!agent.token.empty()) rules_.groups_.back().agents.push_back(std::move(agent));
}

void RobotsReader::add_rule(RobotsAccess access, std::string_view value, std::string_view line) {
  open_for_agents_ = false;
  if (value.empty() || rules_.groups_.empty()) return;
  RobotsRules::Rule rule{access, {}, value.ends_with('$'), line_, std::string(line)};
  if (rule.to_the_end) value.remove_suffix(1);
  rule.pattern = normalise_for_robots(value, RobotsText::pattern);
  rules_.groups_.back().rules.push_back(std::move(rule));
}

void RobotsReader::note_delay(std::string_view value) {
  if (rules_.groups_.empty()) return;
  double seconds = 0;
  const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  constexpr double kMost = 1e9;
  if (wrong != std::errc{} || end != value.data() + value.size()) return;
  if (!std::isfinite(seconds) || seconds < 0 || seconds > kMost) return;
  const std::chrono::milliseconds delay{static_cast<long long>(seconds * 1000)};
  for (auto& agent : rules_.groups_.back().agents) agent.delay = delay;
}

}  // namespace claimtrail
