#pragma once

#include <string_view>
#include <vector>

#include "core/text/tokens.h"

namespace claimtrail {

/// The steps of `take_apart`, each linear in its range. Spans are bytes of the whole text.

/// Appends the tokens that lie in `range` and their folded forms.
void scan_tokens(std::string_view text, Span range, std::vector<Token>& tokens,
                 std::vector<std::string>& lower);

/// Appends the sentences of the tokens [first, last) of one paragraph.
void find_sentences(const TokenizedText& text, std::uint32_t first, std::uint32_t last,
                    std::uint32_t paragraph, std::vector<Sentence>& sentences);

/// The quotations of all paragraphs: marks may be straight, curly, guillemets or doubled
/// apostrophes. What a paragraph leaves open goes on where the next one opens with a mark, or where
/// the first mark to come, within four paragraphs, is the one that closes it.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text,
                                                     const std::vector<Span>& paragraphs);

/// The paragraphs inside `block`, trimmed.
void find_paragraphs(std::string_view text, Span block, std::vector<Span>& paragraphs);

}  // namespace claimtrail
