#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/linking/quote_words.h"
#include "core/text/numbers.h"

namespace claimtrail {

/// A word as quotations are compared by it, with numbers for texts: every two words of two
/// quotations are held against each other. Numbers of one `QuoteWordNumbers` alone compare.
struct ComparedWord {
  std::uint32_t spelling = 0;  ///< of its plain spelling
  std::uint32_t stem = 0;      ///< 0: so short a word has no other forms
  bool is_function = false;
};

class QuoteWordNumbers {
 public:
  [[nodiscard]] std::vector<ComparedWord> of(const std::vector<std::string>& words);

 private:
  Numbers<std::string> numbers_;
};

/// A quotation ready to be compared with others.
struct ComparedQuote {
  QuoteWords quote;
  std::vector<ComparedWord> words;  ///< one a word
};

enum class WordMatch { none, inflected, same };

/// `same`: the same word, spelled one way or the other; `inflected`: another form of it.
[[nodiscard]] WordMatch match_words(const ComparedWord& a, const ComparedWord& b);

/// Which words of two quotations are one and the same spoken word: index pairs in order of both.
/// The best local alignment (Smith and Waterman, 1981), in which words left out under an ellipsis
/// or a bracket cost nothing; then the same before and after it, so that a word far off ("I") draws
/// nothing apart. Quadratic in words.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> align_quotes(const ComparedQuote& a,
                                                                            const ComparedQuote& b);

}  // namespace claimtrail
