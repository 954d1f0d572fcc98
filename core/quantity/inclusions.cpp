#include "core/quantity/inclusions.h"

#include <array>

#include "core/quantity/number_words.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

constexpr std::size_t kFar = 14;   ///< tokens between the figure and its cue
constexpr std::size_t kLong = 12;  ///< tokens of a phrase

struct Cue {
  std::array<std::string_view, 3> words;  ///< the rest empty
  bool includes = false;
};

// The longer ones first: "not including" is no "including".
constexpr std::array<Cue, 17> kCues{{{{"not", "including", ""}, false},
                                     {{"not", "counting", ""}, false},
                                     {{"without", "counting", ""}, false},
                                     {{"does", "not", "include"}, false},
                                     {{"do", "not", "include"}, false},
                                     {{"in", "addition", "to"}, false},
                                     {{"apart", "from", ""}, false},
                                     {{"aside", "from", ""}, false},
                                     {{"other", "than", ""}, false},
                                     {{"except", "for", ""}, false},
                                     {{"excluding", "", ""}, false},
                                     {{"excludes", "", ""}, false},
                                     {{"besides", "", ""}, false},
                                     {{"among", "them", ""}, true},
                                     {{"including", "", ""}, true},
                                     {{"includes", "", ""}, true},
                                     {{"counting", "", ""}, true}}};

/// The cue that starts at token `at`, and its length.
std::pair<const Cue*, std::size_t> cue_at(const SentenceView& sentence, std::size_t at) {
  for (const Cue& cue : kCues) {
    std::size_t size = 0;
    while (size < cue.words.size() && !cue.words[size].empty() &&
           sentence.lower(at + size) == cue.words[size]) {
      ++size;
    }
    if (size == cue.words.size() || (size > 0 && cue.words[size].empty())) return {&cue, size};
  }
  return {nullptr, 0};
}

bool ends_phrase(const SentenceView& sentence, std::size_t at) {
  static const WordSet verbs{"was",     "were",  "is",     "are",       "has",   "have", "had",
                             "been",    "said",  "says",   "who",       "which", "when", "where",
                             "while",   "after", "before", "died",      "that",  "as",   "but",
                             "because", "will",  "would",  "according", "since"};
  const TokenKind kind = sentence.text.tokens[at].kind;
  return kind == TokenKind::punctuation ? sentence.lower(at) != "-" && sentence.lower(at) != "'"
                                        : verbs.contains(sentence.lower(at));
}

/// The phrase from token `at` on; the token after it.
std::size_t phrase_end(const SentenceView& sentence, std::size_t at) {
  std::size_t last = at;
  while (last < sentence.end && last < at + kLong && !ends_phrase(sentence, last)) ++last;
  return last;
}

void keep(Figure& figure, const Cue& cue, std::string phrase) {
  if (phrase.empty()) return;
  (cue.includes ? figure.includes : figure.excludes).push_back(std::move(phrase));
}

/// "Not counting the crew, 40 drowned."
void look_back(const SentenceView& sentence, Draft& draft) {
  if (draft.first <= sentence.begin || sentence.lower(draft.first - 1) != ",") return;
  const std::size_t comma = draft.first - 1;
  for (std::size_t at = comma; at > sentence.floor && comma - at < kLong;) {
    --at;
    if (sentence.lower(at) == "," || sentence.lower(at) == ";") return;
    const bool starts = at == sentence.begin || !sentence.is_word(at - 1);
    if (!starts) continue;
    const auto [cue, size] = cue_at(sentence, at);
    if (cue == nullptr || cue->includes) return;
    if (phrase_end(sentence, at + size) == comma)
      keep(draft.figure, *cue, words_of(sentence.text, at + size, comma));
    return;
  }
}

}  // namespace

void name_inclusions(const SentenceView& sentence, Draft& draft) {
  if (draft.figure.dimension == "ordinal" || draft.figure.dimension == "age") return;
  look_back(sentence, draft);
  for (std::size_t at = draft.last; at < sentence.end && at < draft.last + kFar; ++at) {
    const std::string_view word = sentence.lower(at);
    if (word == ";" || word == ":" || word == "\"" || sentence.is_number(at) ||
        number_word(word) != nullptr)
      return;
    const auto [cue, size] = cue_at(sentence, at);
    if (cue == nullptr) continue;
    const std::size_t first = at + size;
    const std::size_t last = phrase_end(sentence, first);
    keep(draft.figure, *cue, words_of(sentence.text, first, last));
    return;
  }
}

}  // namespace claimtrail
