#include "core/linking/quotes.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

/// Quotations longer than this are compared by their first words: alignment is quadratic.
constexpr std::size_t kLongest = 300;
constexpr std::size_t kRareWordReadings = 400;

struct QuoteWords {
  std::vector<std::string> words;  ///< without ellipses
  std::vector<bool> gap_before;    ///< an ellipsis stands before this word
  bool gap_at_end = false;
};

/// Contractions written out, so that "it's" and "it is" are the same words.
void push_expanded(const std::string& word, std::vector<std::string>& words) {
  static const std::unordered_map<std::string, std::vector<std::string>> kContractions{
      {"can't", {"can", "not"}}, {"cannot", {"can", "not"}},   {"won't", {"will", "not"}},
      {"it's", {"it", "is"}},    {"that's", {"that", "is"}},   {"i'm", {"i", "am"}},
      {"let's", {"let", "us"}},  {"there's", {"there", "is"}}, {"what's", {"what", "is"}},
      {"he's", {"he", "is"}},    {"she's", {"she", "is"}}};
  static const std::vector<std::pair<std::string, std::string>> kEndings{
      {"n't", "not"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'d", "would"}};
  if (const auto found = kContractions.find(word); found != kContractions.end()) {
    words.insert(words.end(), found->second.begin(), found->second.end());
    return;
  }
  for (const auto& [ending, full] : kEndings) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      words.push_back(word.substr(0, word.size() - ending.size()));
      words.push_back(full);
      return;
    }
  }
  words.push_back(word);
}

std::string numeral(const std::string& word) {
  static const std::unordered_map<std::string, std::string> kNumerals{
      {"one", "1"},     {"two", "2"},     {"three", "3"},  {"four", "4"}, {"five", "5"},
      {"six", "6"},     {"seven", "7"},   {"eight", "8"},  {"nine", "9"}, {"ten", "10"},
      {"eleven", "11"}, {"twelve", "12"}, {"percent", "%"}};
  const auto found = kNumerals.find(word);
  return found == kNumerals.end() ? word : found->second;
}

QuoteWords read_quote(std::string_view text) {
  QuoteWords quote;
  bool gap = false;
  for (const std::string& word : folded_words(text)) {
    if (quote.words.size() >= kLongest) break;
    if (word == "…") {
      gap = true;
      continue;
    }
    std::vector<std::string> expanded;
    push_expanded(numeral(word), expanded);
    for (std::string& part : expanded) {
      quote.words.push_back(std::move(part));
      quote.gap_before.push_back(std::exchange(gap, false));
    }
  }
  quote.gap_at_end = gap;
  return quote;
}

bool near_spelling(const std::string& a, const std::string& b) {
  return a == b || (a.size() > 3 && b.size() > 3 && stem(a) == stem(b));
}

/// A longest common subsequence: which words of each side have a partner.
struct Alignment {
  std::vector<bool> a_matched;
  std::vector<bool> b_matched;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

Alignment align(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const std::size_t here = i * width + j;
      best[here] = near_spelling(a[i], b[j])
                       ? static_cast<std::uint16_t>(best[here + width + 1] + 1)
                       : std::max(best[here + width], best[here + 1]);
    }
  }
  Alignment alignment{std::vector<bool>(a.size()), std::vector<bool>(b.size()), {}};
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (near_spelling(a[i], b[j])) {
      alignment.a_matched[i] = true;
      alignment.b_matched[j] = true;
      alignment.pairs.emplace_back(i++, j++);
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return alignment;
}

bool is_content(const std::string& word) { return !is_function_word(word); }

std::size_t count_content(const std::vector<std::string>& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_content));
}

/// Words of one side without a partner, told apart by where they stand.
struct Unmatched {
  std::size_t inner_content = 0;  ///< between matched words, not under the other side's ellipsis
  std::size_t inner_function = 0;
  std::size_t outer_content = 0;  ///< before the first or after the last matched word
  std::size_t elided = 0;         ///< where the other side has an ellipsis
};

Unmatched unmatched(const QuoteWords& side, const std::vector<bool>& matched,
                    const QuoteWords& other, const std::vector<std::size_t>& partner) {
  Unmatched result;
  const auto first = std::find(matched.begin(), matched.end(), true);
  const auto last = std::find(matched.rbegin(), matched.rend(), true);
  const auto begin = static_cast<std::size_t>(first - matched.begin());
  const auto end = matched.size() - static_cast<std::size_t>(last - matched.rbegin());
  for (std::size_t i = 0; i < side.words.size(); ++i) {
    if (matched[i]) continue;
    const bool content = is_content(side.words[i]);
    if (i < begin || i >= end) {
      result.outer_content += content ? 1 : 0;
      continue;
    }
    std::size_t next = i;
    while (!matched[next]) ++next;
    if (other.gap_before[partner[next]]) {
      ++result.elided;
    } else if (content) {
      ++result.inner_content;
    } else {
      ++result.inner_function;
    }
  }
  return result;
}

std::size_t find_root(std::vector<std::size_t>& parent, std::size_t at) {
  while (parent[at] != at) at = parent[at] = parent[parent[at]];
  return at;
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

QuoteChange compare_quotes(std::string_view a, std::string_view b) {
  const QuoteWords left = read_quote(a);
  const QuoteWords right = read_quote(b);
  if (left.words.empty() || right.words.empty()) return QuoteChange::unrelated;
  if (left.words == right.words) return QuoteChange::none;

  const Alignment alignment = align(left.words, right.words);
  std::vector<std::size_t> left_partner(left.words.size());
  std::vector<std::size_t> right_partner(right.words.size());
  std::size_t shared = 0;
  for (const auto& [i, j] : alignment.pairs) {
    left_partner[i] = j;
    right_partner[j] = i;
    shared += is_content(left.words[i]) ? 1 : 0;
  }
  const std::size_t fewer = std::min(count_content(left.words), count_content(right.words));
  if (shared < 3 && shared < fewer) return QuoteChange::unrelated;
  if (shared < 2 || 2 * shared < fewer + 1) return QuoteChange::unrelated;

  const Unmatched in_left = unmatched(left, alignment.a_matched, right, left_partner);
  const Unmatched in_right = unmatched(right, alignment.b_matched, left, right_partner);
  const bool replaced_ends = in_left.outer_content > 0 && in_right.outer_content > 0;
  const std::size_t inner = in_left.inner_content + in_right.inner_content;
  if (inner > 0) return QuoteChange::altered;
  // Both sides go on differently: pieces of one long utterance when most is shared, else two
  // utterances.
  if (replaced_ends) return 4 * shared >= 3 * fewer ? QuoteChange::altered : QuoteChange::unrelated;
  if (in_left.outer_content + in_right.outer_content + in_left.elided + in_right.elided > 0) {
    return QuoteChange::truncated;
  }
  return QuoteChange::trivial;
}

std::vector<std::size_t> group_quotes(const std::vector<std::string>& quotes) {
  std::vector<std::size_t> parent(quotes.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  std::unordered_map<std::string, std::vector<std::size_t>> index;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    std::vector<std::string> stems;
    for (const std::string& word : folded_words(quotes[i])) {
      if (word != "…" && is_content(word)) stems.push_back(stem(word));
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
  for (const auto& [pair, count] : shared) {
    if (count < 2) continue;
    const auto i = static_cast<std::size_t>(pair >> 32U);
    const auto j = static_cast<std::size_t>(pair & 0xFFFFFFFFU);
    if (compare_quotes(quotes[i], quotes[j]) == QuoteChange::unrelated) continue;
    const std::size_t a = find_root(parent, i);
    const std::size_t b = find_root(parent, j);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = find_root(parent, i);
  return parent;
}

}  // namespace claimtrail
