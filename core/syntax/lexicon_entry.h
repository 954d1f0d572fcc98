#pragma once

#include <cstdint>

namespace claimtrail {

inline constexpr std::uint8_t kNoTag = 255;

/// What the treebanks say about a word that is not rare in them.
struct LexiconEntry {
  std::uint32_t check = 0;      ///< high half of the word's key; 0 marks an empty slot
  std::uint16_t ambiguity = 0;  ///< number of its set of tags
  std::uint8_t only_tag = kNoTag;
  std::uint8_t cluster = 0;
};
static_assert(sizeof(LexiconEntry) == 8);

}  // namespace claimtrail
