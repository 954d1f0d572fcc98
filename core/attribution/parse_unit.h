#pragma once

#include "core/attribution/unit.h"
#include "core/syntax/syntax.h"

namespace claimtrail {

/// Gives the items of a unit their place in its dependency tree and the tags that follow from the
/// parser's. Of a long quotation at an end of the unit only the sentence beside the unit's own
/// words is parsed; a quotation is one node, with the head of its topmost word. Linear in the unit.
void parse_unit(const TokenizedText& text, const SyntaxModel& model, Unit& unit);

}  // namespace claimtrail
