#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/render/terminal.h"

namespace claimtrail {

/// Lines of a review card. Everything that came from a report is made printable here, so that no
/// text can steer the terminal.

/// The text in lines of at most `width` columns, broken between words; words longer than that stand
/// alone. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// One stretch of text with a style.
struct Stretch {
  std::string text;
  Style style = Style::plain;
};

/// Stretches set as one running text, wrapped, each line behind `indent`.
[[nodiscard]] std::vector<std::string> set_lines(const std::vector<Stretch>& stretches,
                                                 std::size_t width, std::string_view indent,
                                                 const Terminal& terminal);

/// Columns of a line as a terminal shows it, colours not counted.
[[nodiscard]] std::size_t shown_columns(std::string_view line);

/// Two columns of lines side by side with a rule between them.
[[nodiscard]] std::vector<std::string> side_by_side(const std::vector<std::string>& left,
                                                    const std::vector<std::string>& right,
                                                    std::size_t width);

}  // namespace claimtrail
