#pragma once

#include <optional>
#include <string>

#include "core/model/figure.h"

namespace claimtrail {

/// Exact comparisons of figures as rational intervals, converted to a common unit of their
/// dimension first. Figures of different dimensions, units without a common base (two currencies,
/// percent and percentage points), counts of different noun classes, and relative figures ("two
/// others") are not comparable. A bare number is comparable with any count. All are pure and safe
/// on many threads.

[[nodiscard]] bool comparable(const Figure& a, const Figure& b);

/// True when no value can satisfy both. `relative_tolerance` (0.05 = 5 %) and the figures' own
/// rounding
/// ("1,300" may be a rounding of 1,268) widen both first. An `approximately` figure is widened by
/// 10 % where both its ends are known. False when not comparable.
[[nodiscard]] bool disjoint(const Figure& a, const Figure& b, double relative_tolerance = 0.0);

/// Ratio (>= 1) between the nearest ends of two disjoint figures, else of their finite mid values;
/// nothing where there is no finite positive pair or they are not comparable. No widening.
[[nodiscard]] std::optional<double> ratio(const Figure& a, const Figure& b);

/// True when every value of `inner` satisfies `outer`. No widening.
[[nodiscard]] bool contains(const Figure& outer, const Figure& inner);

/// The same interval in the same unit after conversion, softened ("about") and moved ("up") alike.
[[nodiscard]] bool same_value(const Figure& a, const Figure& b);

/// Whether two expressions of one quantity agree, as "1,300 square kilometers (500 square miles)"
/// do: converted, and allowing for the rounding of both and 5 %, some value satisfies both. True
/// where nothing converts, as between currencies.
[[nodiscard]] bool conversion_holds(const Figure& a, const Figure& b);

/// A canonical spelling of the interval in the base unit of its dimension: equal exactly when
/// `same_value` holds. The key of a position.
[[nodiscard]] std::string canonical_value(const Figure& figure);

/// The step a number may have been rounded to, in its own unit: the place of its last digit that is
/// not a closing zero, but never coarser than its second significant digit: 100 for 1,300, 1,000
/// for 10,000, 0.1 for 3.5. Nothing for whole numbers that look exact (1,268; 57).
[[nodiscard]] std::optional<Decimal> rounding_step(const Decimal& value);

}  // namespace claimtrail
