#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/tokens.h"

namespace claimtrail {

/// The lemma of the event a word tells of, empty for words that tell of none here. Words of one
/// event class share one lemma, so that figures told with different verbs can answer the same
/// question: "killed", "died", "dead", "deaths" -> kill; "wounded", "hurt", "injuries" -> injure;
/// "sent", "dispatched" -> deploy; "seized", "took" -> capture; "holds", "controls" -> control; and
/// so on (the table in predicates.cpp). `word` is case-folded.
[[nodiscard]] std::string_view event_lemma(std::string_view word);

/// What happens to the figure whose words are tokens [first, last) of the sentence [begin, end):
/// its own noun ("12 dead"), the verb before it ("captured over 1,300 km²"), or the verb after it
/// ("were deployed"), within the clause. Empty where none is near, and where the words of the
/// figure act on others ("12 gunmen killed three guards").
[[nodiscard]] std::string_view find_predicate(const TokenizedText& text, std::size_t first,
                                              std::size_t last, std::size_t begin, std::size_t end);

}  // namespace claimtrail
