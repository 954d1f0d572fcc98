#pragma once

#include "core/model/time.h"

namespace claimtrail {

/// Day ranges of the calendar's units, all half-open. Years are clamped to 1 to 9998, so that no
/// input leaves the calendar.

[[nodiscard]] Day day_of(int year, unsigned month,
                         unsigned day);  ///< the 1st of next month where too late
[[nodiscard]] DayRange one_day(Day day);
[[nodiscard]] DayRange week_of(Day day);     ///< Monday to Monday
[[nodiscard]] DayRange weekend_of(Day day);  ///< Saturday and Sunday of that week
[[nodiscard]] DayRange month_of(int year,
                                int month);  ///< month 0 is December before, 13 January after
[[nodiscard]] DayRange quarter_of(int year, int quarter);  ///< 1 to 4, beyond carries over
[[nodiscard]] DayRange half_of(int year, int half);
/// Spring March to May, summer, fall, winter December to February, as 0 to 3; winter starts in
/// `year`.
[[nodiscard]] DayRange season_of(int year, int season);
[[nodiscard]] DayRange year_of(int year);
[[nodiscard]] DayRange decade_of(int year);
[[nodiscard]] DayRange century_of(int century);  ///< 20 is 1900 to 2000

[[nodiscard]] int year_number(Day day);
[[nodiscard]] int month_number(Day day);    ///< 1 to 12
[[nodiscard]] int quarter_number(Day day);  ///< 1 to 4
[[nodiscard]] int weekday_number(Day day);  ///< Monday 0 to Sunday 6

/// `day` some months earlier or later, its day of the month cut to fit.
[[nodiscard]] Day shift_months(Day day, int months);
[[nodiscard]] DayRange shift_years(DayRange range, int years);

}  // namespace claimtrail
