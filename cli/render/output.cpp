#include "cli/render/output.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace claimtrail {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;

}  // namespace

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      buffer_.clear();
      if (errno == EPIPE) throw BrokenPipe();
      throw std::runtime_error(std::string("cannot write the output: ") + std::strerror(errno));
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

}  // namespace claimtrail
