#include "core/quantity/modifiers.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/quantity/modifier_phrases.h"
#include "core/quantity/number_words.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using Sense = ModifierSense;
using enum ModifierSense;

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

Shelf shelve(std::span<const ModifierPhrase> phrases, bool by_last) {
  Shelf shelf;
  for (const ModifierPhrase& phrase : phrases) {
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
  static const Shelf shelf = shelve(phrases_before_number(), true);
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
  static const WordSet verbs{
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

/// "gave up 517 yards", "made up 12 percent": a particle, not a direction.
bool particle(const TokenizedText& text, std::size_t at, std::size_t floor) {
  static const WordSet verbs{
      "give",   "gives",   "gave",   "given",   "giving",  "make",    "makes",   "made",
      "making", "take",    "takes",  "took",    "taken",   "taking",  "set",     "sets",
      "put",    "puts",    "pick",   "picks",   "picked",  "picking", "turn",    "turned",
      "turns",  "sign",    "signed", "round",   "rounded", "come",    "came",    "wind",
      "wound",  "use",     "used",   "break",   "broke",   "broken",  "blow",    "blew",
      "line",   "lined",   "show",   "showed",  "clean",   "cleaned", "free",    "freed",
      "rack",   "racked",  "bring",  "brought", "held",    "hold",    "tear",    "tore",
      "track",  "tracked", "shut",   "shoot",   "shot",    "knock",   "knocked", "lay",
      "laid",   "gun",     "gunned", "hunt",    "dig",     "dug",     "digging", "hunted",
      "call",   "called",  "backed", "back"};
  return at > floor && verbs.contains(text.lower[at - 1]);
}

/// "expected to grow sales by 35 percent": the verb of change before the object of a "by" at `at`.
Sense change_before_by(const TokenizedText& text, std::size_t at, std::size_t floor) {
  static const std::unordered_map<std::string_view, Sense> verbs{
      {"cut", down},      {"cuts", down},      {"cutting", down},  {"reduce", down},
      {"reduced", down},  {"reduces", down},   {"reducing", down}, {"lower", down},
      {"lowered", down},  {"lowering", down},  {"slash", down},    {"slashed", down},
      {"raise", up},      {"raised", up},      {"raises", up},     {"raising", up},
      {"boost", up},      {"boosted", up},     {"boosting", up},   {"expand", up},
      {"expanded", up},   {"expanding", up},   {"grow", up},       {"grew", up},
      {"growing", up},    {"increase", up},    {"increased", up},  {"increasing", up},
      {"decrease", down}, {"decreased", down}, {"lifted", up},     {"lift", up},
      {"shrink", down},   {"shrunk", down}};
  constexpr std::size_t kObject = 6;
  for (std::size_t here = at; here > floor && at - here < kObject;) {
    --here;
    const auto verb = verbs.find(text.lower[here]);
    if (verb != verbs.end()) return verb->second;
    if (text.tokens[here].kind != TokenKind::word) break;
  }
  return skip;
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
  std::optional<std::size_t> by;
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
      const bool name = here - 1 > floor && text.tokens[here - 2].capitalised &&
                        text.tokens[here - 2].kind == TokenKind::word && here - 2 > 0;
      const bool range = here > 1 && text.tokens[here - 2].kind == TokenKind::number;
      if (!starts || name || range) break;
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
        if (size == 1 && (last == "up" || last == "down") && particle(text, here - 1, floor))
          return read;
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
        if (last == "by") by = here - 1;
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
  if (by) {
    read.by = true;
    if (read.direction == Modifier::none) {
      const Sense change = change_before_by(text, *by, floor);
      if (change != skip) read.direction = change == up ? Modifier::up : Modifier::down;
    }
  }
  return read;
}

namespace {

/// "five or more likely than", "above 1,000 and below 1,500", "200 or greater than 190": the words
/// before token `at` compare with what comes next, not with the number behind them.
bool compares_anew(const TokenizedText& text, std::size_t at, std::size_t limit,
                   std::string_view last) {
  if (at >= limit) return false;
  const bool than = last == "than";
  if (!than && text.lower[at] == "than") return true;
  if (last == "equal" && text.lower[at] == "to") return true;
  if (!than && last != "below" && last != "above" && last != "over" && last != "under" &&
      last != "to")
    return false;
  return text.tokens[at].kind == TokenKind::number || number_word(text.lower[at]) != nullptr ||
         text.lower[at] == "a" || text.tokens[at].kind == TokenKind::symbol;
}

}  // namespace

std::optional<SuffixModifier> read_suffix(const TokenizedText& text, std::size_t at,
                                          std::size_t limit) {
  static const Shelf shelf = shelve(phrases_after_number(), false);
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
    if (compares_anew(text, at + size, limit, entry.words.back())) continue;
    SuffixModifier suffix{at + size, bound_of(entry.sense), entry.sense == or_equal};
    if (entry.sense == approximate) suffix.modifier = Modifier::approximately;
    return suffix;
  }
  return std::nullopt;
}

}  // namespace claimtrail
