#include "core/linking/quote_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

/// Contractions written out, so that "it's" and "it is" are the same words.
void push_expanded(const std::string& word, std::vector<std::string>& words) {
  static const std::unordered_map<std::string, std::vector<std::string>> kContractions{
      {"can't", {"can", "not"}}, {"cannot", {"can", "not"}},   {"won't", {"will", "not"}},
      {"it's", {"it", "is"}},    {"that's", {"that", "is"}},   {"i'm", {"i", "am"}},
      {"let's", {"let", "us"}},  {"there's", {"there", "is"}}, {"what's", {"what", "is"}},
      {"he's", {"he", "is"}},    {"she's", {"she", "is"}},     {"gonna", {"going", "to"}},
      {"wanna", {"want", "to"}}};
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

/// Where a text has "it 's" or "do n't", as corpora and some feeds do, the parts are one word.
std::vector<std::string> joined_contractions(std::vector<std::string> words) {
  static const std::unordered_map<std::string_view, std::string_view> kParts{
      {"s", "'s"},    {"t", "'t"},    {"re", "'re"}, {"ve", "'ve"}, {"ll", "'ll"},
      {"d", "'d"},    {"m", "'m"},    {"'s", "'s"},  {"'t", "'t"},  {"'re", "'re"},
      {"'ve", "'ve"}, {"'ll", "'ll"}, {"'d", "'d"},  {"'m", "'m"},  {"n't", "n't"}};
  std::vector<std::string> joined;
  for (std::string& word : words) {
    const auto part = kParts.find(word);
    if (part != kParts.end() && !joined.empty() && joined.back() != "…") {
      joined.back() += part->second;
    } else {
      joined.push_back(std::move(word));
    }
  }
  return joined;
}

class QuoteReader {
 public:
  explicit QuoteReader(std::size_t most) : most_(most) {}

  void words(std::string_view text) {
    for (const std::string& word : joined_contractions(folded_words(text))) {
      if (word == "…") {
        gap_ = QuoteGap::ellipsis;
        continue;
      }
      std::vector<std::string> expanded;
      push_expanded(numeral(word), expanded);
      for (std::string& part : expanded) {
        if (quote_.words.size() >= most_) return;
        quote_.words.push_back(std::move(part));
        quote_.gap_before.push_back(std::exchange(gap_, QuoteGap::none));
      }
    }
  }
  void next_quotation() { gap_ = QuoteGap::apart; }
  void bracket() {
    if (gap_ == QuoteGap::none) gap_ = QuoteGap::editorial;
  }
  QuoteWords done() {
    quote_.gap_before.push_back(gap_);
    return std::move(quote_);
  }

 private:
  std::size_t most_;
  QuoteWords quote_;
  QuoteGap gap_ = QuoteGap::none;
};

constexpr std::array<std::string_view, 6> kClosing{"\"", "”", "»", "“", "''", "’"};
constexpr std::array<std::string_view, 6> kOpening{"\"", "“", "«", "„", "``", "‘"};

struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where a mark closes, words left out follow, and a mark opens.
Gap find_break(std::string_view text, std::size_t from) {
  constexpr std::string_view kEllipsis = "…";
  for (auto at = text.find(kEllipsis, from); at != std::string_view::npos;
       at = text.find(kEllipsis, at + 1)) {
    std::string_view before = text.substr(0, at);
    std::string_view after = text.substr(at + kEllipsis.size());
    before = before.substr(0, before.find_last_not_of(' ') + 1);
    after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
    const auto closes = [&](std::string_view mark) { return before.ends_with(mark); };
    const auto opens = [&](std::string_view mark) { return after.starts_with(mark); };
    if (std::any_of(kClosing.begin(), kClosing.end(), closes) &&
        std::any_of(kOpening.begin(), kOpening.end(), opens)) {
      return {at, at + kEllipsis.size()};
    }
  }
  return {text.size(), text.size()};
}

void read_one(std::string_view text, QuoteReader& reader) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find_first_of("[(", at);
    reader.words(text.substr(at, open == std::string_view::npos ? open : open - at));
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find(text[open] == '[' ? ']' : ')', open);
    if (close == std::string_view::npos) {
      at = open + 1;
      continue;
    }
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    if (inside.find("...") != std::string_view::npos ||
        inside.find("…") != std::string_view::npos) {
      reader.words("…");
    } else {
      reader.bracket();
    }
    at = close + 1;
  }
}

}  // namespace

QuoteWords read_quote(std::string_view text, std::size_t most) {
  QuoteReader reader(most);
  for (std::size_t at = 0; at < text.size();) {
    const Gap next = find_break(text, at);
    read_one(text.substr(at, next.begin - at), reader);
    if (next.begin < text.size()) reader.next_quotation();
    at = next.end;
  }
  return reader.done();
}

std::string plain_spelling(std::string word) {
  // Places that news spells by one language or the other.
  static const std::unordered_map<std::string_view, std::string_view> kPlaces{
      {"kiev", "kyiv"},      {"odessa", "odesa"},     {"kharkov", "kharkiv"}, {"lvov", "lviv"},
      {"peking", "beijing"}, {"calcutta", "kolkata"}, {"bombay", "mumbai"}};
  if (const auto place = kPlaces.find(word); place != kPlaces.end())
    return std::string(place->second);
  const auto swap = [&word](std::string_view from, std::string_view to) {
    for (std::size_t at = word.find(from, 1); at != std::string::npos; at = word.find(from, at + 1))
      word.replace(at, from.size(), to);
  };
  if (word.size() < 5) return word;
  for (const std::string_view ending : {"our", "ours", "oured", "ouring", "ourable", "ourhood"}) {
    if (word.ends_with(ending) && word.size() > ending.size() + 2)
      word.replace(word.size() - ending.size(), 3, "or");
  }
  swap("isation", "ization");
  for (const std::string_view ending : {"ise", "ised", "ises", "ising", "yse", "ysed"}) {
    if (word.ends_with(ending)) word[word.size() - ending.size() + 1] = 'z';
  }
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"elled", "eled"},
                                 {"elling", "eling"},
                                 {"ogue", "og"},
                                 {"efence", "efense"},
                                 {"ffence", "ffense"}}) {
    swap(from, to);
  }
  if (word.ends_with("tre")) word.replace(word.size() - 3, 3, "ter");
  return word;
}

}  // namespace claimtrail
