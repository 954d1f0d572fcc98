#pragma once

#include <cstddef>
#include <cstdint>

#include "core/text/tokens.h"

namespace claimtrail {

enum class Direction : std::uint8_t { none, past, future };

/// Which way the words around tokens [first, last) of the sentence [begin, end) look: the nearest
/// verb or cue of the clause, first to the left, then to the right. "will", "plans to", "is
/// scheduled", "due", "takes effect" look ahead; a past tense looks back; "will be held" looks
/// ahead in spite of "held".
[[nodiscard]] Direction direction_of(const TokenizedText& text, std::size_t first, std::size_t last,
                                     std::size_t begin, std::size_t end);

}  // namespace claimtrail
