#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/model/figure.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// A figure on its way: the tokens it covers, and what the next ones need to know of it.
struct Draft {
  Figure figure;
  std::size_t first = 0;  ///< tokens [first, last) of the span
  std::size_t last = 0;
  std::size_t reach = 0;  ///< token after its last word, the noun after "of" included
  bool bare = false;      ///< a number without unit or noun
};

/// What one step of the scan came to: a figure or nothing, and where to go on.
struct Step {
  std::optional<Draft> draft;
  std::size_t next = 0;
};

/// Sets the interval and the modifier: [v, v] for a plain or softened value, half-open for a bound.
void bound(Figure& figure, const Decimal& value, Modifier modifier, bool approximate);

/// Marks the figure as a number of people.
void count_people(Figure& figure);

/// The text of the tokens [first, last).
[[nodiscard]] std::string words_of(const TokenizedText& text, std::size_t first, std::size_t last);

}  // namespace claimtrail
