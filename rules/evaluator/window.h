#pragma once

#include <optional>

#include "rules/compiler/compiled_rule.h"

namespace claimtrail {

/// How the readings of one pair compare in time: the question's `behaves` where both answer the
/// same one, else `point`.
enum class Behaviour { running_total, point, daily, fixed };
[[nodiscard]] Behaviour behaviour_of(const Question* question);

/// Whether the day that a total names is the event's: "nine were hurt on Sunday". Linking brings
/// the tolls of one event together, so it is in questions that were discovered, unless the words
/// say how things stood ("as of Sunday"). Such a total was counted on the day of its report.
[[nodiscard]] bool names_the_events_day(const Facts& facts);

/// The days a reading counts for in the rule's window; nothing when nothing is known. For questions
/// whose readings change with time a reading without as_of counts for the day of publication.
[[nodiscard]] std::optional<DayRange> window_range(const Rule& rule, const Facts& facts);

/// The largest gap in days for readings of the question; nothing: any gap.
[[nodiscard]] std::optional<int> window_days(const Rule& rule, const Question* question);

/// Whether the rule's window lets the two readings meet. In a window on as_of the question's
/// `behaves` decides: `fixed` any two; `point` any two within the window, or of unknown days;
/// `daily` the same single day; `running_total` within the window where the ranges overlap, where
/// they are neighbours and both reports are of one day, or, if figures are the position, where both
/// were counted on one day or the later figure is certainly lower, but for totals that name the
/// days of two events. A rule without a window lets all meet. Symmetric.
[[nodiscard]] bool in_window(const Rule& rule, const Facts& a, const Facts& b);

}  // namespace claimtrail
