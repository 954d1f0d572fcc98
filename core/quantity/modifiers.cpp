#include "core/quantity/modifiers.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace claimtrail {
namespace {

enum class Sense {
  more_than,
  less_than,
  at_least,
  at_most,
  approximate,
  up,
  down,
  soft_up,
  soft_down,
  another,
  between,
  minus,
  skip  ///< says nothing of the number, stands between it and its modifier
};

struct Phrase {
  std::string_view words;
  Sense sense;
};

using enum Sense;

// Read backwards from the number, the longest first.
constexpr Phrase kBefore[] = {
    {"more than", more_than},
    {"over", more_than},
    {"above", more_than},
    {"beyond", more_than},
    {"exceeding", more_than},
    {"exceed", more_than},
    {"exceeds", more_than},
    {"exceeded", more_than},
    {"surpass", more_than},
    {"surpasses", more_than},
    {"surpassed", more_than},
    {"surpassing", more_than},
    {"topping", more_than},
    {"topped", more_than},
    {"upwards of", more_than},
    {"upward of", more_than},
    {"in excess of", more_than},
    {"north of", more_than},
    {"greater than", more_than},
    {"larger than", more_than},
    {"bigger than", more_than},
    {"higher than", more_than},
    {"better than", more_than},
    {"longer than", more_than},
    {"older than", more_than},
    {"faster than", more_than},
    {"heavier than", more_than},
    {"taller than", more_than},
    {"under", less_than},
    {"below", less_than},
    {"sub-", less_than},
    {"less than", less_than},
    {"fewer than", less_than},
    {"lower than", less_than},
    {"smaller than", less_than},
    {"shorter than", less_than},
    {"younger than", less_than},
    {"short of", less_than},
    {"shy of", less_than},
    {"south of", less_than},
    {"at least", at_least},
    {"at the least", at_least},
    {"at minimum", at_least},
    {"at a minimum", at_least},
    {"a minimum of", at_least},
    {"minimum of", at_least},
    {"no fewer than", at_least},
    {"no less than", at_least},
    {"not fewer than", at_least},
    {"not less than", at_least},
    {"as few as", at_least},
    {"as little as", at_least},
    {"equal to or more than", at_least},
    {"equal to or greater than", at_least},
    {"more than or equal to", at_least},
    {"greater than or equal to", at_least},
    {"larger than or equal to", at_least},
    {"starting at", at_least},
    {"up to", at_most},
    {"at most", at_most},
    {"at the most", at_most},
    {"as many as", at_most},
    {"as much as", at_most},
    {"as high as", at_most},
    {"no more than", at_most},
    {"not more than", at_most},
    {"no greater than", at_most},
    {"no higher than", at_most},
    {"no over", at_most},
    {"not over", at_most},
    {"not exceeding", at_most},
    {"not to exceed", at_most},
    {"a maximum of", at_most},
    {"maximum of", at_most},
    {"equal to or less than", at_most},
    {"less than or equal to", at_most},
    {"smaller than or equal to", at_most},
    {"about", approximate},
    {"around", approximate},
    {"roughly", approximate},
    {"approximately", approximate},
    {"approx", approximate},
    {"approx.", approximate},
    {"circa", approximate},
    {"ca.", approximate},
    {"c.", approximate},
    {"some", approximate},
    {"nearly", approximate},
    {"almost", approximate},
    {"close to", approximate},
    {"near", approximate},
    {"nearing", approximate},
    {"approaching", approximate},
    {"estimated", approximate},
    {"virtually", approximate},
    {"in the region of", approximate},
    {"in the neighborhood of", approximate},
    {"in the neighbourhood of", approximate},
    {"in the vicinity of", approximate},
    {"on the order of", approximate},
    {"in the order of", approximate},
    {"something like", approximate},
    {"or so", approximate},
    {"perhaps", approximate},
    {"maybe", approximate},
    {"~", approximate},
    {"≈", approximate},
    {"±", approximate},
    {"up", up},
    {"up by", up},
    {"rose", up},
    {"rise", up},
    {"rises", up},
    {"rising", up},
    {"risen", up},
    {"climbed", up},
    {"climb", up},
    {"climbs", up},
    {"climbing", up},
    {"jumped", up},
    {"jump", up},
    {"jumps", up},
    {"grew", up},
    {"grow", up},
    {"grows", up},
    {"grown", up},
    {"growing", up},
    {"increased", up},
    {"increase", up},
    {"increases", up},
    {"increasing", up},
    {"increase of", up},
    {"rise of", up},
    {"gain of", up},
    {"soared", up},
    {"soar", up},
    {"surged", up},
    {"surge", up},
    {"rallied", up},
    {"advanced", up},
    {"edged up", up},
    {"inched up", up},
    {"ticked up", up},
    {"gained", soft_up},
    {"gain", soft_up},
    {"gains", soft_up},
    {"gaining", soft_up},
    {"added", soft_up},
    {"adding", soft_up},
    {"down", down},
    {"down by", down},
    {"fell", down},
    {"fall", down},
    {"falls", down},
    {"fallen", down},
    {"falling", down},
    {"dropped", soft_down},
    {"drop", soft_down},
    {"drops", soft_down},
    {"dropping", soft_down},
    {"declined", down},
    {"decline", down},
    {"declines", down},
    {"decreased", down},
    {"decrease", down},
    {"decrease of", down},
    {"decline of", down},
    {"drop of", down},
    {"fall of", down},
    {"slid", down},
    {"slide", down},
    {"slipped", down},
    {"tumbled", down},
    {"plunged", down},
    {"plummeted", down},
    {"sank", down},
    {"sunk", down},
    {"slumped", down},
    {"shrank", down},
    {"shrunk", down},
    {"dipped", down},
    {"lost", soft_down},
    {"lose", soft_down},
    {"loses", soft_down},
    {"shed", soft_down},
    {"another", another},
    {"additional", another},
    {"further", another},
    {"extra", another},
    {"between", between},
    {"from", between},
    {"ranging from", between},
    {"minus", minus},
    {"minus -", minus},
    {"negative", minus},
    {"by", skip},
    {"just", skip},
    {"only", skip},
    {"well", skip},
    {"far", skip},
    {"even", skip},
    {"still", skip},
    {"already", skip},
    {"now", skip},
    {"slightly", skip},
    {"total of", skip},
    {"a total of", skip},
    {"average of", skip},
    {"an average of", skip},
    {"sum of", skip},
};

constexpr Phrase kAfter[] = {
    {"or more", at_least},
    {"or higher", at_least},
    {"or greater", at_least},
    {"or over", at_least},
    {"or above", at_least},
    {"or better", at_least},
    {"or older", at_least},
    {"or longer", at_least},
    {"and more", at_least},
    {"and up", at_least},
    {"and above", at_least},
    {"and over", at_least},
    {"and older", at_least},
    {"- plus", at_least},
    {"plus", at_least},
    {"+", at_least},
    {"at least", at_least},
    {"or less", at_most},
    {"or fewer", at_most},
    {"or lower", at_most},
    {"or under", at_most},
    {"or below", at_most},
    {"or younger", at_most},
    {"and under", at_most},
    {"and below", at_most},
    {"at most", at_most},
    {"at the most", at_most},
    {"tops", at_most},
    {"or so", approximate},
    {"- odd", approximate},
    {"odd", approximate},
    {"or thereabouts", approximate},
    {"more or less", approximate},
    {"give or take", approximate},
};

struct Entry {
  std::vector<std::string_view> words;
  Sense sense = skip;
};

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    parts.push_back(words.substr(0, blank));
    words = blank == std::string_view::npos ? std::string_view{} : words.substr(blank + 1);
  }
  return parts;
}

using Shelf = std::unordered_map<std::string_view, std::vector<Entry>>;

template <std::size_t N>
Shelf shelve(const Phrase (&phrases)[N], bool by_last) {
  Shelf shelf;
  for (const Phrase& phrase : phrases) {
    Entry entry{split(phrase.words), phrase.sense};
    shelf[by_last ? entry.words.back() : entry.words.front()].push_back(std::move(entry));
  }
  for (auto& [key, entries] : shelf) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.words.size() > b.words.size();
    });
  }
  return shelf;
}

/// The phrase that ends before token `at`, and how many tokens it has.
std::pair<Sense, std::size_t> phrase_before(const TokenizedText& text, std::size_t at,
                                            std::size_t floor) {
  static const Shelf shelf = shelve(kBefore, true);
  const auto found = shelf.find(text.lower[at - 1]);
  if (found == shelf.end()) return {skip, 0};
  for (const Entry& entry : found->second) {
    const std::size_t size = entry.words.size();
    if (at - floor < size) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < size; ++i)
      same = text.lower[at - size + i] == entry.words[i];
    if (same) return {entry.sense, size};
  }
  return {skip, 0};
}

/// "about" and "over" as plain prepositions: "talks about three issues".
bool preposition(const TokenizedText& text, std::size_t at, std::size_t floor) {
  static const std::unordered_set<std::string_view> verbs{
      "talk",      "talks",       "talked",     "talking",  "worried", "worry",   "concerned",
      "concern",   "think",       "thinking",   "know",     "learn",   "learned", "asked",
      "questions", "information", "complained", "concerns", "story",   "stories", "tell",
      "told",      "speak",       "spoke",      "control",  "dispute", "war",     "disagreement"};
  return at > floor && verbs.contains(text.lower[at - 1]);
}

Modifier bound_of(Sense sense) {
  switch (sense) {
    case more_than:
      return Modifier::more_than;
    case less_than:
      return Modifier::less_than;
    case at_least:
      return Modifier::at_least;
    case at_most:
      return Modifier::at_most;
    default:
      return Modifier::none;
  }
}

struct Comparison {
  Sense sense = skip;
  std::size_t size = 0;
};

/// ">", "<", ">=", "≤" before a number.
Comparison sign_before(const TokenizedText& text, std::size_t at, std::size_t floor) {
  const std::string_view last = text.lower[at - 1];
  if (last == "=" && at - floor >= 2) {
    const std::string_view first = text.lower[at - 2];
    if (first == ">") return {at_least, 2};
    if (first == "<") return {at_most, 2};
    return {};
  }
  const bool alone = at - floor < 2 || (text.lower[at - 2] != "<" && text.lower[at - 2] != "=");
  if (last == ">" && alone) return {more_than, 1};
  if (last == "<" && alone) return {less_than, 1};
  if (last == "≥") return {at_least, 1};
  if (last == "≤") return {at_most, 1};
  return {};
}

}  // namespace

PrefixModifier read_prefix(const TokenizedText& text, std::size_t at, std::size_t floor) {
  PrefixModifier read;
  read.first = at;
  std::size_t here = at;
  bool article = false;
  constexpr int kMostPhrases = 5;
  for (int i = 0; i < kMostPhrases && here > floor; ++i) {
    const std::string_view last = text.lower[here - 1];
    if (last == "-" && here == at && !text.tokens[here].space_before) {
      const bool starts = here - 1 == floor || text.tokens[here - 1].space_before ||
                          text.tokens[here - 2].kind == TokenKind::symbol;
      if (here - 1 > floor && !text.tokens[here - 1].space_before &&
          text.lower[here - 2] == "sub") {
        read.bound = Modifier::less_than;
        read.first = here = here - 2;
        continue;
      }
      if (here - 1 > floor && !text.tokens[here - 1].space_before &&
          text.lower[here - 2] == "minus") {
        read.negative = true;
        read.first = here = here - 2;
        continue;
      }
      if (!starts) break;
      read.negative = true;
      read.first = here = here - 1;
      continue;
    }
    if (last == "\xE2\x88\x92" && here == at) {
      read.negative = true;
      read.first = here = here - 1;
      continue;
    }
    if (const Comparison sign = sign_before(text, here, floor); sign.size > 0) {
      if (read.bound == Modifier::none) read.bound = bound_of(sign.sense);
      read.first = here = here - sign.size;
      continue;
    }
    if ((last == "a" || last == "an") && !article) {
      // "about a 5 % rise", but not "over a 10-year period".
      article = true;
      --here;
      continue;
    }
    const auto [sense, size] = phrase_before(text, here, floor);
    if (size == 0) break;
    if (article && sense != approximate && sense != another) break;
    if (size == 1 && (sense == approximate || sense == more_than) &&
        preposition(text, here - 1, floor))
      break;
    switch (sense) {
      case approximate:
        read.approximate = true;
        break;
      case up:
      case soft_up:
      case down:
      case soft_down:
        if (read.direction == Modifier::none && !read.between) {
          read.direction = sense == up || sense == soft_up ? Modifier::up : Modifier::down;
          read.soft_direction = sense == soft_up || sense == soft_down;
        }
        break;
      case another:
        read.relative = true;
        break;
      case between:
        if (read.bound != Modifier::none || read.direction != Modifier::none) return read;
        read.between = true;
        read.inside = read.first;
        break;
      case minus:
        read.negative = true;
        break;
      case skip:
        break;
      default:
        if (read.bound == Modifier::none) read.bound = bound_of(sense);
        break;
    }
    here -= size;
    const bool verb = sense == up || sense == down || sense == soft_up || sense == soft_down;
    if (sense == skip) continue;
    if (verb && text.lower[here] != "up" && text.lower[here] != "down") break;
    read.first = here;
    if (verb || sense == between) break;
  }
  return read;
}

std::optional<SuffixModifier> read_suffix(const TokenizedText& text, std::size_t at,
                                          std::size_t limit) {
  static const Shelf shelf = shelve(kAfter, false);
  if (at >= limit) return std::nullopt;
  const auto found = shelf.find(text.lower[at]);
  if (found == shelf.end()) return std::nullopt;
  for (const Entry& entry : found->second) {
    const std::size_t size = entry.words.size();
    if (limit - at < size) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < size; ++i) same = text.lower[at + i] == entry.words[i];
    if (!same) continue;
    if (entry.words[0] == "+" && text.tokens[at].space_before) continue;
    // "five or more likely": the comparison goes on.
    if (size == 2 && entry.words[1] == "more" && at + 2 < limit && text.lower[at + 2] == "than")
      continue;
    Modifier modifier = bound_of(entry.sense);
    if (entry.sense == approximate) modifier = Modifier::approximately;
    return SuffixModifier{at + size, modifier};
  }
  return std::nullopt;
}

}  // namespace claimtrail
