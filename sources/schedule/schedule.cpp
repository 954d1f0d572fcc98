#include "sources/schedule/schedule.h"

#include <date/tz.h>

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

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

std::optional<minutes> offset_of_wall_clock(const std::string& timezone, Timestamp wall) {
  const date::time_zone* zone = find_zone(timezone);
  if (zone == nullptr) return std::nullopt;
  const date::local_seconds shown{wall.time_since_epoch()};
  return date::floor<minutes>(zone->get_info(shown).first.offset);
}

bool CronExpression::matches_day(Day local_day) const {
  const std::chrono::year_month_day date{local_day};
  if (!has(months_, static_cast<unsigned>(date.month()))) return false;
  const bool day = has(days_, static_cast<unsigned>(date.day()));
  const bool weekday = has(weekdays_, std::chrono::weekday{local_day}.c_encoding());
  return any_day_ || any_weekday_ ? day && weekday : day || weekday;
}

/// The two ways through time that an expression may take.
class CronWalk {
 public:
  static std::optional<Timestamp> in_real_time(const CronExpression& cron,
                                               const date::time_zone& zone, Timestamp after);
  static std::optional<Timestamp> by_wall_clock(const CronExpression& cron,
                                                const date::time_zone& zone, Timestamp after);
};

std::optional<Timestamp> CronWalk::in_real_time(const CronExpression& cron,
                                                const date::time_zone& zone, Timestamp after) {
  date::sys_info period = zone.get_info(after);
  Timestamp at = date::floor<minutes>(after) + minutes{1};
  while (at < after + kHorizon) {
    if (at >= period.end) period = zone.get_info(at);
    const date::local_seconds wall{at.time_since_epoch() + period.offset};
    const date::local_days today = date::floor<days>(wall);
    const auto hour = date::floor<hours>(wall - today);
    const auto minute = date::floor<minutes>(wall - today - hour);
    std::chrono::seconds pause = minutes{1};
    if (!cron.matches_day(Day{today.time_since_epoch()})) {
      pause = days{1} - hour - minute;
    } else if (!has(cron.hours_, hour.count())) {
      pause = hours{1} - minute;
    } else if (has(cron.minutes_, minute.count())) {
      return at;
    }
    // No further than the clock change: behind it the wall shows something else.
    const Timestamp change = std::max<Timestamp>(at + minutes{1}, date::ceil<minutes>(period.end));
    at = std::min(at + pause, change);
  }
  return std::nullopt;
}

std::optional<Timestamp> CronWalk::by_wall_clock(const CronExpression& cron,
                                                 const date::time_zone& zone, Timestamp after) {
  // The day before too: a clock set back over midnight makes `after` look a day late.
  const date::local_days start = local_day(zone, after) - days{1};
  for (date::local_days today = start; today < start + kHorizon; today += days{1}) {
    if (!cron.matches_day(Day{today.time_since_epoch()})) continue;
    for (int hour = 0; hour < 24; ++hour) {
      if (!has(cron.hours_, hour)) continue;
      for (int minute = 0; minute < 60; ++minute) {
        if (!has(cron.minutes_, minute)) continue;
        const Timestamp at = first_instant(zone, today + hours{hour} + minutes{minute});
        if (at > after) return at;
      }
    }
  }
  return std::nullopt;
}

std::optional<Timestamp> CronExpression::next(Timestamp after, const std::string& timezone) const {
  const date::time_zone* zone = find_zone(timezone);
  if (zone == nullptr) return std::nullopt;
  return real_time_ ? CronWalk::in_real_time(*this, *zone, after)
                    : CronWalk::by_wall_clock(*this, *zone, after);
}

}  // namespace claimtrail
