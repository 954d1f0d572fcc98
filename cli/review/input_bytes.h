#pragma once

#include <optional>
#include <stop_token>
#include <string>

namespace claimtrail {

/// Standard input byte by byte, giving up soon after an interruption.
class InputBytes {
 public:
  explicit InputBytes(std::stop_token interrupted) : interrupted_(std::move(interrupted)) {}

  /// Waits; nothing at the end of input or when interrupted.
  [[nodiscard]] std::optional<char> next();
  /// A byte that is there already or comes within a moment.
  [[nodiscard]] std::optional<char> next_at_once();
  /// Up to the line's end, which is taken but not returned. At the end of input what is left, or
  /// nothing. A line beyond 64 KiB is cut.
  [[nodiscard]] std::optional<std::string> line();

 private:
  [[nodiscard]] bool wait(int milliseconds) const;
  [[nodiscard]] std::optional<char> take();

  std::stop_token interrupted_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace claimtrail
