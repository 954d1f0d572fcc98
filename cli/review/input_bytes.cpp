#include "cli/review/input_bytes.h"

#include <array>

#include <poll.h>
#include <unistd.h>

namespace claimtrail {
namespace {

constexpr int look_again_ms = 50;
constexpr int moment_ms = 30;
constexpr std::size_t longest_line = 64 * 1024;

}  // namespace

bool InputBytes::wait(int milliseconds) const {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, milliseconds) > 0;
}

std::optional<char> InputBytes::take() {
  if (at_ == buffer_.size()) {
    std::array<char, 1024> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) return std::nullopt;
    buffer_.assign(bytes.data(), static_cast<std::size_t>(count));
    at_ = 0;
  }
  return buffer_[at_++];
}

std::optional<char> InputBytes::next() {
  while (at_ == buffer_.size() && !wait(look_again_ms)) {
    if (interrupted_.stop_requested()) return std::nullopt;
  }
  if (interrupted_.stop_requested()) return std::nullopt;
  return take();
}

std::optional<char> InputBytes::next_at_once() {
  if (at_ == buffer_.size() && !wait(moment_ms)) return std::nullopt;
  return take();
}

std::optional<std::string> InputBytes::line() {
  std::string line;
  for (;;) {
    const auto byte = next();
    if (!byte) return line.empty() ? std::nullopt : std::optional(line);
    if (*byte == '\n') return line;
    if (*byte != '\r' && line.size() < longest_line) line += *byte;
  }
}

}  // namespace claimtrail
