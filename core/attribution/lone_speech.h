#pragma once

#include "core/attribution/chain_hops.h"
#include "core/attribution/unit.h"

namespace claimtrail {

/// True when a unit holds quotations and nothing else.
[[nodiscard]] bool only_speech(const Unit& unit);

/// Drafts for the quotations that no draft holds and that are long enough to be somebody's words.
/// Right behind a sentence that tells what somebody said they are his; else each has one hop, whose
/// speaker is not named. Linear in the text.
void add_lone_speech(const TokenizedText& text, const std::vector<Unit>& units,
                     std::vector<std::vector<ClaimDraft>>& drafts);

}  // namespace claimtrail
