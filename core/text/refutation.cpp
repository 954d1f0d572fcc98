#include "core/text/refutation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using Words = std::span<const std::string_view>;

/// How many words may stand between a negation and what it negates, a form of "be" and what it
/// says: "is not even remotely true".
constexpr std::size_t kReach = 4;
constexpr std::size_t kNear = 2;

bool is_negation(std::string_view word) {
  static const WordSet negations{"not", "no", "never", "nothing", "none", "cannot", "nor"};
  return negations.contains(word) || word.ends_with("n't") || word.ends_with("n’t");
}

bool is_giving(std::string_view word) {
  static const WordSet forms{"offer",     "offered",   "offering", "offers", "give",    "gave",
                             "provide",   "provided",  "present",  "cited",  "citing",  "without",
                             "providing", "presented", "giving",   "showed", "produced"};
  return forms.contains(word);
}

/// Words that say it wherever they stand.
const WordSet& refuting() {
  static const WordSet words{
      "hoax",     "hoaxes",     "hoaxer",     "hoaxers",    "hoaxster",     "faked",
      "fakery",   "untrue",     "bogus",      "fabricated", "fabricate",    "fabrication",
      "satire",   "satirical",  "debunk",     "debunked",   "debunks",      "debunking",
      "prank",    "pranked",    "fictitious", "unfounded",  "photoshopped", "mockumentary",
      "baseless", "groundless", "falsehood",  "falsehoods", "misreported",  "untruthful",
      "nope"};
  return words;
}

/// Words that say it of a subject only: "the claim was a lie".
const WordSet& said_of() {
  static const WordSet words{"fraud",       "sham",     "lie",    "lies",     "myth",
                             "nonsense",    "lying",    "staged", "fiction",  "fictional",
                             "inaccurate",  "fake",     "false",  "scripted", "invented",
                             "exaggerated", "incorrect"};
  return words;
}

/// What a negation refutes some words on: "not even remotely true".
const WordSet& truth() {
  static const WordSet words{"true",       "real",      "authentic", "genuine", "truth",
                             "legitimate", "connected", "factual",   "accurate"};
  return words;
}

/// What a negation refutes right before it: "no evidence", "never really happened".
const WordSet& fact() {
  static const WordSet words{"happened", "evidence", "actually", "basis", "proof"};
  return words;
}

bool is_form_of_be(std::string_view word) {
  static const WordSet forms{"is", "was", "are", "were", "be", "been", "'s", "being", "as"};
  return forms.contains(word) || word.ends_with("'s");
}

/// What is called fake or false where a story is: not a nail, not an alarm.
const WordSet& tellings() {
  static const WordSet words{"news",   "story",   "stories",    "report", "reports",  "claim",
                             "claims", "rumor",   "rumors",     "rumour", "rumours",  "photo",
                             "photos", "picture", "image",      "images", "pictures", "video",
                             "videos", "account", "information"};
  return words;
}

/// Whether one of the few words before `at` holds.
template <class Test>
bool before(Words words, std::size_t at, Test test, std::size_t reach = kReach) {
  const std::size_t first = at < reach ? 0 : at - reach;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                     words.begin() + static_cast<std::ptrdiff_t>(at), test);
}

constexpr std::pair<std::string_view, std::string_view> kPhrases[]{
    {"made", "up"},      {"turns", "out"},  {"turned", "out"},
    {"urban", "legend"}, {"urban", "myth"}, {"make", "believe"}};

/// "made up", "turns out", "urban legend" at `at`.
bool is_phrase(Words words, std::size_t at) {
  if (at + 1 >= words.size()) return false;
  if (words[at] == "made" && words[at + 1] == "it" && at + 2 < words.size())
    return words[at + 2] == "up";
  return std::any_of(std::begin(kPhrases), std::end(kPhrases), [&](const auto& phrase) {
    return words[at] == phrase.first && words[at + 1] == phrase.second;
  });
}

/// Without one of these nothing is said to be not so.
bool is_telling(std::string_view word) {
  return refuting().contains(word) || said_of().contains(word) || truth().contains(word) ||
         fact().contains(word) || word == "happen" ||
         std::any_of(std::begin(kPhrases), std::end(kPhrases),
                     [&](const auto& phrase) { return word == phrase.first; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool may_say_not_so(std::string_view text) {
  std::array<char, 16> word{};
  std::size_t length = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? lower(text[at]) : ' ';
    if (c >= 'a' && c <= 'z') {
      if (length < word.size()) word[length] = c;
      ++length;
      continue;
    }
    if (length > 0 && length <= word.size() && is_telling({word.data(), length})) return true;
    length = 0;
  }
  return false;
}

bool says_not_so(Words words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool negated = before(words, at, is_negation);
    if (is_phrase(words, at)) {
      // "With what turned out to be good luck": not "it turned out that".
      if (words[at + 1] == "out" && at > 0 && words[at - 1] != "it") continue;
      // "was made up of three parts"
      if (words[at] == "made" && at + 2 < words.size() && words[at + 2] == "of") continue;
      return !negated;
    }
    if (refuting().contains(words[at])) return !negated;
    if (said_of().contains(words[at]) && before(words, at, is_form_of_be)) return !negated;
    const bool called = words[at] == "fake" || words[at] == "false";
    if (called && at + 1 < words.size() && tellings().contains(words[at + 1])) return !negated;
    // "not her real name"
    const bool name = at + 1 < words.size() && words[at + 1].starts_with("name");
    if (truth().contains(words[at]) && negated && !name) return true;
    // "He offered no evidence" says it of nothing but him.
    if (words[at] == "evidence" && before(words, at, is_giving)) continue;
    if (fact().contains(words[at]) && before(words, at, is_negation, kNear)) return true;
    // "It did not happen", but not "this does not happen".
    if (words[at] == "happen" && at > 1 && words[at - 1] != "doesn't" && words[at - 2] != "does" &&
        before(words, at, is_negation, kNear))
      return true;
  }
  return false;
}

}  // namespace claimtrail
