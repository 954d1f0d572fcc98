#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "core/quantity/modifiers.h"
#include "core/quantity/read_measure.h"

namespace claimtrail {

/// What follows a measure that may open a range.
struct RangeEnd {
  std::optional<Measure> high;  ///< the other end, its unit settled for both
  bool result = false;          ///< the pair is a score or a serial ("2-1"), no quantity at all
  bool lends = false;           ///< no range, but `low` has got its unit and magnitude from the
                                ///< other value: "from 4.8 to 4.7 percent"
};

/// The other end of a range that starts with `low`: "1,000-1,200", "between 20 and 30", "from 5 up
/// to 8", "8 or $9", "1-2 million" (then `low` gets the magnitude too). "From 158 to 211" after a
/// word of change, and "rose 0.1 % to 1,333", are two values and no range.
[[nodiscard]] RangeEnd read_range_end(const SentenceView& sentence, Measure& low,
                                      const PrefixModifier& prefix);

/// "one in five", "2 out of 3": the share and the token after it.
[[nodiscard]] std::optional<std::pair<Decimal, std::size_t>> read_odds(const SentenceView& sentence,
                                                                       const Measure& measure);

/// Behind a chain of digits and joining marks that starts at token `at`: "2013-14", "2-1", "3-2-1".
[[nodiscard]] std::size_t past_chain(const SentenceView& sentence, std::size_t at);

}  // namespace claimtrail
