#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace claimtrail {

/// A calendar day, without a time zone of its own.
using Day = std::chrono::sys_days;

/// An instant in UTC, whole seconds.
using Timestamp = std::chrono::sys_seconds;

/// A half-open range of days [from, to).
struct DayRange {
  Day from;
  Day to;

  [[nodiscard]] bool overlaps(DayRange other) const { return from < other.to && other.from < to; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

/// When a report says it was published. A publication known only to the day stays a day: `time` is
/// then empty. `day` is the day in the outlet's own time zone.
struct Published {
  Day day;
  std::optional<Timestamp> time;
  /// How far the clock it was written by stood from UTC; it is not kept in the database, so two
  /// that differ in it alone are equal.
  std::chrono::minutes offset{0};

  friend bool operator==(const Published& a, const Published& b) {
    return a.day == b.day && a.time == b.time;
  }
};

/// "2025-04-26".
[[nodiscard]] std::string format_day(Day day);

/// Reads exactly "YYYY-MM-DD"; nothing for any other shape or an impossible day.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// "2025-04-26T08:30:00Z" (RFC 3339).
[[nodiscard]] std::string format_timestamp(Timestamp time);

/// Reads RFC 3339 ("2025-04-26T10:30:00+02:00", with "T" or a blank, seconds and fractions
/// optional). A missing offset is read as UTC. Nothing for any other shape.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

/// Reads a day or an RFC 3339 time. The day of a time is the day written in it, not the day in UTC.
[[nodiscard]] std::optional<Published> parse_published(std::string_view text);

/// A day as "2025-04-26", a time as RFC 3339 in UTC.
[[nodiscard]] std::string format_published(const Published& published);

/// A day as "2025-04-26", a time as RFC 3339 by the clock it was written by, so that its first ten
/// characters are the outlet's own day ("2025-04-26T23:30:00-05:00").
[[nodiscard]] std::string format_as_written(const Published& published);

/// The clock, an interface so that tests can set it.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Timestamp now() const = 0;
};

/// The machine's clock; with SOURCE_DATE_EPOCH or CLAIMTRAIL_NOW (RFC 3339) set, the time they
/// name.
[[nodiscard]] const Clock& system_clock();

}  // namespace claimtrail
