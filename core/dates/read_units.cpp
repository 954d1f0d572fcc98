#include <algorithm>

#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using Kind = DateWordKind;
}  // namespace

CountRead DateFinder::count_before(std::size_t at) const {
  std::size_t here = at;
  if (has_before(here) && lower(here - 1) == "-") --here;
  if (has_before(here) && lower(here - 1) == "of" && has_before(here - 1) &&
      lower(here - 2) == "couple")
    --here;
  if (!has_before(here)) return {};
  if (is_number(here - 1)) {
    const int value = plain_number(lower(here - 1));
    if (value < 0 || (glued(here - 1) && lower(here - 2) != "(")) return {};
    return {value, here - 1, false};
  }
  const DateWord count = word(here - 1);
  if (count.kind != Kind::number) return {};
  CountRead read{count.value, here - 1, lower(here - 1) == "a" || lower(here - 1) == "an"};
  if (count.value < 10 && read.first > floor_ + 1 && lower(read.first - 1) == "-" &&
      word(read.first - 2).kind == Kind::number) {
    read.count += word(read.first - 2).value;
    read.first -= 2;
  }
  const bool vague = lower(here - 1) == "few" || lower(here - 1) == "couple";
  if (vague && has_before(read.first) && lower(read.first - 1) == "a") --read.first;
  return read;
}

std::size_t DateFinder::unit(std::size_t at, DateUnit unit) {
  const std::size_t next = lower(at + 1) == "-" ? at + 2 : at + 1;
  const bool linked = lower(at + 1) == "-";
  // "two weeks ago", "a year earlier", "the year-ago quarter"
  const std::string_view after = lower(next);
  if (after == "ago" || (after == "earlier" && (unit == DateUnit::year || linked)) ||
      (after == "or" && lower(next + 1) == "so" && lower(next + 2) == "ago")) {
    return ago(at, unit, after == "or" ? next + 3 : next + 1, linked);
  }
  if (after == "old" || after == "of" || after == "olds") {
    if (after != "of" || lower(next + 1) == "age") return at + 1;
  }
  const CountRead count = count_before(at);
  if (count.count > 0) return counted(at, unit, count);
  if (!has_before(at)) return at + 1;
  std::size_t before = at - 1;
  if (lower(before) == "-" && before > floor_) --before;
  const DateWord modifier = word(before);
  if (modifier.kind == Kind::ordinal) return ordered(at, unit, before, modifier.value);
  if (modifier.kind == Kind::relative)
    return relative(at, unit, before, static_cast<DateRelative>(modifier.value));
  if (lower(before) == "fiscal" && before > floor_ && word(before - 1).kind == Kind::relative) {
    return relative(at, unit, before - 1, static_cast<DateRelative>(word(before - 1).value));
  }
  if (lower(before) == "full" && unit == DateUnit::year && has_before(before) &&
      lower(before - 1) == "the")
    before = before - 1;
  if (unit == DateUnit::quarter || unit == DateUnit::period) {
    if (const YearRead year = year_before(at); year.year != kNoYear && published_)
      return contextual_quarter(year.last, at + 1, year.year);
  }
  if (lower(before) == "the") return definite(at, unit, before);
  return at + 1;
}

std::size_t DateFinder::ago(std::size_t at, DateUnit unit, std::size_t last, bool linked) {
  if (!published_) return at + 1;
  CountRead count = count_before(at);
  if (linked || count.count == 0) {
    if (unit != DateUnit::year) return at + 1;
    count = {1, count.count == 1 ? count.first : at, false};
  }
  if (unit == DateUnit::year && count.count == 1) {
    // "from a year earlier" next to a quarter means that quarter of the year before.
    std::size_t end = last;
    if (word(end).kind == Kind::ordinal) ++end;
    const DateWord named = word(end);
    const bool unit_named =
        named.kind == Kind::unit &&
        (lower(end) == "quarter" || lower(end) == "period" || lower(end) == "month");
    if (unit_named) {
      last = end + 1;
      if (word(end - 1).kind == Kind::ordinal && lower(end) == "quarter") {
        return emit(count.first, last,
                    quarter_of(year_number(*published_) - 1, word(end - 1).value), "quarter",
                    "past");
      }
    }
    if (const auto anchor = business_anchor())
      return emit(count.first, last, shift_years(*anchor, -1), "quarter", "past");
    if (unit_named)
      return emit(count.first, last, calendar_unit(DateUnit::quarter, *published_, -5), "quarter",
                  "past");
  }
  const auto shifted = [&] {
    switch (unit) {
      case DateUnit::day:
        return one_day(*published_ - days{count.count});
      case DateUnit::week:
      case DateUnit::weekend:
        return one_day(*published_ - days{7 * count.count});
      case DateUnit::fortnight:
        return one_day(*published_ - days{14 * count.count});
      default:
        return calendar_unit(unit, *published_, -count.count);
    }
  }();
  const bool to_the_day =
      unit == DateUnit::week || unit == DateUnit::weekend || unit == DateUnit::fortnight;
  return emit(count.first, last, shifted, to_the_day ? "day" : grain_of(unit), "past");
}

std::optional<DayRange> DateFinder::business_anchor() const {
  constexpr std::size_t kFar = 6;
  for (std::size_t back = 0; back < kFar && back < mentions_.size(); ++back) {
    const DateMention& mention = mentions_[mentions_.size() - 1 - back];
    if (mention.grain == "quarter" && mention.direction != "future") {
      // A quarter that was itself told as "a year earlier" is the year before already.
      const bool recent = !published_ || mention.range.to > *published_ - days{200};
      if (recent) return mention.range;
    }
  }
  return std::nullopt;
}

std::size_t DateFinder::counted(std::size_t at, DateUnit unit, CountRead count) {
  if (unit == DateUnit::quarter || unit == DateUnit::half || unit == DateUnit::century ||
      unit == DateUnit::period)
    return at + 1;
  const std::size_t before = count.first;
  if (published_ && has_before(before) && word(before - 1).kind == Kind::relative &&
      !count.article) {
    const auto relative = static_cast<DateRelative>(word(before - 1).value);
    if (relative == DateRelative::last || relative == DateRelative::past ||
        relative == DateRelative::recent || relative == DateRelative::latest) {
      return emit(before - 1, at + 1, rolling(unit, std::min(count.count, 9000), false),
                  grain_of(unit), "past");
    }
    if (relative == DateRelative::next || relative == DateRelative::coming) {
      return emit(before - 1, at + 1, rolling(unit, std::min(count.count, 9000), true),
                  grain_of(unit), "future");
    }
  }
  // "the first nine months of 1989"
  if (unit == DateUnit::month && has_before(before) && lower(before - 1) == "first" &&
      count.count <= 12) {
    if (const YearRead year = year_after(at + 1); year.year != kNoYear) {
      return emit(before - 1, year.last,
                  {year_of(year.year).from, month_of(year.year, count.count).to}, "month",
                  "absolute");
    }
  }
  if (count.article) {
    static const WordSet lasting{"for",    "within", "over",    "than",   "nearly",
                                 "almost", "about",  "lasting", "lasted", "after"};
    if (!has_before(before) || !lasting.contains(lower(before - 1))) return at + 1;
  }
  if (lower(at) == "day" && count.count == 1) return at + 1;
  return emit_duration(count.first, at + 1, grain_of(unit));
}

std::size_t DateFinder::ordered(std::size_t at, DateUnit unit, std::size_t before, int ordinal) {
  if (unit != DateUnit::quarter && unit != DateUnit::half) return at + 1;
  if (unit == DateUnit::half && ordinal > 2) return at + 1;
  std::size_t first = before;
  if (has_before(first) && lower(first - 1) == "fiscal") --first;
  YearRead year = year_after(at + 1);
  std::size_t last = at + 1;
  if (year.year != kNoYear) {
    last = year.last;
  } else if (const YearRead earlier = year_before(first); earlier.year != kNoYear) {
    year = earlier;
    first = earlier.last;
  }
  const auto range_in = [&](int in) {
    return unit == DateUnit::quarter ? quarter_of(in, ordinal) : half_of(in, ordinal);
  };
  if (year.year != kNoYear)
    return emit(first, last, range_in(year.year), grain_of(unit), "absolute");
  if (!published_) return at + 1;
  // Halves without a year are mostly those of matches.
  const int now = year_number(*published_);
  if (unit == DateUnit::half) {
    if (lower(at + 1) != "of" || lower(at + 2) != "the" || lower(at + 3) != "year") return at + 1;
    return emit(first, at + 4, range_in(now), "half", "present");
  }
  if (text_.lower[before] == "second" && lower(at + 1) == "finals") return at + 1;
  const DayRange current = range_in(now);
  if (current.from <= *published_) return emit(first, last, current, "quarter", "past");
  const Direction direction = lean(first, last);
  // A quarter not begun yet: next year's report of the last one, unless the words look ahead.
  if (direction == Direction::past)
    return emit(first, last, range_in(now - 1), "quarter", "past", current);
  return emit(first, last, current, "quarter", "future", range_in(now - 1));
}

std::size_t DateFinder::contextual_quarter(std::size_t first, std::size_t last, int year) {
  const auto anchor = business_anchor();
  const DayRange base = anchor ? *anchor : calendar_unit(DateUnit::quarter, *published_, -1);
  return emit(first, last, shift_years(base, year - year_number(base.from)), "quarter", "absolute");
}

}  // namespace claimtrail
