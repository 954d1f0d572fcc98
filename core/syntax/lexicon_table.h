#pragma once

#include <span>

#include "core/syntax/word_form.h"

namespace claimtrail {

/// Look-up in a table of entries with a power of two of slots: the low half of the key says where
/// to start, the high half is compared. Stops after `kMostLexiconHops`.
inline constexpr int kMostLexiconHops = 64;

[[nodiscard]] inline std::uint32_t lexicon_check(std::uint64_t word) {
  const auto high = static_cast<std::uint32_t>(word >> 32);
  return high == 0 ? 1 : high;
}

[[nodiscard]] inline const LexiconEntry* find_word(std::span<const LexiconEntry> slots,
                                                   std::uint64_t word) {
  if (slots.empty()) return nullptr;
  const std::uint32_t check = lexicon_check(word);
  std::size_t at = word & (slots.size() - 1);
  for (int hop = 0; hop < kMostLexiconHops; ++hop) {
    const LexiconEntry& entry = slots[at];
    if (entry.check == check) return &entry;
    if (entry.check == 0) return nullptr;
    at = (at + 1) & (slots.size() - 1);
  }
  return nullptr;
}

}  // namespace claimtrail
