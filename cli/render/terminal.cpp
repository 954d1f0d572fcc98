#include "cli/render/terminal.h"

#include <cstdlib>
#include <limits>

#include <sys/ioctl.h>
#include <unistd.h>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t terminal_width() {
  const long columns = std::strtol(std::string(environment("COLUMNS")).c_str(), nullptr, 10);
  if (columns > 0 && columns < 10'000) return static_cast<std::size_t>(columns);
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

const char* escape(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::red:
      return "\x1b[31m";
    case Style::yellow:
      return "\x1b[33m";
    case Style::green:
      return "\x1b[32m";
    case Style::cyan:
      return "\x1b[36m";
    case Style::plain:
      break;
  }
  return "";
}

std::string painted(bool colour, Style style, std::string_view text) {
  if (!colour || style == Style::plain || text.empty()) return std::string(text);
  return escape(style) + std::string(text) + "\x1b[0m";
}

}  // namespace

Terminal::Terminal(ColourChoice choice)
    : output_is_terminal_(isatty(STDOUT_FILENO) == 1),
      messages_are_terminal_(isatty(STDERR_FILENO) == 1),
      input_is_terminal_(isatty(STDIN_FILENO) == 1) {
  const bool wanted = choice == ColourChoice::automatic && environment("NO_COLOR").empty() &&
                      environment("TERM") != "dumb";
  output_colour_ = wanted && output_is_terminal_;
  message_colour_ = wanted && messages_are_terminal_;
  width_ = output_is_terminal_ ? terminal_width() : std::numeric_limits<std::size_t>::max();
}

std::string Terminal::paint(Style style, std::string_view text) const {
  return painted(output_colour_, style, text);
}

std::string Terminal::paint_message(Style style, std::string_view text) const {
  return painted(message_colour_, style, text);
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0) ||
                         (point.value >= 0x202A && point.value <= 0x202E) ||
                         (point.value >= 0x2066 && point.value <= 0x2069);
    if (control) {
      result += ' ';
    } else if (point.value == 0xFFFD) {
      result += "\xEF\xBF\xBD";
    } else {
      result += text.substr(at, point.length);
    }
    at += point.length;
  }
  return result;
}

}  // namespace claimtrail
