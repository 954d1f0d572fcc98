#include "rules/reader/draft.h"

namespace claimtrail {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int characters_before(const std::string& line, std::size_t byte) {
  int count = 0;
  for (std::size_t i = 0; i < byte && i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

}  // namespace

SourcePlace place_in_scalar(const YamlDocument& document, const YamlNode& scalar,
                            std::size_t offset) {
  const SourcePlace start{scalar.line, scalar.column};
  std::size_t line = static_cast<std::size_t>(scalar.line) - 1;
  if (scalar.line < 1 || line >= document.lines.size() || scalar.column < 1) return start;
  std::size_t column = static_cast<std::size_t>(scalar.column) - 1;
  const std::string& first = document.lines[line];
  const bool block =
      !scalar.quoted || column >= first.size() || (first[column] != '"' && first[column] != '\'');
  if (block && column < first.size() && (first[column] == '|' || first[column] == '>')) {
    ++line;
    column = 0;
  }
  SourcePlace place = start;
  // Blanks may be folded and quotes escaped, so only visible characters are matched one by one.
  for (std::size_t i = 0; i <= offset && i < scalar.scalar.size(); ++i) {
    if (is_space(scalar.scalar[i])) continue;
    while (line < document.lines.size()) {
      const std::string& text = document.lines[line];
      while (column < text.size() && text[column] != scalar.scalar[i]) ++column;
      if (column < text.size()) break;
      ++line;
      column = 0;
    }
    if (line >= document.lines.size()) return start;
    place = {static_cast<int>(line) + 1, characters_before(document.lines[line], column) + 1};
    ++column;
  }
  if (offset >= scalar.scalar.size() && !scalar.scalar.empty()) ++place.column;
  return place;
}

}  // namespace claimtrail
