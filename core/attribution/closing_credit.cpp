#include "core/attribution/closing_credit.h"

#include <string>

namespace claimtrail {

std::optional<Span> closing_credit(const Document& document, const TokenizedText& text,
                                   const Lexicon& lexicon) {
  constexpr std::size_t longest_name = 4;  // tokens
  const Block* body = nullptr;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::body && !block.span.empty()) body = &block;
  }
  if (body == nullptr || text.tokens.empty()) return std::nullopt;
  std::size_t close = text.token_at(body->span.end - 1);
  if (close == text.tokens.size()) --close;
  while (close > 0 && text.tokens[close].span.start >= body->span.end) --close;
  if (text.word(close) != ")") return std::nullopt;
  std::size_t open = close;
  while (open > 0 && close - open <= longest_name && text.word(open) != "(") --open;
  if (text.word(open) != "(" || open + 1 == close ||
      text.tokens[open].span.start < body->span.start) {
    return std::nullopt;
  }
  // Within a sentence the brackets belong to its words.
  const std::string_view before = open == 0 ? "." : text.word(open - 1);
  if (std::string_view(".!?\"\xE2\x80\x9D").find(before.back()) == std::string_view::npos) {
    return std::nullopt;
  }
  std::string name;
  for (auto i = open + 1; i < close; ++i) name += (name.empty() ? "" : "_") + text.lower[i];
  if (!lexicon.word(name).is(Class::outlet)) return std::nullopt;
  return Span{text.tokens[open + 1].span.start, text.tokens[close - 1].span.end};
}

}  // namespace claimtrail
