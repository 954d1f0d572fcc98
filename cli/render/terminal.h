#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimtrail {

enum class ColourChoice { automatic, never };
enum class Style { plain, bold, dim, red, yellow, green, cyan };

/// What may be shown, decided once: colour only on a terminal, never with NO_COLOR (not empty),
/// TERM=dumb or --no-color; the width from COLUMNS or the terminal itself.
class Terminal {
 public:
  explicit Terminal(ColourChoice choice);

  [[nodiscard]] bool output_is_terminal() const { return output_is_terminal_; }
  [[nodiscard]] bool messages_are_terminal() const { return messages_are_terminal_; }
  [[nodiscard]] bool input_is_terminal() const { return input_is_terminal_; }
  /// Columns of standard output; no limit where it is no terminal.
  [[nodiscard]] std::size_t width() const { return width_; }

  /// For data on standard output.
  [[nodiscard]] std::string paint(Style style, std::string_view text) const;
  /// For messages on standard error.
  [[nodiscard]] std::string paint_message(Style style, std::string_view text) const;

 private:
  bool output_is_terminal_;
  bool messages_are_terminal_;
  bool input_is_terminal_;
  bool output_colour_;
  bool message_colour_;
  std::size_t width_;
};

/// The text without anything a terminal would obey: control characters become blanks. Everything
/// that comes from a report passes through here before a person sees it.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace claimtrail
