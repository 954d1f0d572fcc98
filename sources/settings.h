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
  std::string outlet;
  SourceKind kind = SourceKind::feed;
  std::string location;       ///< URL or path (absolute)
  std::string schedule_text;  ///< the cron expression as written; empty with `every`
  std::optional<CronExpression> schedule;
  long long every_ms = 0;             ///< 0: see `schedule`; neither: once an hour
  std::vector<long long> revisit_ms;  ///< the ladder, ascending
  std::string timezone;               ///< IANA; empty: the desk's
  RobotsPolicy robots = RobotsPolicy::obey;
  bool enabled = true;
  std::optional<long long> max_bytes;
};

/// The config's `fetch`.
struct FetchSettings {
  HttpOptions http;
  HttpLimits limits;
};

/// Reads the `fetch` section (may be null) and the `sources` section. Paths are made absolute
/// against `directory`. Everything wrong is added to `problems`.
[[nodiscard]] FetchSettings read_fetch_settings(const YamlDocument& document,
                                                const YamlNode* section,
                                                std::vector<Diagnostic>& problems);
[[nodiscard]] std::vector<SourceSettings> read_source_settings(const YamlDocument& document,
                                                               const YamlNode* section,
                                                               const std::string& directory,
                                                               std::vector<Diagnostic>& problems);

/// When the source is next due after `last` (its last attempt): by cron expression in its zone, or
/// its interval. Never attempted: now.
[[nodiscard]] Timestamp next_due(const SourceSettings& source, const std::string& desk_timezone,
                                 std::optional<Timestamp> last_attempt, Timestamp now);

}  // namespace claimtrail
