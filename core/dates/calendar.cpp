#include "core/dates/calendar.h"

#include <algorithm>

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int sound_year(int year) { return std::clamp(year, 1, 9998); }

Day first_of(int year, unsigned month) {
  return Day{std::chrono::year{sound_year(year)} / std::chrono::month{month} / std::chrono::day{1}};
}

/// Carries months outside 1 to 12 into the year.
Day first_of_carried(int year, int month) {
  const int zero_based = month - 1;
  const int carry = zero_based >= 0 ? zero_based / 12 : -((11 - zero_based) / 12);
  return first_of(year + carry, static_cast<unsigned>(zero_based - carry * 12) + 1);
}

/// `count` whole months from the first of a month, never empty, wherever the start was clamped to.
DayRange months_from(Day first, int count) {
  const year_month_day date{first};
  return {first,
          Day{(date.year() / date.month() + std::chrono::months{count}) / std::chrono::day{1}}};
}

}  // namespace

Day day_of(int year, unsigned month, unsigned day) {
  return first_of(year, std::clamp(month, 1U, 12U)) + days{static_cast<int>(day) - 1};
}

DayRange one_day(Day day) { return {day, day + days{1}}; }

DayRange week_of(Day day) {
  const Day monday = day - days{weekday_number(day)};
  return {monday, monday + days{7}};
}

DayRange weekend_of(Day day) {
  const Day saturday = day + days{5 - weekday_number(day)};
  return {saturday, saturday + days{2}};
}

DayRange month_of(int year, int month) { return months_from(first_of_carried(year, month), 1); }

DayRange quarter_of(int year, int quarter) {
  return months_from(first_of_carried(year, quarter * 3 - 2), 3);
}

DayRange half_of(int year, int half) {
  return months_from(first_of_carried(year, half * 6 - 5), 6);
}

DayRange season_of(int year, int season) {
  return months_from(first_of_carried(year, 3 + season * 3), 3);
}

DayRange year_of(int year) { return months_from(first_of(year, 1), 12); }

DayRange decade_of(int year) {
  const int start = sound_year(year) / 10 * 10;
  return {first_of(start, 1), Day{std::chrono::year{start + 10} / 1 / 1}};
}

DayRange century_of(int century) {
  const int start = std::clamp(century, 1, 99) * 100 - 100;
  return {first_of(start, 1), Day{std::chrono::year{start + 100} / 1 / 1}};
}

int year_number(Day day) { return static_cast<int>(year_month_day{day}.year()); }

int month_number(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}

int quarter_number(Day day) { return (month_number(day) - 1) / 3 + 1; }

int weekday_number(Day day) {
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
}

Day shift_months(Day day, int months) {
  const year_month_day date{day};
  const DayRange month = month_of(static_cast<int>(date.year()), month_number(day) + months);
  const auto within = days{static_cast<int>(static_cast<unsigned>(date.day())) - 1};
  return std::min(month.from + within, month.to - days{1});
}

DayRange shift_years(DayRange range, int years) {
  const Day from = shift_months(range.from, years * 12);
  return {from, std::max(shift_months(range.to, years * 12), from + days{1})};
}

}  // namespace claimtrail
