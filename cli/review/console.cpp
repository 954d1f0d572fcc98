#include "cli/review/console.h"

#include "cli/review/input_bytes.h"
#include "cli/review/raw_mode.h"

namespace claimtrail {
namespace {

constexpr char escape = '\x1b';

class Console : public ReviewConsole {
 public:
  Console(Output& output, std::stop_token interrupted)
      : output_(output), interrupted_(interrupted), input_(interrupted) {}

  void show(std::string_view text) override {
    output_.write(text);
    output_.flush();
  }

  std::optional<std::string> read_line(std::string_view prompt) override {
    show(prompt);
    return input_.line();
  }

 protected:
  [[nodiscard]] InputBytes& input() { return input_; }
  [[nodiscard]] const std::stop_token& interrupted() const { return interrupted_; }

 private:
  Output& output_;
  std::stop_token interrupted_;
  InputBytes input_;
};

class TerminalConsole final : public Console {
 public:
  using Console::Console;

  std::optional<char> read_key(std::string_view prompt) override {
    show(prompt);
    std::optional<char> key;
    {
      const RawMode raw(interrupted());
      key = next_key();
    }
    const bool printed = key && *key > ' ' && *key < '\x7f';
    show(printed ? std::string(1, *key) + "\n" : "\n");
    return key;
  }

 private:
  /// An arrow key comes as several bytes; a lone escape and other sequences count as no key that
  /// means anything.
  std::optional<char> next_key() {
    const auto key = input().next();
    if (!key || *key != escape) return key;
    char last = escape;
    for (auto byte = input().next_at_once(); byte; byte = input().next_at_once()) {
      last = *byte;
      if (last != '[' && last != 'O' && (last < '0' || last > ';')) break;
    }
    if (last == 'B' || last == 'C') return 'j';
    if (last == 'A' || last == 'D') return 'k';
    return escape;
  }
};

class LineConsole final : public Console {
 public:
  using Console::Console;

  std::optional<char> read_key(std::string_view prompt) override {
    for (;;) {
      const auto line = read_line(prompt);
      if (!line) return std::nullopt;
      show("\n");
      if (line->size() == 1) return line->front();
      if (!line->empty()) show("One letter a line, please.\n");
    }
  }
};

}  // namespace

std::unique_ptr<ReviewConsole> open_terminal_console(Output& output, std::stop_token interrupted) {
  return std::make_unique<TerminalConsole>(output, std::move(interrupted));
}

std::unique_ptr<ReviewConsole> open_line_console(Output& output, std::stop_token interrupted) {
  return std::make_unique<LineConsole>(output, std::move(interrupted));
}

}  // namespace claimtrail
