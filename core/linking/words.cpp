#include "core/linking/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

const std::unordered_set<std::string_view> kFunctionWords{
    "a",     "about", "after", "again", "all",    "also",   "am",     "an",    "and",   "any",
    "are",   "as",    "at",    "be",    "been",   "before", "being",  "but",   "by",    "can",
    "could", "did",   "do",    "does",  "for",    "from",   "had",    "has",   "have",  "having",
    "he",    "her",   "here",  "hers",  "him",    "his",    "how",    "i",     "if",    "in",
    "into",  "is",    "it",    "its",   "itself", "just",   "may",    "me",    "might", "more",
    "most",  "must",  "my",    "of",    "on",     "only",   "or",     "our",   "ours",  "out",
    "over",  "own",   "said",  "say",   "says",   "she",    "should", "so",    "some",  "such",
    "than",  "that",  "the",   "their", "them",   "then",   "there",  "these", "they",  "this",
    "those", "to",    "too",   "up",    "us",     "very",   "was",    "we",    "were",  "what",
    "when",  "where", "which", "while", "who",    "whom",   "whose",  "why",   "will",  "with",
    "would", "you",   "your",  "yet",   "still",  "now",    "s",      "t",     "n't",   "'s"};

/// Words that news uses for one another, by stem; the first of a row names the class.
const std::array<std::vector<std::string_view>, 22> kClasses{{
    {"troop", "soldier", "serviceman", "servicemen", "fighter", "personnel", "forc"},
    {"kill", "dead", "die", "death", "slain", "perish", "fatality"},
    {"injur", "wound", "hurt", "casualty"},
    {"capture", "seiz", "tak", "taken", "took", "occupi", "occupy", "control", "hold", "held",
     "captur"},
    {"deploy", "send", "sent", "dispatch", "station"},
    {"clear", "liberat", "free", "freed", "recaptur", "retak", "regain", "retaken", "retook",
     "expel"},
    {"detain", "arrest", "jail", "custody"},
    {"miss", "missing", "disappear", "unaccounted"},
    {"displac", "evacuat", "flee", "fled", "uproot"},
    {"attack", "strike", "assault", "raid", "struck"},
    {"incursion", "offensive", "offens", "invasion"},
    {"collapse", "collaps", "crumbl", "fell"},
    {"destroy", "demolish", "raz", "wreck"},
    {"damag", "harm"},
    {"house", "home", "dwell"},
    {"person", "people", "resident", "civilian", "man", "men", "woman", "women"},
    {"protest", "demonstrat", "rally", "march"},
    {"vote", "ballot"},
    {"infect", "case", "sicken"},
    {"rescu", "sav", "pull"},
    {"area", "territory", "land", "ground"},
    {"border", "frontier"},
}};

const std::unordered_map<std::string_view, std::string_view>& classes() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const auto& row : kClasses) {
      for (const std::string_view word : row) made.emplace(word, row.front());
    }
    return made;
  }();
  return table;
}

bool ends_with(std::string_view word, std::string_view suffix) { return word.ends_with(suffix); }

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000) ||
         c > 0x2E7F;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold_case(text);
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    while (!word.empty() && word.back() == '\'') word.pop_back();
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    const std::size_t next = at + c.length;
    const char32_t following = next < folded.size() ? code_point_at(folded, next).value : 0;
    const bool in_number = !word.empty() && is_digit(static_cast<unsigned char>(word.back()));
    if (is_letter(c.value) || is_digit(c.value)) {
      word.append(folded, at, c.length);
    } else if (is_apostrophe(c.value) && !word.empty() && is_letter(following)) {
      word += '\'';
    } else if (c.value == '.' && in_number && is_digit(following)) {
      word += '.';
    } else if (c.value != ',' || !in_number || !is_digit(following)) {
      flush();
      const bool dots = c.value == '.' && folded.compare(at, 3, "...") == 0;
      if ((c.value == 0x2026 || dots) && (words.empty() || words.back() != "…")) {
        words.emplace_back("…");
      }
    }
    at = next;
  }
  flush();
  return words;
}

bool is_function_word(std::string_view word) { return kFunctionWords.contains(word); }

std::string stem(std::string_view word) {
  std::string root(word);
  const auto cut = [&root](std::size_t count) { root.resize(root.size() - count); };
  if (ends_with(root, "'s")) cut(2);
  if (root.size() > 4 && ends_with(root, "ies")) {
    cut(3);
    root += 'y';
  } else if (root.size() > 4 && (ends_with(root, "sses") || ends_with(root, "shes") ||
                                 ends_with(root, "ches") || ends_with(root, "xes"))) {
    cut(2);
  } else if (root.size() > 3 && ends_with(root, "s") && !ends_with(root, "ss") &&
             !ends_with(root, "us")) {
    cut(1);
  }
  if (root.size() > 5 && ends_with(root, "ing")) {
    cut(3);
    if (root.size() > 3 && root[root.size() - 1] == root[root.size() - 2] && root.back() != 'l')
      cut(1);
  } else if (root.size() > 4 && ends_with(root, "ed")) {
    cut(2);
    if (root.size() > 3 && root[root.size() - 1] == root[root.size() - 2] && root.back() != 'l' &&
        root.back() != 's') {
      cut(1);
    }
  }
  if (root.size() > 4 && root.back() == 'e') cut(1);
  if (root.size() > 4 && ends_with(root, "our")) root.replace(root.size() - 3, 3, "or");
  if (root.size() > 4 && ends_with(root, "enc")) root.back() = 's';
  if (root.size() > 4 && ends_with(root, "is")) root.back() = 'z';
  if (root.size() > 4 && ends_with(root, "iz")) root.back() = 'z';
  return root;
}

std::string word_class(const std::string& word_stem) {
  const auto found = classes().find(word_stem);
  return found == classes().end() ? word_stem : std::string(found->second);
}

bool same_word(const std::string& a, const std::string& b) {
  if (a == b || word_class(a) == word_class(b)) return true;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  if (shorter.size() < 4 || !longer.starts_with(shorter)) return false;
  const std::string_view ending = std::string_view(longer).substr(shorter.size());
  static constexpr std::array<std::string_view, 7> kAdjectives{"n",   "an",  "ian", "i",
                                                               "ese", "ish", "n'"};
  return std::find(kAdjectives.begin(), kAdjectives.end(), ending) != kAdjectives.end();
}

}  // namespace claimtrail
