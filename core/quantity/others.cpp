#include "core/quantity/others.h"

#include "core/quantity/predicates.h"

namespace claimtrail {
namespace {

/// The event whose people are other people than those of the event given; empty: none is.
std::string_view opposite(std::string_view lemma) {
  return lemma == "injure" ? "kill" : lemma == "kill" ? "injure" : std::string_view{};
}

bool is_fatal(std::string_view word) {
  return word == "fatally" || word == "fatal" || word == "mortally";
}

enum class Told { nothing, opposite, same };

/// Which of the two events the tokens [first, last) tell of; `same` outranks.
Told told_in(const TokenizedText& text, std::size_t first, std::size_t last,
             std::string_view event) {
  const std::string_view before = opposite(event);
  Told told = Told::nothing;
  for (std::size_t at = first; at < last; ++at) {
    const std::string_view word = text.lower[at];
    const std::string_view lemma = event_lemma(word);
    // "fatally wounded": he is among the dead.
    const bool fatal = at > first && is_fatal(text.lower[at - 1]);
    if (lemma == event && !fatal) return Told::same;
    if (lemma == before || (before == "kill" && is_fatal(word))) told = Told::opposite;
  }
  return told;
}

}  // namespace

bool others_are_all(const SentenceView& sentence, const Draft& draft, std::size_t number_last) {
  const std::string_view word = sentence.lower(number_last);
  if (word != "others" && word != "other") return false;
  const std::string_view event = draft.figure.predicate;
  if (opposite(event).empty()) return false;
  // The verb right before is their own: "killed one and wounded two others".
  std::size_t last = draft.first;
  if (last > sentence.begin && event_lemma(sentence.lower(last - 1)) == event) --last;
  const TokenizedText& text = sentence.text;
  Told told = told_in(text, sentence.begin, last, event);
  if (told != Told::nothing || sentence.begin == 0) return told == Told::opposite;
  const std::size_t at = text.sentence_at(text.tokens[sentence.begin - 1].span.start);
  if (at >= text.sentences.size()) return false;
  told = told_in(text, text.sentences[at].first, sentence.begin, event);
  return told == Told::opposite;
}

}  // namespace claimtrail
