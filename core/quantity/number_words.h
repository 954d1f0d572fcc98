#pragma once

#include <cstdint>
#include <string_view>

namespace claimtrail {

/// What a word is worth inside a number.
enum class NumberWordKind : std::uint8_t {
  zero,
  one_to_nineteen,
  tens,
  hundred,
  magnitude,  ///< thousand, million …: `value`
  dozen,
  half,
  part,     ///< third, fifths …: the denominator
  quarter,  ///< a part, and much else
  ordinal,  ///< an ordinal that is no usual part: first, second, twentieth
  vague,    ///< dozens, hundreds, millions: `value` is one of them
  few,      ///< couple, few, several: `value` at least, only before a magnitude
  times,    ///< once, twice, thrice, fivefold
};

struct NumberWord {
  NumberWordKind kind = NumberWordKind::zero;
  std::int64_t value = 0;
};

/// Null for every other word. `word` is case-folded.
[[nodiscard]] const NumberWord* number_word(std::string_view word);

/// A letter or short form glued to digits that multiplies them: "k", "m", "bn". 0 for anything
/// else.
[[nodiscard]] std::int64_t magnitude_suffix(std::string_view word);

}  // namespace claimtrail
