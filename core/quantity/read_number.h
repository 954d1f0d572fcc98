#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/model/decimal.h"
#include "core/text/tokens.h"

namespace claimtrail {

enum class NumberShape : std::uint8_t {
  plain,
  share,    ///< "a third", "half", "one in five", "1/2"
  times,    ///< "twice", "fivefold"
  vague,    ///< "dozens", "tens of thousands", "several hundred": `value` and up
  ordinal,  ///< "third", "26th"
  year      ///< "nineteen ninety-six"
};

/// A number as written, before anything around it is read.
struct Number {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  Decimal value;
  Decimal unscaled;  ///< before the magnitude: 1.2 of "1.2 million"
  NumberShape shape = NumberShape::plain;
  bool digits = false;           ///< starts with digits
  bool grouped = false;          ///< "1,300"
  bool point = false;            ///< "1.3"
  bool magnitude = false;        ///< a word or suffix multiplied it: "1.2 million", "5bn"
  bool ambiguous_metre = false;  ///< "5m": million or meters
  std::int64_t multiplier = 1;   ///< of the magnitude, to lend to the other end of a range
  std::size_t whole_digits = 0;  ///< digits before the point
};

/// The number that starts at token `at` and ends before `limit`. Nothing for what is no number:
/// "1990s", "1.2.3", digits of other scripts, more digits than a Decimal holds. `money` lets "t"
/// mean trillion.
[[nodiscard]] std::optional<Number> read_number(const TokenizedText& text, std::size_t at,
                                                std::size_t limit, bool money);

/// The number glued to the letters of a currency code in one word: "RM23.50", "USD10m", with
/// `letters` bytes of code.
[[nodiscard]] std::optional<Number> read_glued_number(const TokenizedText& text, std::size_t at,
                                                      std::size_t letters, std::size_t limit);

/// numerator / denominator to 20 places.
[[nodiscard]] Decimal quotient(std::int64_t numerator, std::int64_t denominator);

}  // namespace claimtrail
