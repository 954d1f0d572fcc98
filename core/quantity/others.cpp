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

}  // namespace

bool others_are_all(const SentenceView& sentence, const Draft& draft, std::size_t number_last) {
  const std::string_view word = sentence.lower(number_last);
  if (word != "others" && word != "other") return false;
  const std::string_view before = opposite(draft.figure.predicate);
  if (before.empty()) return false;
  bool told = false;
  for (std::size_t at = sentence.begin; at < draft.first; ++at) {
    const std::string_view lemma = event_lemma(sentence.lower(at));
    // "fatally wounded": he is among the dead.
    const bool fatal = at > sentence.begin && is_fatal(sentence.lower(at - 1));
    if (lemma == draft.figure.predicate && !fatal) {
      // The verb of the others themselves: "killed one and wounded two others".
      if (at + 1 < draft.first) return false;
      continue;
    }
    told = told || lemma == before || (before == "kill" && is_fatal(sentence.lower(at)));
  }
  return told;
}

}  // namespace claimtrail
