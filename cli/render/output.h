#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace claimtrail {

/// Whoever read our output has gone: no failure, there is just nobody left to write to.
struct BrokenPipe : std::runtime_error {
  BrokenPipe() : std::runtime_error("broken pipe") {}
};

/// Standard output, buffered. A reader that went away throws BrokenPipe, a full disk
/// std::runtime_error with the reason; a buffered write may therefore fail only at `flush`.
class Output {
 public:
  void write(std::string_view text);
  void flush();

 private:
  std::string buffer_;
};

}  // namespace claimtrail
