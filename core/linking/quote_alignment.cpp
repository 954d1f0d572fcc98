#include "core/linking/quote_alignment.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Where more than the first stretch is looked for, one must be worth this.
constexpr int kWorthwhile = 5;

/// Another form of a short word is another word.
bool may_be_inflected(const std::string& word) { return word.size() > 3; }

/// A word as the alignment compares it, with numbers for texts: each two words of both quotations
/// are held against each other.
struct ComparedWord {
  std::size_t spelling = 0;
  std::size_t stem = 0;  ///< 0: it has no other forms
  bool is_function = false;
};

class ComparedWords {
 public:
  [[nodiscard]] std::vector<ComparedWord> of(const std::vector<std::string>& words) {
    std::vector<ComparedWord> compared;
    compared.reserve(words.size());
    for (const std::string& word : words) {
      compared.push_back({number_of(plain_spelling(word)),
                          may_be_inflected(word) ? number_of(stem(word)) : 0,
                          is_function_word(word)});
    }
    return compared;
  }

 private:
  std::size_t number_of(const std::string& text) {
    return numbers_.try_emplace(text, numbers_.size() + 1).first->second;
  }

  std::unordered_map<std::string, std::size_t> numbers_;
};

int worth(const ComparedWord& a, const ComparedWord& b) {
  if (a.spelling == b.spelling) return a.is_function ? 2 : 4;
  return a.stem != 0 && a.stem == b.stem ? 2 : -2;
}

struct Window {
  std::size_t a_begin, a_end, b_begin, b_end;
};

class Aligner {
 public:
  Aligner(const QuoteWords& a, const QuoteWords& b) : a_(a), b_(b) {
    ComparedWords words;
    a_words_ = words.of(a.words);
    b_words_ = words.of(b.words);
  }

  void align(const Window& window, int least, Pairs& pairs) const {
    if (window.a_begin >= window.a_end || window.b_begin >= window.b_end) return;
    const Pairs found = best(window, least);
    if (found.empty()) return;
    align({window.a_begin, found.front().first, window.b_begin, found.front().second}, kWorthwhile,
          pairs);
    pairs.insert(pairs.end(), found.begin(), found.end());
    align({found.back().first + 1, window.a_end, found.back().second + 1, window.b_end},
          kWorthwhile, pairs);
  }

 private:
  static int skip(QuoteGap gap) { return gap == QuoteGap::none ? 2 : 0; }

  [[nodiscard]] Pairs best(const Window& window, int least) const {
    const std::size_t rows = window.a_end - window.a_begin;
    const std::size_t columns = window.b_end - window.b_begin;
    const std::size_t width = columns + 1;
    std::vector<int> score((rows + 1) * width, 0);
    std::size_t top = 0;
    for (std::size_t i = 1; i <= rows; ++i) {
      for (std::size_t j = 1; j <= columns; ++j) {
        const std::size_t here = i * width + j;
        const std::size_t a = window.a_begin + i - 1;
        const std::size_t b = window.b_begin + j - 1;
        score[here] = std::max({0, score[here - width - 1] + worth(a_words_[a], b_words_[b]),
                                score[here - width] - skip(b_.gap_before[b + 1]),
                                score[here - 1] - skip(a_.gap_before[a + 1])});
        if (score[here] > score[top]) top = here;
      }
    }
    Pairs pairs;
    if (score[top] < least) return pairs;
    for (std::size_t here = top; score[here] > 0;) {
      const std::size_t a = window.a_begin + here / width - 1;
      const std::size_t b = window.b_begin + here % width - 1;
      const int gained = worth(a_words_[a], b_words_[b]);
      if (score[here] == score[here - width - 1] + gained) {
        if (gained > 0) pairs.emplace_back(a, b);
        here -= width + 1;
      } else if (score[here] == score[here - width] - skip(b_.gap_before[b + 1])) {
        here -= width;
      } else {
        --here;
      }
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }

  const QuoteWords& a_;
  const QuoteWords& b_;
  std::vector<ComparedWord> a_words_;
  std::vector<ComparedWord> b_words_;
};

}  // namespace

WordMatch match_words(const std::string& a, const std::string& b) {
  if (a == b || plain_spelling(a) == plain_spelling(b)) return WordMatch::same;
  const bool inflected = may_be_inflected(a) && may_be_inflected(b) && stem(a) == stem(b);
  return inflected ? WordMatch::inflected : WordMatch::none;
}

Pairs align_quotes(const QuoteWords& a, const QuoteWords& b) {
  Pairs pairs;
  Aligner(a, b).align({0, a.words.size(), 0, b.words.size()}, 1, pairs);
  return pairs;
}

}  // namespace claimtrail
