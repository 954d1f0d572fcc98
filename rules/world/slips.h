#pragma once

#include <string_view>

#include "core/model/figure.h"
#include "core/model/time.h"

namespace claimtrail {

// Slips of the pen: what a number looks like, whatever it means.

/// Both give the same number, each in its own unit: an exact one or one bound. A range gives none.
[[nodiscard]] bool same_number(const Figure& a, const Figure& b);

/// Both numbers have the same two or more significant digits and are a factor of ten or of a
/// thousand apart, each in its own unit: 1,300 and 13,000.
[[nodiscard]] bool scale_slip(const Figure& a, const Figure& b);

enum class WeekdayFit { unknown, fits, differs };

/// Whether the weekday that stands beside a date in the words is the one of that day: "Monday, 28
/// April" for a range of that one day. Unknown without a weekday, without a date in numbers, or for
/// more than one day.
[[nodiscard]] WeekdayFit weekday_fits(std::string_view words, DayRange range);

}  // namespace claimtrail
