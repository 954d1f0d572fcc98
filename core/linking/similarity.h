#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// Content words of a statement: case-folded, stemmed lightly, function words dropped, sorted,
/// unique.
[[nodiscard]] std::vector<std::string> content_words(std::string_view text);

/// Overlap of content words between 0 and 1: Jaccard, softened so that a short statement contained
/// in a longer one scores at least 0.6.
[[nodiscard]] double similar(std::string_view a, std::string_view b);
[[nodiscard]] double similar(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// How much two statements say the same: `similar`, but 0 where they share fewer than three words.
/// Two shared words ("region", "cleared") are no statement. Given by their content words, each as a
/// number, sorted.
[[nodiscard]] double statement_likeness(std::span<const std::uint32_t> a,
                                        std::span<const std::uint32_t> b);

}  // namespace claimtrail
