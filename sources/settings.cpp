#include "sources/settings.h"

#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/model/names.h"

#include "sources/http/network_address.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

constexpr long long kMinute = 60'000;
constexpr long long kHour = 60 * kMinute;
constexpr long long kDay = 24 * kHour;
constexpr long long kMostBytes = 1'000'000'000;

constexpr std::array<Name<SourceKind>, 5> kKinds{{{SourceKind::feed, "feed"},
                                                  {SourceKind::page, "page"},
                                                  {SourceKind::sitemap, "sitemap"},
                                                  {SourceKind::directory, "directory"},
                                                  {SourceKind::warc, "warc"}}};
constexpr std::array<Name<BackoffScope>, 3> kScopes{
    {{BackoffScope::url, "url"}, {BackoffScope::host, "host"}, {BackoffScope::domain, "domain"}}};
constexpr const char* kKindNames = "feed, page, sitemap, directory or warc";

std::vector<long long> default_ladder() {
  return {kHour, 6 * kHour, kDay, 3 * kDay, 7 * kDay, 30 * kDay};
}

bool is_given(const YamlNode* node) {
  return node != nullptr && node->kind != YamlNode::Kind::null;
}

bool has_blank(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) <= ' '; });
}

std::optional<BackoffScope> read_scope(YamlMapReader& keys) {
  if (!keys.has("backoff_scope")) return std::nullopt;
  const std::string text = keys.one_of("backoff_scope", {"url", "host", "domain"}, "host");
  for (const auto& [scope, name] : kScopes) {
    if (text == name) return scope;
  }
  return std::nullopt;
}

CitedReports read_cited(YamlMapReader& keys) {
  return keys.boolean("cited", false) ? CitedReports::fetch : CitedReports::leave;
}

/// Reads one entry of `sources`.
class SourceReader {
 public:
  SourceReader(const YamlDocument& document, const YamlNode& entry, const std::string& directory,
               std::vector<Diagnostic>& problems)
      : document_(document),
        directory_(directory),
        problems_(problems),
        keys_(document, entry, problems),
        entry_(entry) {}

  /// Whether the entry can be used is for the caller to see from what was added to `problems`.
  SourceSettings read() {
    source_.id = keys_.required_string("id");
    if (has_blank(source_.id)) {
      keys_.problem(*keys_.node("id"), "bad-id", "an id holds no blanks",
                    "write a-b instead of a b");
    }
    source_.outlet = keys_.string("outlet");
    read_location();
    read_schedule();
    read_every();
    read_adaptive();
    read_ladder();
    read_timezone();
    const std::string robots = keys_.one_of("robots", {"obey", "ignore"}, "obey");
    source_.robots = robots == "ignore" ? RobotsPolicy::ignore : RobotsPolicy::obey;
    source_.enabled = keys_.boolean("enabled", true);
    read_max_bytes();
    source_.backoff_scope = read_scope(keys_);
    if (keys_.has("cited")) source_.cited = read_cited(keys_);
    read_sitemap_bounds();
    keys_.finish();
    return std::move(source_);
  }

 private:
  void read_location() {
    std::vector<std::string> given;
    for (const auto& [kind, name] : kKinds) {
      if (!is_given(keys_.node(name))) continue;
      given.emplace_back(name);
      source_.kind = kind;
    }
    if (given.empty()) {
      keys_.problem(entry_, "missing-key", "it is not said what to fetch",
                    fmt::format("give one of {}", kKindNames));
      return;
    }
    if (given.size() > 1) {
      keys_.problem(*keys_.node(given[1]), "conflicting-keys",
                    fmt::format("only one of {} can be given", fmt::join(given, " and ")),
                    "make a source of each");
      return;
    }
    const YamlNode& node = *keys_.node(given[0]);
    source_.location = keys_.required_string(given[0]);
    if (source_.location.empty()) return;
    if (source_.kind == SourceKind::directory || source_.kind == SourceKind::warc) {
      const std::filesystem::path path(source_.location);
      source_.location =
          (path.is_absolute() ? path : directory_ / path).lexically_normal().string();
    } else if (normalise_url(source_.location).empty()) {
      keys_.problem(node, "bad-url", fmt::format("'{}' is no http or https address", given[0]));
    }
  }

  void read_schedule() {
    const YamlNode* node = keys_.node("schedule");
    source_.schedule_text = keys_.string("schedule");
    if (source_.schedule_text.empty()) return;
    auto expression = CronExpression::parse(source_.schedule_text);
    if (expression) {
      source_.schedule = *expression;
      return;
    }
    const Diagnostic& wrong = expression.error();
    problems_.push_back(document_.at(node->line, column_of(*node, wrong.column), wrong.code,
                                     wrong.message, wrong.hint));
  }

  /// Where the place inside the scalar stands in the file: the value's own column where the line
  /// does not hold the scalar as it was read (folded lines, escapes).
  [[nodiscard]] int column_of(const YamlNode& node, int column) const {
    const auto line = static_cast<std::size_t>(node.line) - 1;
    const auto start = static_cast<std::size_t>(node.column) - (node.quoted ? 0 : 1);
    if (line >= document_.lines.size() || start > document_.lines[line].size()) return node.column;
    const bool as_read = document_.lines[line].compare(start, node.scalar.size(), node.scalar) == 0;
    return as_read ? static_cast<int>(start) + column : node.column;
  }

  void read_every() {
    const YamlNode* node = keys_.node("every");
    source_.every_ms = keys_.duration_ms("every", 0);
    if (!is_given(node)) return;
    if (is_given(keys_.node("schedule"))) {
      keys_.problem(*node, "conflicting-keys", "schedule and every exclude each other",
                    "keep one of them");
    } else if (node->is_scalar() && parse_duration_ms(node->scalar) && source_.every_ms < 1'000) {
      keys_.problem(*node, "out-of-range", "'every' must be a second or more");
    }
  }

  void read_adaptive() {
    const YamlNode* node = keys_.node("adaptive");
    if (!is_given(node)) return;
    AdaptiveBounds bounds;
    if (node->is_map()) {
      YamlMapReader keys(document_, *node, problems_);
      bounds.from_ms = keys.duration_ms("from", bounds.from_ms);
      bounds.to_ms = keys.duration_ms("to", bounds.to_ms);
      keys.finish();
    } else if (!keys_.boolean("adaptive", false)) {
      return;
    }
    if (is_given(keys_.node("schedule"))) {
      keys_.problem(*node, "conflicting-keys", "schedule and adaptive exclude each other",
                    "keep one of them");
    } else if (bounds.from_ms < kMinute || bounds.to_ms < bounds.from_ms) {
      keys_.problem(*node, "out-of-range",
                    "'adaptive' goes from a minute or more to something longer",
                    "write it like {from: 15m, to: 1d}");
    } else {
      source_.adaptive = bounds;
    }
  }

  void read_sitemap_bounds() {
    for (const char* key : {"newer_than", "max_new"}) {
      if (source_.kind != SourceKind::sitemap && is_given(keys_.node(key))) {
        keys_.problem(*keys_.node(key), "conflicting-keys",
                      fmt::format("'{}' belongs to a sitemap", key), "leave it out");
      }
    }
    source_.newer_than_ms = keys_.duration_ms("newer_than", source_.newer_than_ms);
    source_.max_new = static_cast<int>(keys_.integer("max_new", source_.max_new, 1, 100'000));
  }

  void read_ladder() {
    const YamlNode* node = keys_.node("revisit");
    if (!is_given(node)) {
      source_.revisit_ms = default_ladder();
      return;
    }
    for (const std::string& text : keys_.strings("revisit")) {
      const auto rung = parse_duration_ms(text);
      if (!rung || *rung <= 0) {
        keys_.problem(place_of(*node, text), "wrong-type",
                      fmt::format("'{}' is no length of time", text),
                      "write it like 15m, 6h, 3d or 1w");
      } else if (!source_.revisit_ms.empty() && *rung <= source_.revisit_ms.back()) {
        keys_.problem(place_of(*node, text), "out-of-order",
                      fmt::format("'{}' is not longer than the one before it", text),
                      "write the ladder from the shortest to the longest");
      } else {
        source_.revisit_ms.push_back(*rung);
      }
    }
  }

  [[nodiscard]] static const YamlNode& place_of(const YamlNode& list, const std::string& text) {
    for (const YamlNode& item : list.items) {
      if (item.scalar == text) return item;
    }
    return list;
  }

  void read_timezone() {
    source_.timezone = keys_.string("timezone");
    if (source_.timezone.empty() || known_timezone(source_.timezone)) return;
    keys_.problem(*keys_.node("timezone"), "unknown-timezone",
                  fmt::format("the time zone '{}' is not known", source_.timezone),
                  "write a name of the tz database, like Europe/Warsaw");
  }

  void read_max_bytes() {
    if (!keys_.has("max_bytes")) return;
    const long long bytes = keys_.bytes("max_bytes", 1);
    if (bytes < 1 || bytes > kMostBytes) {
      keys_.problem(*keys_.node("max_bytes"), "out-of-range", "'max_bytes' must be from 1 to 1GB");
    } else {
      source_.max_bytes = bytes;
    }
  }

  const YamlDocument& document_;
  const std::filesystem::path directory_;
  std::vector<Diagnostic>& problems_;
  YamlMapReader keys_;
  const YamlNode& entry_;
  SourceSettings source_;
};

long long positive(YamlMapReader& keys, std::string_view key, long long value, long long fallback) {
  if (value > 0) return value;
  keys.problem(*keys.node(key), "out-of-range", fmt::format("'{}' must be more than nothing", key));
  return fallback;
}

void read_private_networks(YamlMapReader& keys, HttpOptions& http) {
  constexpr std::string_view kKey = "allow_private_networks";
  const YamlNode* node = keys.node(kKey);
  if (node == nullptr || !node->is_sequence()) {
    http.allow_private_networks = keys.boolean(kKey, http.allow_private_networks);
    return;
  }
  for (const YamlNode& item : node->items) {
    if (item.is_scalar() && Network::parse(item.scalar)) {
      http.allowed_networks.push_back(item.scalar);
    } else {
      keys.problem(item, "wrong-type", "this is no network",
                   "write it like 192.168.4.0/24 or fd00::/8");
    }
  }
}

}  // namespace

const char* to_string(SourceKind kind) { return name_of(kKinds, kind); }
const char* to_string(BackoffScope scope) { return name_of(kScopes, scope); }

FetchSettings read_fetch_settings(const YamlDocument& document, const YamlNode* section,
                                  const std::string& directory, std::vector<Diagnostic>& problems) {
  FetchSettings settings;
  if (!is_given(section)) return settings;
  YamlMapReader keys(document, *section, problems);
  HttpLimits& limits = settings.limits;
  HttpOptions& http = settings.http;
  http.per_host_delay_ms = keys.duration_ms("per_host_delay", http.per_host_delay_ms);
  limits.total_timeout_ms =
      positive(keys, "timeout", keys.duration_ms("timeout", limits.total_timeout_ms),
               limits.total_timeout_ms);
  limits.connect_timeout_ms = positive(
      keys, "connect_timeout", keys.duration_ms("connect_timeout", limits.connect_timeout_ms),
      limits.connect_timeout_ms);
  limits.max_bytes =
      positive(keys, "max_bytes", keys.bytes("max_bytes", limits.max_bytes), limits.max_bytes);
  if (limits.max_bytes > kMostBytes) {
    keys.problem(*keys.node("max_bytes"), "out-of-range", "'max_bytes' must be from 1 to 1GB");
  }
  http.jobs = static_cast<int>(keys.integer("jobs", http.jobs, 1, 1'024));
  http.jobs_per_host =
      static_cast<int>(keys.integer("jobs_per_host", http.jobs_per_host, 1, 1'024));
  limits.max_redirects =
      static_cast<int>(keys.integer("max_redirects", limits.max_redirects, 0, 50));
  limits.max_ratio = keys.integer("max_ratio", limits.max_ratio, 2, 1'000'000);
  read_private_networks(keys, http);
  if (const std::string file = keys.string("ca_file"); !file.empty()) {
    http.ca_file = (std::filesystem::path(directory) / file).lexically_normal().string();
  }
  FetchManners& manners = settings.manners;
  manners.backoff_scope = read_scope(keys).value_or(manners.backoff_scope);
  manners.full_every_ms =
      positive(keys, "full_every", keys.duration_ms("full_every", manners.full_every_ms),
               manners.full_every_ms);
  manners.cited = read_cited(keys);
  manners.cited_per_report =
      static_cast<int>(keys.integer("cited_per_report", manners.cited_per_report, 1, 100));
  manners.max_crawl_delay_ms = keys.duration_ms("max_crawl_delay", manners.max_crawl_delay_ms);
  keys.finish();
  return settings;
}

std::vector<SourceSettings> read_source_settings(const YamlDocument& document,
                                                 const YamlNode* section,
                                                 const std::string& directory,
                                                 std::vector<Diagnostic>& problems) {
  std::vector<SourceSettings> sources;
  if (!is_given(section)) return sources;
  if (!section->is_sequence()) {
    problems.push_back(document.at(*section, "wrong-type", "'sources' must be a list",
                                   "begin each source with a dash"));
    return sources;
  }
  std::map<std::string, int> first_lines;
  for (const YamlNode& entry : section->items) {
    if (!entry.is_map()) {
      problems.push_back(document.at(entry, "wrong-type", "a source must be a map of keys",
                                     "write it like {id: herald, feed: \"https://…\"}"));
      continue;
    }
    SourceSettings source = SourceReader(document, entry, directory, problems).read();
    if (source.id.empty()) continue;
    const auto [first, is_new] = first_lines.emplace(source.id, entry.line);
    if (!is_new) {
      problems.push_back(document.at(*entry.find("id"), "duplicate-id",
                                     fmt::format("the source '{}' was given before", source.id),
                                     fmt::format("the first is in line {}", first->second)));
      continue;
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace claimtrail
