#include <algorithm>

#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using Kind = DateWordKind;

}  // namespace

std::size_t DateFinder::month(std::size_t at, std::size_t lead) {
  const int number = month_at(text_, at);
  if (number == 0) return at + 1;
  std::size_t first = at;
  std::size_t last = at + 1;
  int day = 0;
  int to_day = 0;
  days_before(at, first, day, to_day);
  if (day == 0) days_after(last, day, to_day);
  YearRead year = year_after(last);
  if (year.year == kNoYear && lower(last) == "-" && glued(last) && glued(last + 1)) {
    const int short_year = plain_number(lower(last + 1));
    if (year_at(last + 1) != kNoYear) {
      year = {year_at(last + 1), last + 2};
    } else if (day != 0 && lower(last + 1).size() == 2 && short_year >= 0) {
      year = {short_year + (short_year < 60 ? 2000 : 1900), last + 2};
    }
  }
  std::optional<DateRelative> relative;
  if (day == 0 && has_before(first) && word(first - 1).kind == Kind::relative) {
    relative = static_cast<DateRelative>(word(first - 1).value);
    --first;
  }
  first = std::min(first, lead);
  if (year.year != kNoYear)
    return emit_month(first, year.last, year.year, number, day, to_day, "absolute", std::nullopt);
  if (!published_) return last;
  const int now = year_number(*published_);
  const int before = occurrence(number, day, Direction::past);
  const int after = occurrence(number, day, Direction::future);
  Direction direction = relative ? relative_direction(*relative) : lean(first, last);
  if (relative == DateRelative::current) {
    return emit_month(first, last, now, number, day, to_day, "present", std::nullopt);
  }
  if (relative == DateRelative::last && day == 0 && number == month_number(*published_)) {
    return emit_month(first, last, now - 1, number, day, to_day, "past", std::nullopt);
  }
  if (relative) reason_ = lower(first);
  if (day == 0 && !relative && has_before(first) && direction != Direction::future &&
      (lower(first - 1) == "by" || lower(first - 1) == "through")) {
    direction = Direction::future;
    reason_ = lower(first - 1);
  }
  if (const auto near = near_day(number, day, before, after); near && !relative) {
    direction = *near;
    reason_ = "nearest";
  }
  if (direction == Direction::none) direction = nearer(number, day, before, after);
  const int chosen = direction == Direction::future ? after : before;
  const int other = direction == Direction::future ? before : after;
  std::optional<DayRange> alternative;
  if (chosen != other) alternative = month_days(other, number, day, to_day);
  return emit_month(first, last, chosen, number, day, to_day,
                    direction == Direction::future ? "future" : "past", alternative);
}

void DateFinder::days_before(std::size_t at, std::size_t& first, int& day, int& to_day) const {
  std::size_t here = at;
  if (has_before(here) &&
      (lower(here - 1) == "of" || (lower(here - 1) == "-" && glued(here) && glued(here - 1))))
    --here;
  if (!has_before(here) || !is_day(here - 1)) return;
  if (here < at && lower(at - 1) == "of" && !lower(here - 1).ends_with("h") &&
      !lower(here - 1).ends_with("t") && !lower(here - 1).ends_with("d")) {
    return;  // "12 of March's victims"
  }
  day = plain_number(lower(here - 1));
  first = here - 1;
  const std::string_view mark = has_before(first) ? lower(first - 1) : std::string_view{};
  if ((mark == "and" || mark == "to" || dash(mark)) && first > floor_ + 1 && is_day(first - 2) &&
      plain_number(lower(first - 2)) < day) {
    to_day = day;
    day = plain_number(lower(first - 2));
    first -= 2;
  }
}

void DateFinder::days_after(std::size_t& last, int& day, int& to_day) const {
  std::size_t at = last;
  if (lower(at) == "the") ++at;
  if (!is_day(at) || (glued(at) && lower(at - 1) != ".")) return;
  const std::string_view after = glued(at + 1) ? lower(at + 1) : std::string_view{};
  if (after == "%" || ((after == ":" || after == "/") && is_number(at + 2))) return;
  day = plain_number(lower(at));
  last = at + 1;
  const std::string_view mark = lower(last);
  const bool joined = dash(mark) || mark == "and" || mark == "to";
  if (joined && is_day(last + 1) && plain_number(lower(last + 1)) > day) {
    const std::string_view next = lower(last + 2);
    const bool closed = next.empty() || text_.tokens[last + 2].kind != TokenKind::word ||
                        next == "in" || next == "at" || next == "and";
    if (dash(mark) || (closed && next != ":")) {
      to_day = plain_number(lower(last + 1));
      last += 2;
    }
  }
}

bool DateFinder::is_day(std::size_t at) const {
  if (!is_number(at)) return false;
  const int value = plain_number(lower(at));
  return value >= 1 && value <= 31;
}

DayRange DateFinder::month_days(int year, int month, int day, int to_day) {
  if (day == 0) return month_of(year, month);
  const Day from = day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (to_day <= day) return one_day(from);
  return {from,
          day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(to_day)) + days{1}};
}

std::size_t DateFinder::emit_month(std::size_t first, std::size_t last, int year, int month,
                                   int day, int to_day, const char* direction,
                                   std::optional<DayRange> alternative) {
  DayRange range = month_days(year, month, day, to_day);
  const char* grain = day == 0 ? "month" : "day";
  // "the week of March 6"
  if (day != 0 && first > floor_ + 1 && lower(first - 1) == "of" && lower(first - 2) == "week") {
    range = week_of(range.from);
    grain = "week";
    first -= 2;
  }
  return emit(first, last, range, grain, direction, alternative);
}

int DateFinder::occurrence(int month, int day, Direction direction) const {
  const int now = year_number(*published_);
  const DayRange range = month_days(now, month, day, 0);
  if (direction == Direction::past) return range.from <= *published_ ? now : now - 1;
  return range.to > *published_ ? now : now + 1;
}

Direction DateFinder::nearer(int month, int day, int before, int after) const {
  if (before == after) return Direction::past;
  const auto ahead = month_days(after, month, day, 0).from - *published_;
  const days limit{day == 0 ? 92 : 45};
  return ahead <= limit && month_days(before, month, day, 0).from + days{150} < *published_
             ? Direction::future
             : Direction::past;
}

std::optional<Direction> DateFinder::near_day(int month, int day, int before, int after) const {
  if (day == 0 || before == after) return std::nullopt;
  const auto ahead = month_days(after, month, day, 0).from - *published_;
  const auto back = *published_ - month_days(before, month, day, 0).from;
  if (ahead <= days{60} && back >= days{300}) return Direction::future;
  if (back <= days{60} && ahead >= days{300}) return Direction::past;
  return std::nullopt;
}

Direction DateFinder::relative_direction(DateRelative relative) {
  switch (relative) {
    case DateRelative::next:
    case DateRelative::coming:
    case DateRelative::following:
      return Direction::future;
    default:
      return Direction::past;
  }
}

}  // namespace claimtrail
