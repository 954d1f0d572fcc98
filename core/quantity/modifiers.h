#pragma once

#include <cstddef>
#include <optional>

#include "core/model/figure.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// The words before a number that bound, soften or move it.
struct PrefixModifier {
  std::size_t first = 0;  ///< token where they begin; the number's own where there are none
  Modifier bound = Modifier::none;      ///< more_than, less_than, at_least, at_most
  bool approximate = false;             ///< "about", "nearly"
  Modifier direction = Modifier::none;  ///< up or down, from an adverb or a verb of change
  bool soft_direction = false;          ///< the verb moves only shares and prices ("lost", "added")
  bool relative = false;                ///< "another", "an additional"
  bool between = false;                 ///< "between", "from": opens a range
  std::size_t inside = 0;               ///< token after that word
  bool negative = false;                ///< "minus 5", "-5"
  bool by = false;                      ///< "by": tells how far something moved
};

/// Reads backwards from token `at`, not before `floor`.
[[nodiscard]] PrefixModifier read_prefix(const TokenizedText& text, std::size_t at,
                                         std::size_t floor);

/// The words after a number that bound it ("or more", "+", "or so", "at most").
struct SuffixModifier {
  std::size_t last = 0;  ///< token after them
  Modifier modifier = Modifier::none;
  bool or_equal = false;  ///< "more than 50 or equal": closes the bound before the number
};

[[nodiscard]] std::optional<SuffixModifier> read_suffix(const TokenizedText& text, std::size_t at,
                                                        std::size_t limit);

}  // namespace claimtrail
