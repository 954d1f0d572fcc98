#include "core/linking/quote_alignment.h"

#include <algorithm>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Where more than the first stretch is looked for, one must be worth this.
constexpr int kWorthwhile = 5;

int worth(const ComparedWord& a, const ComparedWord& b) {
  switch (match_words(a, b)) {
    case WordMatch::same:
      return a.is_function ? 2 : 4;
    case WordMatch::inflected:
      return 2;
    case WordMatch::none:
      break;
  }
  return -2;
}

struct Window {
  std::size_t a_begin, a_end, b_begin, b_end;
};

class Aligner {
 public:
  Aligner(const ComparedQuote& a, const ComparedQuote& b) : a_(a), b_(b) {}

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
        score[here] = std::max({0, score[here - width - 1] + worth(a_.words[a], b_.words[b]),
                                score[here - width] - skip(b_.quote.gap_before[b + 1]),
                                score[here - 1] - skip(a_.quote.gap_before[a + 1])});
        if (score[here] > score[top]) top = here;
      }
    }
    Pairs pairs;
    if (score[top] < least) return pairs;
    for (std::size_t here = top; score[here] > 0;) {
      const std::size_t a = window.a_begin + here / width - 1;
      const std::size_t b = window.b_begin + here % width - 1;
      const int gained = worth(a_.words[a], b_.words[b]);
      if (score[here] == score[here - width - 1] + gained) {
        if (gained > 0) pairs.emplace_back(a, b);
        here -= width + 1;
      } else if (score[here] == score[here - width] - skip(b_.quote.gap_before[b + 1])) {
        here -= width;
      } else {
        --here;
      }
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }

  const ComparedQuote& a_;
  const ComparedQuote& b_;
};

}  // namespace

std::vector<ComparedWord> QuoteWordNumbers::of(const std::vector<std::string>& words) {
  constexpr std::size_t kLongestWithoutForms = 3;
  std::vector<ComparedWord> compared;
  compared.reserve(words.size());
  for (const std::string& word : words) {
    compared.push_back({numbers_.of(plain_spelling(word)),
                        word.size() > kLongestWithoutForms ? numbers_.of(stem(word)) : 0,
                        is_function_word(word)});
  }
  return compared;
}

WordMatch match_words(const ComparedWord& a, const ComparedWord& b) {
  if (a.spelling == b.spelling) return WordMatch::same;
  return a.stem != 0 && a.stem == b.stem ? WordMatch::inflected : WordMatch::none;
}

Pairs align_quotes(const ComparedQuote& a, const ComparedQuote& b) {
  Pairs pairs;
  Aligner(a, b).align({0, a.words.size(), 0, b.words.size()}, 1, pairs);
  return pairs;
}

}  // namespace claimtrail
