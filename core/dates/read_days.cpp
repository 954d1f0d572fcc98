#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using Kind = DateWordKind;

}  // namespace

std::size_t DateFinder::weekday(std::size_t at, int day) {
  const bool short_form = lower(at).back() == '.';
  if (!text_.tokens[at].capitalised || (short_form && lower(at).size() < 4)) return at + 1;
  // "Friday, Oct. 13"
  std::size_t next = at + 1;
  if (word(next).kind == Kind::daypart) ++next;
  if (lower(next) == ",") ++next;
  if (lower(next) == "the") ++next;
  if (word(next).kind == Kind::month && month_at(text_, next) != 0 &&
      (is_day(next + 1) || lower(next - 1) == ","))
    return month(next, at);
  if (is_day(next) && word(next + 1).kind == Kind::month && month_at(text_, next + 1) != 0)
    return month(next + 1, at);
  if (!published_) return at + 1;
  if (lower(at).ends_with("days") && lower(at).size() > 7) return at + 1;
  std::size_t last = at + 1;
  if (word(last).kind == Kind::daypart) ++last;
  const DayRange this_week = week_of(*published_);
  std::size_t first = at;
  // "Friday of last week", "Friday last week"
  std::size_t week = last;
  if (lower(week) == "of") ++week;
  if (word(week).kind == Kind::relative && lower(week + 1) == "week") {
    const auto relative = static_cast<DateRelative>(word(week).value);
    const int shift = relative == DateRelative::last ? -7 : relative == DateRelative::next ? 7 : 0;
    const Day found = this_week.from + days{day + shift};
    return emit(first, week + 2, one_day(found), "day",
                shift < 0   ? "past"
                : shift > 0 ? "future"
                            : "present");
  }
  const int today = weekday_number(*published_);
  const int back = (today - day + 7) % 7;
  const Day before = *published_ - days{back == 0 ? 7 : back};
  const Day after = *published_ + days{back == 0 ? 7 : 7 - back};
  if (has_before(first) && word(first - 1).kind == Kind::relative) {
    auto relative = static_cast<DateRelative>(word(first - 1).value);
    if (relative != DateRelative::recent && relative != DateRelative::same &&
        relative != DateRelative::latest) {
      --first;
      if (has_before(first) && lower(first - 1) == "this" &&
          (relative == DateRelative::past || relative == DateRelative::coming))
        --first;
      if (relative == DateRelative::current) {
        const Direction direction = lean(first, last);
        const Day found = back == 0 ? *published_ : direction == Direction::past ? before : after;
        return emit(first, last, one_day(found), "day", "present");
      }
      const bool ahead = relative_direction(relative) == Direction::future;
      reason_ = lower(at - 1);
      // "the previous Friday" next to a Friday is the week before that one.
      if (lower(at - 1) == "previous" && anchor_ && mentions_[*anchor_].grain == "day" &&
          weekday_number(mentions_[*anchor_].range.from) == day) {
        return emit(first, last, one_day(mentions_[*anchor_].range.from - days{7}), "day", "past");
      }
      return emit(first, last, one_day(ahead ? after : before), "day", ahead ? "future" : "past",
                  one_day(ahead ? after + days{7} : before - days{7}));
    }
  }
  if (back == 0) return emit(first, last, one_day(*published_), "day", "present");
  bool ahead = lean(first, last) == Direction::future;
  // "said they would get around Wednesday's ruling": what is named by its day has come.
  const bool reported = reason_ == "would" || reason_ == "could" || reason_ == "might";
  if (ahead && reported && lower(last) == "'s") {
    ahead = false;
    reason_ = "'s";
  }
  return emit(first, last, one_day(ahead ? after : before), "day", ahead ? "future" : "past",
              one_day(ahead ? before : after));
}

std::size_t DateFinder::deictic(std::size_t at, int shift) {
  if (!published_) return at + 1;
  std::size_t first = at;
  std::size_t last = at + 1;
  if (first > floor_ + 1 && word(first - 2).kind == Kind::unit && lower(first - 2) == "day") {
    if (lower(first - 1) == "before" && shift == -1) {
      shift = -2;
      first -= 2;
    } else if (lower(first - 1) == "after" && shift == 1) {
      shift = 2;
      first -= 2;
    }
  }
  if (word(last).kind == Kind::daypart) ++last;
  return emit(first, last, one_day(*published_ + days{shift}), "day",
              shift < 0   ? "past"
              : shift > 0 ? "future"
                          : "present");
}

std::size_t DateFinder::daypart(std::size_t at) {
  if (!published_ || !has_before(at) || word(at - 1).kind != Kind::relative) return at + 1;
  const auto relative = static_cast<DateRelative>(word(at - 1).value);
  if (relative == DateRelative::current && lower(at - 1) == "this")
    return emit(at - 1, at + 1, one_day(*published_), "day", "present");
  if (relative == DateRelative::last && lower(at) == "night")
    return emit(at - 1, at + 1, one_day(*published_ - days{1}), "day", "past");
  return at + 1;
}

}  // namespace claimtrail
