#pragma once

#include <cstddef>
#include <string_view>

#include "core/model/figure.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// The lemma of the event a word tells of, empty for words that tell of none here. Words of one
/// event class share one lemma, so that figures told with different verbs can answer the same
/// question: "killed", "died", "dead", "deaths" -> kill; "wounded", "hurt", "injuries" -> injure;
/// "sent", "dispatched" -> deploy; "seized", "took" -> capture; "holds", "controls" -> control; and
/// so on (the table in event_lemma.cpp). `word` is case-folded.
[[nodiscard]] std::string_view event_lemma(std::string_view word);

/// Whether an event of this class is something people do together rather than to others, so that
/// its agents are what it counts: "5,000 marched", "2,000 voted".
[[nodiscard]] bool counts_its_agents(std::string_view lemma);

/// What happens, and which part what is counted has in it.
struct Predicate {
  std::string_view lemma;  ///< empty: nothing is told
  Role role = Role::none;  ///< none where the lemma is in the clause and the figure no argument of
                           ///< it: "sent to 12 hospitals"

  /// The lemma, unless what is counted acts on others: what happens to it then, nobody says.
  [[nodiscard]] std::string_view befalls() const {
    return role == Role::agent && !counts_its_agents(lemma) ? std::string_view{} : lemma;
  }
};

/// What happens to, or is done by, the figure whose words are tokens [first, last) of the sentence
/// [begin, end): told by its own noun ("12 dead"), the verb before it ("captured over 1,300 km²",
/// "attacked by 20 ships"), or the verb after it ("were deployed"), within the clause. `dimension`
/// is the figure's: durations after a verb are its extent ("closed two days").
[[nodiscard]] Predicate find_predicate(const TokenizedText& text, std::size_t first,
                                       std::size_t last, std::size_t begin, std::size_t end,
                                       std::string_view dimension);

}  // namespace claimtrail
