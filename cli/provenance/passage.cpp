#include "cli/provenance/passage.h"

#include <algorithm>

namespace claimtrail {
namespace {

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

std::uint32_t reach_back(std::string_view text, std::uint32_t from, std::uint32_t reach) {
  const std::size_t line = text.substr(0, from).rfind('\n');
  const std::uint32_t begin = line == std::string_view::npos ? 0 : offset(line + 1);
  if (from - begin <= reach) return begin;
  const std::size_t blank = text.find(' ', from - reach);
  return blank < from ? offset(blank + 1) : from;
}

std::uint32_t reach_on(std::string_view text, std::uint32_t from, std::uint32_t reach) {
  const std::size_t line = text.find('\n', from);
  const std::uint32_t end = offset(line == std::string_view::npos ? text.size() : line);
  if (end - from <= reach) return end;
  const std::size_t blank = text.substr(0, from + reach).rfind(' ');
  return blank != std::string_view::npos && blank > from ? offset(blank) : from;
}

}  // namespace

std::string_view Passage::words(Span span) const {
  if (span.start < start) return {};
  return Span{span.start - start, span.end - start}.of(text);
}

Passage passage_of(std::string_view text, const std::vector<Span>& content, std::uint32_t reach) {
  Passage passage;
  if (content.empty()) return passage;
  for (const Span& span : content) {
    if (span.of(text).empty()) return passage;
  }
  const std::uint32_t from = reach_back(text, content.front().start, reach);
  const std::uint32_t to = reach_on(text, content.back().end, reach);
  passage.start = from;
  passage.text = text.substr(from, to - from);
  passage.cut_before = from > 0 && text[from - 1] != '\n';
  passage.cut_after = to < text.size() && text[to] != '\n';
  for (const Span& span : content) passage.marked.push_back({span.start - from, span.end - from});
  return passage;
}

std::vector<PassagePiece> pieces_of(const Passage& passage) {
  std::vector<PassagePiece> pieces;
  std::uint32_t at = 0;
  const auto add = [&](std::uint32_t end, bool own) {
    if (end > at) pieces.push_back({passage.text.substr(at, end - at), own});
    at = std::max(at, end);
  };
  for (const Span& span : passage.marked) {
    add(span.start, false);
    add(span.end, true);
  }
  add(offset(passage.text.size()), false);
  return pieces;
}

}  // namespace claimtrail
