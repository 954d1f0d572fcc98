#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace claimtrail {

enum class PieceKind : std::uint8_t { number, word, mark };

struct Piece {
  PieceKind kind = PieceKind::mark;
  std::string_view text;
  int value = 0;        ///< of a number of at most nine digits
  bool spaced = false;  ///< white space before it
};

/// Takes the text of a date apart: runs of digits, runs of letters (every byte beyond ASCII counts
/// as one), and marks of one character. Every hyphen, dash and minus of Unicode is the mark "-".
/// Views into `text`; linear.
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view text);

}  // namespace claimtrail
