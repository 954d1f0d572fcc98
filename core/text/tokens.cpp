#include "core/text/tokens.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "core/text/scan.h"

namespace claimtrail {

std::size_t TokenizedText::token_at(std::uint32_t at) const {
  const auto found = std::upper_bound(
      tokens.begin(), tokens.end(), at,
      [](std::uint32_t byte, const Token& token) { return byte < token.span.end; });
  return static_cast<std::size_t>(found - tokens.begin());
}

std::size_t TokenizedText::sentence_at(std::uint32_t at) const {
  const auto found = std::upper_bound(
      sentences.begin(), sentences.end(), at,
      [](std::uint32_t byte, const Sentence& sentence) { return byte < sentence.span.end; });
  if (found == sentences.end() || found->span.start > at) return sentences.size();
  return static_cast<std::size_t>(found - sentences.begin());
}

const Quotation* TokenizedText::quotation_at(std::uint32_t at) const {
  const auto found = std::upper_bound(
      quotations.begin(), quotations.end(), at,
      [](std::uint32_t byte, const Quotation& quotation) { return byte < quotation.inner.start; });
  auto index = static_cast<std::int32_t>(found - quotations.begin()) - 1;
  while (index >= 0) {
    const Quotation& quotation = quotations[static_cast<std::size_t>(index)];
    if (at < quotation.inner.end) return &quotation;
    index = quotation.parent;
  }
  return nullptr;
}

TokenizedText take_apart(std::string_view text, const std::vector<Span>& blocks) {
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("a text must be shorter than 4 GiB");
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  TokenizedText result;
  result.text = text;
  std::vector<Span> ranges = blocks;
  if (ranges.empty()) ranges.push_back({0, size});
  std::sort(ranges.begin(), ranges.end());
  std::uint32_t reached = 0;
  for (Span range : ranges) {
    range.start = std::max(range.start, reached);
    range.end = std::min(range.end, size);
    if (range.start >= range.end) continue;
    find_paragraphs(text, range, result.paragraphs);
    reached = range.end;
  }
  result.tokens.reserve(text.size() / 5);
  result.lower.reserve(text.size() / 5);
  for (std::size_t i = 0; i < result.paragraphs.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(result.tokens.size());
    scan_tokens(text, result.paragraphs[i], result.tokens, result.lower);
    const auto last = static_cast<std::uint32_t>(result.tokens.size());
    find_sentences(result, first, last, static_cast<std::uint32_t>(i), result.sentences);
  }
  result.quotations = find_quotations(text, result.paragraphs);
  return result;
}

}  // namespace claimtrail
