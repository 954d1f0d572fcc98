#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/span.h"

namespace claimtrail {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

/// One token; its bytes are `span.of(text)`. What counts as one:
/// - words: "U.S.", "a.m.", "Gen.", "J.", "AT&T", "O'Brien", "B52"; "didn't" is "did" + "n't",
///   "can't" is "ca" + "n't", "Kyiv's" is "Kyiv" + "'s", "soldiers'" is "soldiers" + "'";
/// - numbers: "1,300", "1.2", ".5", "26th", "1990s", "½", digits grouped by a no-break or thin
///   blank; "1.2bn" is "1.2" + "bn", "1,300-1,400" and "9/11" are three tokens;
/// - symbols: currency marks, "%", "°", "+", "#" …; "US$" is "US" + "$";
/// - punctuation: every other mark by itself, runs of "." or "-" and "''", "``" as one;
///   "square-mile" is three tokens.
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;  ///< white space or the start of a paragraph before it
  bool capitalised = false;   ///< first letter is upper case
};

/// A sentence as a range [first, last) of tokens and the bytes they cover. Never crosses a block or
/// a paragraph; a quotation may span several.
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;  ///< index into TokenizedText::paragraphs
};

/// A stretch between quotation marks. `outer` includes the marks, `inner` does not. An unclosed
/// quotation ends with its paragraph; `continued` says that the next paragraph goes on with it, as
/// a quotation of its own, with or without an opening mark (see find_quotations).
struct Quotation {
  Span outer;
  Span inner;
  bool closed = true;
  bool continued = false;
  int depth = 0;             ///< 0 outermost
  std::int32_t parent = -1;  ///< index of the quotation around it
};

/// A text taken apart once, shared by attribution, quantity and dates. Holds a view of the text:
/// the text must outlive it. Immutable after `take_apart`; safe to read from many threads.
struct TokenizedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::string> lower;  ///< case-folded form of each token, "’" as "'", same index
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;  ///< by start
  std::vector<Span> paragraphs;       ///< trimmed, in text order

  [[nodiscard]] std::string_view word(std::size_t token) const {
    return tokens[token].span.of(text);
  }
  /// Index of the first token that ends after byte `at`; tokens.size() when there is none.
  [[nodiscard]] std::size_t token_at(std::uint32_t at) const;
  /// Index of the sentence that holds byte `at`; sentences.size() when there is none.
  [[nodiscard]] std::size_t sentence_at(std::uint32_t at) const;
  /// The innermost quotation whose inner span holds byte `at`; null outside.
  [[nodiscard]] const Quotation* quotation_at(std::uint32_t at) const;
};

/// Splits into tokens, sentences and quotations. `blocks` are the spans sentences may not cross
/// (paragraph breaks inside a block end sentences too: a blank line, or a line end that is not the
/// wrapping of a paragraph); without any the whole text is one. What lies outside all blocks is
/// left out. Linear in the text. The text must be shorter than 4 GiB.
[[nodiscard]] TokenizedText take_apart(std::string_view text, const std::vector<Span>& blocks);

}  // namespace claimtrail
