#pragma once

#include <cstddef>
#include <cstdint>

#include "core/text/tokens.h"

namespace claimtrail {

enum class Direction : std::uint8_t { none, past, future };

/// A direction and the word it came from.
struct Lean {
  Direction direction = Direction::none;
  std::size_t cue = 0;  ///< token; meaningless for none
};

/// Which way the words around tokens [first, last) of the sentence [begin, end) look: the nearest
/// verb or cue of the clause, first to the left, then to the right. "will", "plans to", "is
/// scheduled", "agreed to", "due", "takes effect", and "by" or "through" before the date look
/// ahead; a past tense looks back; "will be held" looks ahead in spite of "held", "planned for
/// Saturday was canceled" and "until Thursday they had" look back.
[[nodiscard]] Lean direction_of(const TokenizedText& text, std::size_t first, std::size_t last,
                                std::size_t begin, std::size_t end);

}  // namespace claimtrail
