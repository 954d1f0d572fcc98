#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// What stands between two words of a quotation besides them.
enum class QuoteGap {
  none,
  editorial,  ///< words in brackets, by who quotes and not by who spoke
  ellipsis,   ///< words left out, and said to be
  apart,      ///< one quotation ends and another of the speaker's begins: “…” … “…”
};

/// A quotation taken down to its words: case, punctuation and quotation marks gone, contractions
/// written out, numerals as digits, words in brackets left out.
struct QuoteWords {
  std::vector<std::string> words;
  std::vector<QuoteGap> gap_before;  ///< one more than words: the last stands at the end
};

/// Words past `most` are left out.
[[nodiscard]] QuoteWords read_quote(std::string_view text, std::size_t most);

/// The word as spelled in American English, for comparing: "harbour" and "harbor" alike, "realised"
/// and "realized", "Kiev" and "Kyiv", but not "harbour" and "harbours".
[[nodiscard]] std::string plain_spelling(std::string word);

}  // namespace claimtrail
