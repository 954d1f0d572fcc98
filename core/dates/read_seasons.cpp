
#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using Kind = DateWordKind;
}  // namespace

std::size_t DateFinder::season(std::size_t at, int season) {
  const bool verb_like = lower(at) == "fall" || lower(at) == "spring";
  std::size_t first = at;
  YearRead year = year_after(at + 1);
  if (year.year == kNoYear) {
    if (const YearRead before = year_before(at); before.year != kNoYear) {
      first = before.last;
      return emit(first, at + 1, season_of(before.year, season), "season", "absolute");
    }
  } else {
    return emit(first, year.last, season_of(year.year, season), "season", "absolute");
  }
  if (!published_ || !has_before(at)) return at + 1;
  const int now = year_number(*published_);
  const DateWord modifier = word(at - 1);
  const auto latest = [&](bool ended) {
    for (int in = now; in > now - 3; --in) {
      const DayRange range = season_of(in, season);
      if (ended ? range.to <= *published_ : range.from <= *published_) return range;
    }
    return season_of(now - 1, season);
  };
  const auto upcoming = [&] {
    const DayRange range = season_of(now, season);
    return range.from > *published_ ? range : season_of(now + 1, season);
  };
  if (modifier.kind == Kind::relative) {
    --first;
    switch (static_cast<DateRelative>(modifier.value)) {
      case DateRelative::last:
      case DateRelative::past:
        if (has_before(first) && lower(first - 1) == "this")
          return emit(first - 1, at + 1, latest(false), "season", "past");
        return emit(first, at + 1, latest(true), "season", "past");
      case DateRelative::next:
      case DateRelative::coming:
        return emit(first, at + 1, upcoming(), "season", "future");
      case DateRelative::current:
        if (season == 3 && month_number(*published_) < 3)
          return emit(first, at + 1, season_of(now - 1, season), "season", "present");
        return emit(first, at + 1, season_of(now, season), "season", "present");
      default:
        return at + 1;
    }
  }
  const bool article = lower(at - 1) == "the";
  const std::string_view lead = article && at > floor_ + 1 ? lower(at - 2) : lower(at - 1);
  static const WordSet cues{"in",  "during", "since", "over",    "early", "late",
                            "mid", "by",     "until", "through", "-",     "of"};
  if (!cues.contains(lead) || (verb_like && !article && word(at - 1).kind != Kind::part))
    return at + 1;
  if (article && lower(at + 1) == "of") return at + 1;
  const bool ahead = lean(first, at + 1) == Direction::future;
  return emit(first, at + 1, ahead ? upcoming() : latest(false), "season",
              ahead ? "future" : "past", ahead ? latest(false) : upcoming());
}

std::size_t DateFinder::war(std::size_t at) {
  const std::string_view here = lower(at);
  const DayRange second{day_of(1939, 9, 1), day_of(1945, 9, 3)};
  const DayRange first{day_of(1914, 7, 28), day_of(1918, 11, 12)};
  if (here == "wwii" || here == "ww2") return emit(at, at + 1, second, "open", "absolute");
  if (here == "wwi" || here == "ww1") return emit(at, at + 1, first, "open", "absolute");
  if (here != "world" || lower(at + 1) != "war") return at + 1;
  const std::string_view which = lower(at + 2);
  if (which == "ii" || which == "2" || which == "two")
    return emit(at, at + 3, second, "open", "absolute");
  if (which == "i" || which == "1" || which == "one")
    return emit(at, at + 3, first, "open", "absolute");
  if (has_before(at) && lower(at - 1) == "second")
    return emit(at - 1, at + 2, second, "open", "absolute");
  if (has_before(at) && lower(at - 1) == "first")
    return emit(at - 1, at + 2, first, "open", "absolute");
  return at + 1;
}

}  // namespace claimtrail
