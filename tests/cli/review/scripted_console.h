#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/review/console.h"

namespace claimtrail {

/// A reviewer with a list of what to type, and a record of what was shown.
class ScriptedConsole final : public ReviewConsole {
 public:
  explicit ScriptedConsole(std::deque<std::string> typed) : typed_(std::move(typed)) {}
  void show(std::string_view text) override { shown += text; }
  std::optional<char> read_key(std::string_view prompt) override {
    const auto line = read_line(prompt);
    return line && !line->empty() ? std::optional(line->front()) : std::nullopt;
  }
  std::optional<std::string> read_line(std::string_view prompt) override {
    show(prompt);
    if (typed_.empty()) return std::nullopt;
    std::string line = typed_.front();
    typed_.pop_front();
    if (before_reading) before_reading(line);
    return line;
  }

  std::string shown;
  std::function<void(const std::string&)> before_reading;

 private:
  std::deque<std::string> typed_;
};

}  // namespace claimtrail
