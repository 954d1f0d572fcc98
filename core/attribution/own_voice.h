#pragma once

#include "core/attribution/chain_hops.h"
#include "core/model/figure.h"

namespace claimtrail {

/// The clauses of a unit that the outlet asserts in its own voice: what no attribution covers and
/// what holds a quantity, a superlative, an event with a named participant, or stands in a headline
/// or standfirst. `covered` are the item ranges that attributions take, sorted; `figures` all
/// figures of the text, sorted.
[[nodiscard]] std::vector<ItemRange> own_voice_clauses(const Phrases& phrases,
                                                       const std::vector<ItemRange>& covered,
                                                       const std::vector<Figure>& figures);

/// A quantity that makes a claim: not an ordinal and not a bare number.
[[nodiscard]] bool is_quantity(const Figure& figure);

/// True when a figure that is a quantity lies in the span.
[[nodiscard]] bool holds_quantity(const std::vector<Figure>& figures, Span span);

}  // namespace claimtrail
