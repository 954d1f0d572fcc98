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
  std::string timezone;               ///< IANA; empty: the desk's
  RobotsPolicy robots = RobotsPolicy::obey;
  bool enabled = true;
  std::optional<long long> max_bytes;
};

/// The config's `fetch`. The user agent is the desk's to fill in.
struct FetchSettings {
  HttpOptions http;
  HttpLimits limits;
};

/// Reads the `fetch` section (may be null): per_host_delay, timeout, connect_timeout, max_bytes,
/// jobs, jobs_per_host, max_redirects, allow_private_networks (true, false or a list of networks
/// such as "192.168.4.0/24"). Everything wrong is added to `problems`.
[[nodiscard]] FetchSettings read_fetch_settings(const YamlDocument& document,
                                                const YamlNode* section,
                                                std::vector<Diagnostic>& problems);

/// Reads the `sources` section (may be null): id, one of feed, page, sitemap, directory and warc,
/// one of schedule and every, and outlet, revisit, timezone, robots, enabled, max_bytes. Relative
/// paths are taken from `directory`. Everything wrong is added to `problems`, a mistake inside a
/// cron expression at its own column. An entry without an id or with one given before is left out,
/// and so are kinds this version cannot fetch; those are errors too.
[[nodiscard]] std::vector<SourceSettings> read_source_settings(const YamlDocument& document,
                                                               const YamlNode* section,
                                                               const std::string& directory,
                                                               std::vector<Diagnostic>& problems);

[[nodiscard]] const char* to_string(SourceKind kind);

/// When the source is next due after `last_attempt`: by cron expression in its zone, or its
/// interval from the minute it was last tried in. Never attempted: now.
[[nodiscard]] Timestamp next_due(const SourceSettings& source, const std::string& desk_timezone,
                                 std::optional<Timestamp> last_attempt, Timestamp now);

}  // namespace claimtrail
