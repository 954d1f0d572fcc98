#pragma once

#include "core/attribution/unit.h"

namespace claimtrail {

/// Gives every item of the unit its tag, from its word entry, its ending and its neighbours. One
/// pass; looks at most a dozen items back.
void tag_items(const TokenizedText& text, const Lexicon& lexicon, Unit& unit);

}  // namespace claimtrail
