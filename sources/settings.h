#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/yaml.h"
#include "core/model/time.h"

#include "sources/http/http_client.h"
#include "sources/schedule/schedule.h"

namespace claimtrail {

enum class SourceKind { feed, page, sitemap, directory, warc };
enum class RobotsPolicy { obey, ignore };
/// Who rests when an answer asks for a pause: the one address, its host, or every host of its
/// registrable domain.
enum class BackoffScope { url, host, domain };
/// Whether links in the text of a report that lead to another outlet's are fetched, one step deep.
enum class CitedReports { leave, fetch };

/// Between which lengths an `adaptive` source's interval moves.
struct AdaptiveBounds {
  long long from_ms = 900'000;   ///< a quarter of an hour
  long long to_ms = 86'400'000;  ///< a day
};

/// One entry of the config's `sources`.
struct SourceSettings {
  std::string id;
  std::string outlet;  ///< empty: whatever the pages say
  SourceKind kind = SourceKind::feed;
  std::string location;       ///< URL as written, or path (absolute)
  std::string schedule_text;  ///< the cron expression as written; empty with `every`
  std::optional<CronExpression> schedule;
  long long every_ms = 0;             ///< 0: see `schedule`; neither: once an hour
  std::vector<long long> revisit_ms;  ///< the ladder, ascending; empty: never again
  std::string timezone;  ///< IANA; of its schedule (empty: the desk's) and of the times in its feed
                         ///< that name no zone (empty: UTC)
  RobotsPolicy robots = RobotsPolicy::obey;
  bool enabled = true;
  std::optional<long long> max_bytes;
  std::optional<BackoffScope> backoff_scope;  ///< empty: as `fetch` says
  std::optional<CitedReports> cited;          ///< empty: as `fetch` says
  /// Then `every` is only where it begins, and the interval follows how often something new is
  /// published.
  std::optional<AdaptiveBounds> adaptive;
  // Of a sitemap: entries older than this are left alone (those without a date are not), and this
  // many reports are brought in one run, the newest first, the rest in the next.
  long long newer_than_ms = 7LL * 86'400'000;
  int max_new = 100;
};

/// How sources are treated, besides what the client itself keeps to.
struct FetchManners {
  BackoffScope backoff_scope = BackoffScope::host;
  long long full_every_ms = 7LL * 86'400'000;  ///< then an address is fetched without validators
  CitedReports cited = CitedReports::leave;
  int cited_per_report = 5;
  long long max_crawl_delay_ms = 60'000;  ///< what of a longer Crawl-delay is honoured
};

/// The config's `fetch`. The user agent is the desk's to fill in.
struct FetchSettings {
  HttpOptions http;
  HttpLimits limits;
  FetchManners manners;
};

/// Reads the `fetch` section (may be null): per_host_delay, timeout, connect_timeout, max_bytes,
/// max_ratio (of decoded bytes to sent ones), jobs, jobs_per_host, max_redirects, ca_file,
/// allow_private_networks (true, false or a list of networks such as "192.168.4.0/24"),
/// backoff_scope (url, host or domain), full_every, cited (true or false), cited_per_report,
/// max_crawl_delay. Relative paths are taken from `directory`. Everything wrong is added to
/// `problems`.
[[nodiscard]] FetchSettings read_fetch_settings(const YamlDocument& document,
                                                const YamlNode* section,
                                                const std::string& directory,
                                                std::vector<Diagnostic>& problems);

/// Reads the `sources` section (may be null): id, one of feed, page, sitemap, directory and warc,
/// one of schedule and every, and outlet, revisit, timezone, robots, enabled, max_bytes,
/// backoff_scope, cited, adaptive (true or {from, to}), and for a sitemap newer_than and max_new.
/// Relative paths are taken from `directory`. Everything wrong is added to `problems`, a mistake
/// inside a cron expression at its own column. An entry without an id or with one given before is
/// left out, and so are kinds this version cannot fetch; those are errors too.
[[nodiscard]] std::vector<SourceSettings> read_source_settings(const YamlDocument& document,
                                                               const YamlNode* section,
                                                               const std::string& directory,
                                                               std::vector<Diagnostic>& problems);

[[nodiscard]] const char* to_string(SourceKind kind);
[[nodiscard]] const char* to_string(BackoffScope scope);

/// When the source is next due after `last_attempt` by its own schedule: by cron expression in its
/// zone, or its interval. Never attempted: now.
///
/// An interval of a minute or more runs on a grid whose phase is made from the source's id, so that
/// a thousand hourly sources spread over the hour and a run that comes a little late does not push
/// all later ones back: due is the first point of the grid at least half an interval after the last
/// attempt. `learnt_every_s` stands for the interval of an adaptive source.
[[nodiscard]] Timestamp next_due(const SourceSettings& source, const std::string& desk_timezone,
                                 std::optional<Timestamp> last_attempt, Timestamp now,
                                 std::optional<std::int64_t> learnt_every_s = {});

}  // namespace claimtrail
