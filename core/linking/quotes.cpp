#include "core/linking/quotes.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/linking/quote_alignment.h"
#include "core/linking/words.h"

namespace claimtrail {
namespace {

/// Quotations longer than this are compared by their first words: alignment is quadratic.
constexpr std::size_t kLongest = 300;
constexpr std::size_t kRareWordReadings = 400;
/// How much of the shorter quotation the longer one must hold.
constexpr double kSameUtterance = 0.5;

bool is_article(const std::string& word) { return word == "a" || word == "an" || word == "the"; }

/// How much of a quotation some of its words are: grammar less than content.
double weight(const ComparedWord& word) { return word.is_function ? 0.4 : 1; }

double weight(const std::vector<ComparedWord>& words) {
  double sum = 0;
  for (const ComparedWord& word : words) sum += weight(word);
  return sum;
}

/// What differs between two aligned quotations.
struct Differences {
  bool spelled = false;   ///< spelling, numerals, an article, words in brackets
  bool reworded = false;  ///< words exchanged, dropped or added inside
  bool elided = false;    ///< words left out under an ellipsis
  double shared = 0;      ///< weight of the words both have
  std::size_t shared_content = 0;
};

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Judges the words of one side between two pairs, where the other side has `gap`.
void judge_extra(const std::vector<std::string>& words, std::size_t begin, std::size_t end,
                 QuoteGap gap, Differences& found) {
  for (std::size_t i = begin; i < end; ++i) {
    if (gap == QuoteGap::ellipsis || gap == QuoteGap::apart) {
      found.elided = true;
    } else if (gap == QuoteGap::editorial || is_article(words[i])) {
      found.spelled = true;
    } else {
      found.reworded = true;
    }
  }
}

Differences differences(const ComparedQuote& one, const ComparedQuote& other, const Pairs& pairs) {
  const QuoteWords& a = one.quote;
  const QuoteWords& b = other.quote;
  Differences found;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [left, right] = pairs[i];
    const ComparedWord& word = one.words[left];
    const WordMatch match = match_words(word, other.words[right]);
    found.shared += weight(word) * (match == WordMatch::same ? 1 : 0.7);
    found.shared_content += word.is_function ? 0 : 1;
    found.reworded = found.reworded || match == WordMatch::inflected;
    found.spelled = found.spelled || a.words[left] != b.words[right];
    if (i == 0) continue;
    const auto [left_before, right_before] = pairs[i - 1];
    // Where both have words of their own, one quotation's end stands against another's.
    const bool both = left > left_before + 1 && right > right_before + 1;
    const auto gap = [&](QuoteGap of) {
      return both && of == QuoteGap::apart ? QuoteGap::none : of;
    };
    judge_extra(a.words, left_before + 1, left, gap(b.gap_before[right]), found);
    judge_extra(b.words, right_before + 1, right, gap(a.gap_before[left]), found);
  }
  return found;
}

/// What two quotations hold before their first shared word, or after the last.
struct Ends {
  std::size_t a = 0;
  std::size_t b = 0;
  bool bracketed = false;  ///< where one of them has words in brackets

  /// Words in brackets stand for a few spoken ones.
  [[nodiscard]] bool explained() const { return bracketed && a + b <= 3; }
  [[nodiscard]] bool differ() const { return a > 0 && b > 0 && !explained(); }
  [[nodiscard]] bool cut() const { return (a > 0) != (b > 0) && !explained(); }
};

/// Other quotations beside the shared one are no part of it: who quotes fewer has cut none short.
Ends ends(std::size_t a, QuoteGap gap_a, std::size_t b, QuoteGap gap_b) {
  return {gap_a == QuoteGap::apart ? 0 : a, gap_b == QuoteGap::apart ? 0 : b,
          gap_a == QuoteGap::editorial || gap_b == QuoteGap::editorial};
}

std::size_t find_root(std::vector<std::size_t>& parent, std::size_t at) {
  while (parent[at] != at) at = parent[at] = parent[parent[at]];
  return at;
}

QuoteChange compare(const ComparedQuote& a, const ComparedQuote& b) {
  const QuoteWords& left = a.quote;
  const QuoteWords& right = b.quote;
  if (left.words.empty() || right.words.empty()) return QuoteChange::unrelated;
  if (left.words == right.words) return QuoteChange::none;

  const Pairs pairs = align_quotes(a, b);
  if (pairs.empty()) return QuoteChange::unrelated;
  const Differences found = differences(a, b, pairs);
  const std::size_t fewer = std::min(left.words.size(), right.words.size());
  const double least = std::min(weight(a.words), weight(b.words));
  if (found.shared < kSameUtterance * least) return QuoteChange::unrelated;
  if (found.shared_content < 2 && (pairs.size() < fewer || fewer < 4)) {
    return QuoteChange::unrelated;
  }

  const auto [left_first, right_first] = pairs.front();
  const auto [left_last, right_last] = pairs.back();
  const Ends before =
      ends(left_first, left.gap_before[left_first], right_first, right.gap_before[right_first]);
  const Ends after = ends(left.words.size() - 1 - left_last, left.gap_before[left_last + 1],
                          right.words.size() - 1 - right_last, right.gap_before[right_last + 1]);
  if (found.reworded || before.differ() || after.differ()) return QuoteChange::altered;
  if (found.elided || before.cut() || after.cut()) return QuoteChange::truncated;
  return QuoteChange::trivial;
}

}  // namespace

const char* to_string(QuoteChange change) {
  switch (change) {
    case QuoteChange::none:
      return "none";
    case QuoteChange::trivial:
      return "trivial";
    case QuoteChange::truncated:
      return "truncated";
    case QuoteChange::altered:
      return "altered";
    case QuoteChange::unrelated:
      break;
  }
  return "unrelated";
}

/// The quotations a comparer has seen.
class QuoteComparer::Quotes {
 public:
  const ComparedQuote& of(const std::string& text) {
    const auto [found, fresh] = quotes_.try_emplace(text);
    if (fresh) {
      found->second.quote = read_quote(text, kLongest);
      found->second.words = numbers_.of(found->second.quote.words);
    }
    return found->second;
  }

 private:
  QuoteWordNumbers numbers_;
  std::unordered_map<std::string, ComparedQuote> quotes_;
};

QuoteComparer::QuoteComparer() : quotes_(std::make_unique<Quotes>()) {}
QuoteComparer::~QuoteComparer() = default;

QuoteChange QuoteComparer::compare(const std::string& a, const std::string& b) {
  return claimtrail::compare(quotes_->of(a), quotes_->of(b));
}

QuoteChange compare_quotes(std::string_view a, std::string_view b) {
  return QuoteComparer().compare(std::string(a), std::string(b));
}

std::vector<std::size_t> group_quotes(const std::vector<std::string>& quotes) {
  std::vector<std::size_t> parent(quotes.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  std::unordered_map<std::string, std::vector<std::size_t>> index;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    std::vector<std::string> stems;
    for (const std::string& word : folded_words(quotes[i])) {
      if (word != "…" && !is_function_word(word)) stems.push_back(stem(word));
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    for (std::string& word : stems) index[std::move(word)].push_back(i);
  }
  std::unordered_map<std::uint64_t, std::size_t> shared;
  for (const auto& [word, members] : index) {
    if (members.size() > kRareWordReadings) continue;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        ++shared[(static_cast<std::uint64_t>(members[i]) << 32U) | members[j]];
      }
    }
  }
  QuoteComparer comparer;
  for (const auto& [pair, count] : shared) {
    if (count < 2) continue;
    const auto i = static_cast<std::size_t>(pair >> 32U);
    const auto j = static_cast<std::size_t>(pair & 0xFFFFFFFFU);
    const std::size_t a = find_root(parent, i);
    const std::size_t b = find_root(parent, j);
    if (a == b || comparer.compare(quotes[i], quotes[j]) == QuoteChange::unrelated) continue;
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = find_root(parent, i);
  return parent;
}

}  // namespace claimtrail
