#include <algorithm>

#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"

namespace claimtrail {
namespace {

using std::chrono::days;

}  // namespace

DayRange DateFinder::rolling(DateUnit unit, int count, bool ahead) const {
  const Day today = *published_;
  const int sign = ahead ? 1 : -1;
  Day other = today;
  switch (unit) {
    case DateUnit::day:
      other = today + days{sign * count};
      break;
    case DateUnit::week:
    case DateUnit::weekend:
      other = today + days{sign * count * 7};
      break;
    case DateUnit::fortnight:
      other = today + days{sign * count * 14};
      break;
    case DateUnit::month:
      other = shift_months(today, sign * count);
      break;
    case DateUnit::quarter:
      other = shift_months(today, sign * count * 3);
      break;
    case DateUnit::decade:
      other = shift_months(today, sign * count * 120);
      break;
    default:
      other = shift_months(today, sign * count * 12);
      break;
  }
  return ahead ? DayRange{today, std::max(other, today) + days{1}}
               : DayRange{std::min(other, today), today + days{1}};
}

const char* DateFinder::grain_of(DateUnit unit) {
  switch (unit) {
    case DateUnit::day:
      return "day";
    case DateUnit::week:
    case DateUnit::weekend:
    case DateUnit::fortnight:
      return "week";
    case DateUnit::month:
      return "month";
    case DateUnit::quarter:
    case DateUnit::period:
      return "quarter";
    case DateUnit::half:
      return "half";
    case DateUnit::decade:
      return "decade";
    case DateUnit::century:
      return "century";
    default:
      return "year";
  }
}

DayRange DateFinder::calendar_unit(DateUnit unit, Day day, int shift) {
  switch (unit) {
    case DateUnit::day:
      return one_day(day + days{shift});
    case DateUnit::week:
      return week_of(day + days{7 * shift});
    case DateUnit::weekend:
      return weekend_of(day + days{7 * shift});
    case DateUnit::fortnight:
      return {day + days{14 * shift}, day + days{14 * shift + 14}};
    case DateUnit::month:
      return month_of(year_number(day), month_number(day) + shift);
    case DateUnit::quarter:
    case DateUnit::period:
      return quarter_of(year_number(day), quarter_number(day) + shift);
    case DateUnit::half:
      return half_of(year_number(day), (month_number(day) - 1) / 6 + 1 + shift);
    case DateUnit::decade:
      return decade_of(year_number(day) / 10 * 10 + 10 * shift);
    case DateUnit::century:
      return century_of((year_number(day) - 1) / 100 + 1 + shift);
    case DateUnit::year:
      break;
  }
  return year_of(year_number(day) + shift);
}

}  // namespace claimtrail
