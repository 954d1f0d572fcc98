#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

namespace claimtrail {

/// A five-field cron expression (minute hour day month weekday) in a time zone, read as crontab(5)
/// of Debian's cron reads it: lists, ranges, steps on ranges and on "*", names of months and
/// weekdays in English (first three letters or whole), 0 and 7 for Sunday, and @yearly, @annually,
/// @monthly, @weekly, @daily, @midnight, @hourly. When neither day field begins with "*" either may
/// match. Beyond crontab(5), names may stand in ranges, and a weekday range may end on Sunday
/// ("FRI-SUN").
class CronExpression {
 public:
  /// A failure's message says what is wrong and its hint what to write; its `column` is the 1-based
  /// place in `text` of the part that is wrong (one past the end where something is missing). Text
  /// that can never match ("0 0 30 2 *") is a failure too.
  [[nodiscard]] static Result<CronExpression> parse(std::string_view text);

  /// The first time after `after` that matches, to the minute, in the named IANA zone. A time
  /// skipped by a clock change runs at the moment of the change; one that occurs twice runs once,
  /// the first time. An expression whose hour or minute field begins with "*" follows elapsed time
  /// instead, as in Debian's cron: nothing of it is moved, and both passes of a repeated hour
  /// match. Nothing when the zone is not known or its data cannot be read, or no day within nine
  /// years matches (29 February can be eight years away). Never throws; costs at most one look at
  /// each of those days.
  [[nodiscard]] std::optional<Timestamp> next(Timestamp after, const std::string& timezone) const;

 private:
  friend class CronReader;
  friend class CronWalk;
  [[nodiscard]] bool matches_day(Day local_day) const;

  std::uint64_t minutes_ = 0;  ///< bit n: minute n
  std::uint32_t hours_ = 0;    ///< bit n: hour n
  std::uint32_t days_ = 0;     ///< bit n: day n of the month
  std::uint16_t months_ = 0;   ///< bit n: month n
  std::uint8_t weekdays_ = 0;  ///< bit n: weekday n, Sunday 0
  bool any_day_ = true;        ///< the field begins with "*"
  bool any_weekday_ = true;
  bool real_time_ = true;  ///< the hour or the minute field begins with "*"
};

/// True when the tz database knows the name.
[[nodiscard]] bool known_timezone(const std::string& name);

/// How far the clocks of a zone stand from UTC when they show the day and time that `wall` names;
/// where they show it twice or never, as they stood before they were set. Nothing for a name that
/// is no zone.
[[nodiscard]] std::optional<std::chrono::minutes> offset_of_wall_clock(const std::string& timezone,
                                                                       Timestamp wall);

}  // namespace claimtrail
