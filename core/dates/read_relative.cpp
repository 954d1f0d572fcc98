
#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using Kind = DateWordKind;
}  // namespace

std::size_t DateFinder::relative(std::size_t at, DateUnit unit, std::size_t before,
                                 DateRelative relative) {
  if (!published_) return at + 1;
  std::size_t first = before;
  std::size_t last = at + 1;
  const Day today = *published_;
  // "next year's first quarter" is read at its quarter.
  if (unit == DateUnit::year && lower(at + 1) == "'s") {
    std::size_t named = at + 2;
    if (word(named).kind == Kind::ordinal) ++named;
    if (lower(named) == "-") ++named;
    const std::string_view unit_word = lower(named);
    if (unit_word == "quarter" || unit_word == "period") return at + 1;
  }
  if (unit == DateUnit::period && relative != DateRelative::latest &&
      relative != DateRelative::same)
    return at + 1;
  switch (relative) {
    case DateRelative::last:
      if (unit == DateUnit::day) return at + 1;
      if (unit == DateUnit::half) return last_half(at, before);
      if (unit == DateUnit::weekend)
        return emit(first, last, weekend_of(today - days{7}), "week", "past");
      return emit(first, last, calendar_unit(unit, today, -1), grain_of(unit), "past");
    case DateRelative::past:
      if (lower(at).back() == 's' && unit != DateUnit::day)
        return emit(first, last, rolling(unit, few(unit), false), grain_of(unit), "past");
      if (unit == DateUnit::weekend) return emit(first, last, last_weekend(), "week", "past");
      return emit(first, last, rolling(unit, 1, false), grain_of(unit), "past");
    case DateRelative::recent:
      return emit(first, last, rolling(unit, few(unit), false), grain_of(unit), "past");
    case DateRelative::next:
    case DateRelative::coming:
      if (unit == DateUnit::day && lower(at) == "day" && has_before(before) &&
          lower(before - 1) == "the")
        return following(first, last, unit);
      if (lower(at).back() == 's')
        return emit(first, last, rolling(unit, few(unit), true), grain_of(unit), "future");
      if (unit == DateUnit::day) return at + 1;
      return emit(first, last, calendar_unit(unit, today, 1), grain_of(unit), "future");
    case DateRelative::current:
      if (unit == DateUnit::day || lower(at).back() == 's') return at + 1;
      if (unit == DateUnit::weekend) return emit(first, last, weekend_of(today), "week", "present");
      return emit(first, last, calendar_unit(unit, today, 0), grain_of(unit), "present");
    case DateRelative::same:
      if (lower(before) == "that" && lower(at).back() == 's') return at + 1;
      return same_unit(first, last, unit);
    case DateRelative::following:
      return following(first, last, unit);
    case DateRelative::latest:
      if (unit != DateUnit::quarter && unit != DateUnit::period && unit != DateUnit::year &&
          unit != DateUnit::month)
        return at + 1;
      if (const auto anchor = business_anchor();
          anchor && unit != DateUnit::year && unit != DateUnit::month) {
        return emit(first, last, *anchor, "quarter", "past");
      }
      return emit(first, last, calendar_unit(unit, today, -1), grain_of(unit), "past");
  }
  return at + 1;
}

int DateFinder::few(DateUnit unit) {
  switch (unit) {
    case DateUnit::day:
      return 7;
    case DateUnit::week:
      return 4;
    default:
      return 3;
  }
}

DayRange DateFinder::last_weekend() const {
  const bool weekend = weekday_number(*published_) >= 5;
  return weekend_of(weekend ? *published_ : *published_ - days{7});
}

std::size_t DateFinder::last_half(std::size_t at, std::size_t before) {
  const YearRead year = year_after(at + 1);
  if (year.year == kNoYear) return at + 1;
  return emit(before, year.last, half_of(year.year, 2), "half", "absolute");
}

std::size_t DateFinder::same_unit(std::size_t first, std::size_t last, DateUnit unit) {
  if (!anchor_ || *anchor_ + 8 < mentions_.size()) return last;
  const DateMention& anchor = mentions_[*anchor_];
  if (unit == DateUnit::period) return emit(first, last, anchor.range, "quarter", "past");
  return emit(first, last, calendar_unit(unit, anchor.range.from, 0), grain_of(unit), "past");
}

std::size_t DateFinder::following(std::size_t first, std::size_t last, DateUnit unit) {
  if (!anchor_ || lower(last - 1).back() == 's') return last;
  return emit(first, last, calendar_unit(unit, mentions_[*anchor_].range.from, 1), grain_of(unit),
              "past");
}

std::size_t DateFinder::definite(std::size_t at, DateUnit unit, std::size_t article) {
  if (!published_) return at + 1;
  if (unit == DateUnit::weekend) {
    const bool ahead = lean(article, at + 1) == Direction::future;
    const DayRange past = last_weekend();
    const DayRange next = weekend_of(past.from + days{7});
    return emit(at, at + 1, ahead ? next : past, "week", ahead ? "future" : "past",
                ahead ? past : next);
  }
  if (unit == DateUnit::quarter && lower(at) == "quarter") {
    static const WordSet spans{"of", "ended", "ending", "through", "to", "century", "mile"};
    if (spans.contains(lower(at + 1))) return at + 1;
    const auto anchor = business_anchor();
    return emit(at, at + 1, anchor ? *anchor : calendar_unit(DateUnit::quarter, *published_, -1),
                "quarter", "past");
  }
  if (unit != DateUnit::year && unit != DateUnit::month && unit != DateUnit::week) return at + 1;
  if (lower(at).back() == 's' || !has_before(article)) return at + 1;
  const bool part =
      word(article - 1).kind == Kind::part ||
      (article > floor_ + 1 && (lower(article - 1) == "in" || lower(article - 1) == "of") &&
       word(article - 2).kind == Kind::part);
  const bool full = lower(article + 1) == "full";
  const bool business = unit == DateUnit::year && (lower(article - 1) == "for" || full) &&
                        lower(at + 1) != "to" && lower(at + 1) != "ended";
  if (!part && !business) return at + 1;
  return emit(at, at + 1, calendar_unit(unit, *published_, 0), grain_of(unit), "present");
}

}  // namespace claimtrail
