#include "sources/schedule/schedule.h"

#include <date/tz.h>

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::uint32_t kEveryHour = (1U << 24) - 1;
constexpr days kHorizon{9 * 366};

const date::time_zone* find_zone(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {  // a name that is not there, or a file that cannot be read
    return nullptr;
  }
}

bool has(std::uint64_t bits, long long value) { return ((bits >> value) & 1U) != 0; }

/// The instant at which a wall clock first shows the time, or is moved past it.
Timestamp first_instant(const date::time_zone& zone, date::local_seconds wall) {
  const date::local_info info = zone.get_info(wall);
  if (info.result == date::local_info::nonexistent) return info.first.end;
  return Timestamp{wall.time_since_epoch() - info.first.offset};
}

date::local_days local_day(const date::time_zone& zone, Timestamp instant) {
  return date::floor<days>(zone.to_local(instant));
}

}  // namespace

bool known_timezone(const std::string& name) { return find_zone(name) != nullptr; }

bool CronExpression::matches_day(Day local_day) const {
  const std::chrono::year_month_day date{local_day};
  if (!has(months_, static_cast<unsigned>(date.month()))) return false;
  const bool day = has(days_, static_cast<unsigned>(date.day()));
  const bool weekday = has(weekdays_, std::chrono::weekday{local_day}.c_encoding());
  return any_day_ || any_weekday_ ? day && weekday : day || weekday;
}

std::optional<Timestamp> CronExpression::next(Timestamp after, const std::string& timezone) const {
  const date::time_zone* zone = find_zone(timezone);
  if (zone == nullptr) return std::nullopt;

  if ((hours_ & kEveryHour) == kEveryHour) {
    Timestamp at = date::floor<minutes>(after) + minutes{1};
    while (at < after + kHorizon) {
      const date::local_seconds wall = zone->to_local(at);
      const date::local_days today = date::floor<days>(wall);
      if (!matches_day(Day{today.time_since_epoch()})) {
        const Timestamp midnight = first_instant(*zone, today + days{1});
        // Where midnight comes twice, its first pass may lie behind.
        at = midnight > at ? midnight : at + minutes{1};
        continue;
      }
      const auto minute = date::floor<minutes>(wall - date::floor<hours>(wall)).count();
      if (has(minutes_, minute)) return at;
      at += minutes{1};
    }
    return std::nullopt;
  }

  // The day before too: a clock set back over midnight makes `after` look a day late.
  const date::local_days start = local_day(*zone, after) - days{1};
  for (date::local_days today = start; today < start + kHorizon; today += days{1}) {
    if (!matches_day(Day{today.time_since_epoch()})) continue;
    for (int hour = 0; hour < 24; ++hour) {
      if (!has(hours_, hour)) continue;
      for (int minute = 0; minute < 60; ++minute) {
        if (!has(minutes_, minute)) continue;
        const Timestamp at = first_instant(*zone, today + hours{hour} + minutes{minute});
        if (at > after) return at;
      }
    }
  }
  return std::nullopt;
}

}  // namespace claimtrail
