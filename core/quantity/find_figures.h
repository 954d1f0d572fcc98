#pragma once

#include <vector>

#include "core/model/figure.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// What becomes of the second expression in "1,300 square kilometers (500 square miles)".
enum class Equivalents {
  folded,  ///< one figure; its `equivalent` says where the other expression stands. Two that do not
           ///< agree ("1,300 square kilometers (700 square miles)") stay apart
  apart    ///< each expression a figure of its own; `equivalent` of each points at the other
};

/// Every quantity in the text, in text order, without overlaps: intervals with unit, noun,
/// dimension and modifier; years, dates, clock times, scores, addresses, numbers of models,
/// flights, sections and names
/// ("Boeing 737", "Group of Seven"), and "one of the best" are not quantities. Ordinals ("the third
/// suspect") come with dimension `ordinal`.
///
/// `span` reaches from the modifier to the unit or the counted noun; where "of" leads on from a
/// unit
/// ("1,300 square kilometers of land") the noun is named but not covered. A single value is a
/// closed interval [v, v], a softened one ("about", "nearly", "some") too, with modifier
/// `approximately`; "dozens", "tens of thousands", "several hundred" are [2 × the word, ∞) and
/// approximate. Shares ("a third", "one in five") have dimension `ratio` and no unit; percent is a
/// ratio too, in its own unit, so 40 % has low 40. Currencies keep their own unit; a price per
/// something has a composed unit ("US dollar per barrel").
///
/// `predicate` is the lemma of the event that what is counted has a part in, one lemma a class of
/// events (see predicates.h): dead, killed and died are all `kill`. `role` is that part: in "12
/// gunmen killed three guards" the gunmen are its agent, the guards its patient. `includes` and
/// `excludes` are what the sentence names as counted in or left out (see inclusions.h).
///
/// One pass over the tokens with bounded look-ahead and look-back: linear in the text. Pure; safe
/// on many threads.
[[nodiscard]] std::vector<Figure> find_figures(const TokenizedText& text,
                                               Equivalents equivalents = Equivalents::folded);

}  // namespace claimtrail
