#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "cli/render/output.h"

namespace claimtrail {

/// Where a reviewer reads and types. Everything shown has been made printable before.
class ReviewConsole {
 public:
  virtual ~ReviewConsole() = default;
  virtual void show(std::string_view text) = 0;
  /// One key; nothing at the end of input or when interrupted. The arrow keys are 'j' and 'k'.
  [[nodiscard]] virtual std::optional<char> read_key(std::string_view prompt) = 0;
  /// One line without its end; nothing at the end of input or when interrupted.
  [[nodiscard]] virtual std::optional<std::string> read_line(std::string_view prompt) = 0;
};

/// On a terminal: single keys, without Enter. The terminal is put back as it was whatever happens:
/// at the end, on Ctrl-C, Ctrl-Z (and set again on return), on a hang-up and on a crash. One at a
/// time.
[[nodiscard]] std::unique_ptr<ReviewConsole> open_terminal_console(Output& output,
                                                                   std::stop_token interrupted);

/// Anywhere else: a key is a line of one letter, so a script, a test or a braille display can use
/// it.
[[nodiscard]] std::unique_ptr<ReviewConsole> open_line_console(Output& output,
                                                               std::stop_token interrupted);

}  // namespace claimtrail
