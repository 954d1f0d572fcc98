#pragma once

#include <optional>

#include "core/attribution/lexicon.h"
#include "core/model/document.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// The agency that the body credits at its very end, in brackets of its own: "… held. (Reuters)".
/// Its name without the brackets; nothing where there is none.
[[nodiscard]] std::optional<Span> closing_credit(const Document& document,
                                                 const TokenizedText& text, const Lexicon& lexicon);

}  // namespace claimtrail
