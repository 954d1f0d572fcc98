#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

namespace claimtrail {

/// A five-field cron expression (minute hour day month weekday; names, ranges, steps, lists,
/// @hourly and friends), in a time zone. When both day fields are restricted either may match, as
/// in Vixie cron.
class CronExpression {
 public:
  /// `column` of a failure is the 1-based place in `text` of the part that is wrong.
  [[nodiscard]] static Result<CronExpression> parse(std::string_view text);

  /// The first time after `after` that matches, to the minute, in the named IANA zone. A time
  /// skipped by a clock change runs at the moment of the change; one that occurs twice runs once.
  /// Nothing when no day within five years matches (30 February).
  [[nodiscard]] std::optional<Timestamp> next(Timestamp after, const std::string& timezone) const;

 private:
  std::uint64_t minutes_ = 0;
  std::uint32_t hours_ = 0;
  std::uint32_t days_ = 0;
  std::uint16_t months_ = 0;
  std::uint8_t weekdays_ = 0;
  bool any_day_ = true;
  bool any_weekday_ = true;
};

/// True when the tz database knows the name.
[[nodiscard]] bool known_timezone(const std::string& name);

}  // namespace claimtrail
