#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimtrail {

/// For each word of `before`, the index of the word of `after` it is kept as, or -1. Kept words
/// stand in the same order in both. Words are numbers: the same word has the same one. At most
/// `most_edits` insertions and deletions are looked for in one stretch; see word_diff.h.
[[nodiscard]] std::vector<std::int64_t> match_words(const std::vector<std::uint32_t>& before,
                                                    const std::vector<std::uint32_t>& after,
                                                    std::size_t most_edits);

}  // namespace claimtrail
