#include "cli/review/layout.h"

#include <algorithm>

#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct Word {
  std::string text;
  Style style = Style::plain;
  bool glued = false;  ///< follows the word before without a blank
};

std::vector<Word> words_of(const std::vector<Stretch>& stretches) {
  std::vector<Word> words;
  bool blank_before = true;
  for (const Stretch& stretch : stretches) {
    const std::string text = printable(stretch.text);
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == ' ') {
        blank_before = true;
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find(' ', at), text.size());
      words.push_back({text.substr(at, end - at), stretch.style, !blank_before});
      blank_before = false;
      at = end;
    }
  }
  return words;
}

/// A line as runs of one style each.
struct Line {
  std::vector<Stretch> runs;
  std::size_t used = 0;  ///< columns

  void add(std::string_view text, Style style, std::size_t columns) {
    if (runs.empty() || runs.back().style != style) runs.push_back({{}, style});
    runs.back().text += text;
    used += columns;
  }
  [[nodiscard]] std::string painted(const Terminal& terminal) const {
    std::string text;
    for (const Stretch& run : runs) text += terminal.paint(run.style, run.text);
    return text;
  }
};

}  // namespace

std::vector<std::string> set_lines(const std::vector<Stretch>& stretches, std::size_t width,
                                   std::string_view indent, const Terminal& terminal) {
  const std::size_t room = width > indent.size() + 10 ? width - indent.size() : 10;
  std::vector<std::string> lines;
  Line line;
  for (const Word& word : words_of(stretches)) {
    const std::size_t columns = columns_of(word.text);
    const std::size_t blank = line.used == 0 || word.glued ? 0 : 1;
    if (line.used > 0 && !word.glued && line.used + blank + columns > room) {
      lines.push_back(std::string(indent) + line.painted(terminal));
      line = {};
    }
    if (line.used > 0 && blank > 0) line.add(" ", line.runs.back().style, 1);
    line.add(word.text, word.style, columns);
  }
  if (line.used > 0 || lines.empty()) {
    lines.push_back(std::string(indent) + line.painted(terminal));
  }
  return lines;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  static const Terminal plain(ColourChoice::never);
  return set_lines({{std::string(text)}}, width, "", plain);
}

std::size_t shown_columns(std::string_view line) {
  std::string bare;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '\x1b') {
      const std::size_t end = line.find('m', at);
      at = end == std::string_view::npos ? line.size() : end + 1;
    } else {
      bare += line[at++];
    }
  }
  return columns_of(bare);
}

std::vector<std::string> side_by_side(const std::vector<std::string>& left,
                                      const std::vector<std::string>& right, std::size_t width) {
  std::vector<std::string> lines;
  const std::size_t half = width > 3 ? (width - 3) / 2 : 1;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::string line = i < left.size() ? left[i] : std::string();
    const std::size_t columns = shown_columns(line);
    if (columns < half) line.append(half - columns, ' ');
    line += " | ";
    if (i < right.size()) line += right[i];
    while (!line.empty() && line.back() == ' ') line.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace claimtrail
