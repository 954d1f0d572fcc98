#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dates/find_dates.h"
#include "core/model/claim.h"
#include "core/model/document.h"
#include "core/model/settings.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// Who said what in one text. Claims in text order, each with its hops, spans, manner, hedge,
/// polarity, type, the figures whose span lies in its content, and its as_of. Spans of different
/// claims do not overlap but where a quotation is nested. Pure; safe on many threads.
///
/// A hop whose source could not be resolved (an unclear pronoun) has no claimants but a
/// source_span; a medium ("told Reuters") and a cited source ("citing X") have no cue_span. A
/// complementiser
/// ("that") before a content is not part of it. Works by rules over tags, dependency trees where
/// there are weights, quotations and the cue tables in lexicon/; linear in the text: at most 48
/// cues of one sentence are read. A text in a language without data has no claims.
[[nodiscard]] std::vector<Claim> find_claims(const Document& document, const TokenizedText& text,
                                             const std::vector<Figure>& figures,
                                             const std::vector<DateMention>& dates,
                                             const std::vector<ClaimantSettings>& known_claimants);

}  // namespace claimtrail
