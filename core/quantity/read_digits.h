#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace claimtrail {

/// A token of digits taken apart: "1,300.5" is plain "1300.5", grouped, with a point, 4 digits
/// before it.
struct Digits {
  std::string plain;
  bool grouped = false;
  bool point = false;
  bool ordinal = false;
  std::size_t whole = 0;
};

/// Reads digits with any sound grouping: by commas (three, or two and three for lakh and crore), by
/// no-break and thin blanks, by several points. Nothing for digits of other scripts, "1.2.3",
/// "2014,15", "1990s", and for more digits than any Decimal holds.
[[nodiscard]] std::optional<Digits> read_digits(std::string_view word);

/// "½" and its kin: numerator and denominator; 0 for anything else.
[[nodiscard]] std::pair<std::int64_t, std::int64_t> vulgar_fraction(std::string_view mark);

}  // namespace claimtrail
