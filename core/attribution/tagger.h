#pragma once

#include "core/attribution/unit.h"

namespace claimtrail {

/// Gives every item of the unit its tag, from its word entry, its ending and its neighbours. One
/// pass; looks at most a dozen items back.
void tag_items(const TokenizedText& text, const Lexicon& lexicon, Unit& unit);

/// Corrects the tags of a parsed unit by what the parser says of verbs, nouns and "that".
void tag_parsed_items(const TokenizedText& text, const Lexicon& lexicon, Unit& unit);

}  // namespace claimtrail
