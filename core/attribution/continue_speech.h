#pragma once

#include "core/attribution/chain_hops.h"

namespace claimtrail {

/// Gives quotations that stand without a cue to who was speaking: sentences of nothing but speech
/// after a quoted claim in its paragraph, paragraphs that go on with an unclosed quotation, and
/// speech after a cue that ended in a colon. They become `continued` spans of that claim. Returns
/// for each unit whether it was taken.
[[nodiscard]] std::vector<bool> continue_speech(const TokenizedText& text,
                                                const std::vector<Unit>& units,
                                                std::vector<std::vector<ClaimDraft>>& drafts);

}  // namespace claimtrail
