#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/time.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// How the word before a date bounds it. `range` holds the date's own days ("since 2014": the year
/// 2014).
enum class DateRelation : std::uint8_t { at, since, until, before, after, by };

/// One date expression resolved against a reference day.
struct DateMention {
  Span span;
  DayRange range;         ///< half-open days; meaningless for a duration
  std::string grain;      ///< day, week, month, quarter, season, half, year, decade, century, open
  std::string direction;  ///< absolute, past, future, present: how it was resolved
  std::optional<DayRange> alternative;  ///< the other candidate of an undirected expression
  /// Why `range` was preferred to `alternative`: the word that decided ("will", "collapsed"),
  /// "nearest" where only the distance did, or a word of the expression itself ("last"). Empty
  /// without an alternative.
  std::string reason;
  bool duration = false;  ///< "for three days": no place in time, never an as_of
  DateRelation relation = DateRelation::at;
  std::string part;  ///< early, mid, late: which part of `range` the words name; range stays whole

  friend bool operator==(const DateMention&, const DateMention&) = default;
};

/// Every date in the text, in text order, without overlaps, relative ones against `published`
/// (without it only absolute ones are found). Direction of bare weekdays and months from tense and
/// cue words of the clause; a bare weekday that is the day of publication is that day, a bare month
/// the month of publication. Weeks start on Monday. "Recent weeks" and "the past year" reach up to
/// the day of publication. Not dates: "may" and "march" as verbs, Mrs May, "second", times of day,
/// numbers that count. Linear; pure; safe on many threads.
[[nodiscard]] std::vector<DateMention> find_dates(const TokenizedText& text,
                                                  std::optional<Day> published);

/// Which days the words under `clause` are about: the mention in the clause that says when it
/// happened, else in `sentence` outside other clauses, else nothing. Durations and the ends of open
/// stretches
/// ("until Friday", "since 2014") are never chosen. Mentions that date the saying, not the said
/// ("reported on Saturday"), should be left out by the caller.
[[nodiscard]] std::optional<std::size_t> choose_as_of(const std::vector<DateMention>& mentions,
                                                      Span clause, Span sentence);

}  // namespace claimtrail
