#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/linking/quote_words.h"

namespace claimtrail {

enum class WordMatch { none, inflected, same };

/// `same`: the same word, spelled one way or the other; `inflected`: another form of it.
[[nodiscard]] WordMatch match_words(const std::string& a, const std::string& b);

/// Which words of two quotations are one and the same spoken word: index pairs in order of both.
/// The best local alignment (Smith and Waterman, 1981), in which words left out under an ellipsis
/// or a bracket cost nothing; then the same before and after it, so that a word far off ("I") draws
/// nothing apart. Quadratic in words.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> align_quotes(const QuoteWords& a,
                                                                            const QuoteWords& b);

}  // namespace claimtrail
