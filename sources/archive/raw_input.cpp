#include "sources/archive/raw_input.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace claimtrail {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10U;

}  // namespace

Result<RawInput> RawInput::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return failure("no-file", fmt::format("cannot be read: {}", std::strerror(errno)), path);
  }
  struct stat facts {};
  if (fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode)) {
    ::close(descriptor);
    return failure("no-file", "this is a directory, not a WARC file", path);
  }
  return RawInput(descriptor);
}

RawInput::RawInput(RawInput&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      window_(std::move(other.window_)),
      head_(other.head_),
      offset_(other.offset_),
      ended_(other.ended_),
      error_(std::move(other.error_)) {}

RawInput::~RawInput() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string_view RawInput::peek(std::size_t wanted) {
  while (window_.size() - head_ < wanted && !ended_) {
    if (head_ > 0) {
      window_.erase(0, head_);
      head_ = 0;
    }
    const std::size_t held = window_.size();
    window_.resize(held + kPiece);
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, window_.data() + held, kPiece);
    } while (got < 0 && errno == EINTR);
    if (got < 0) error_ = std::strerror(errno);
    if (got <= 0) ended_ = true;
    window_.resize(held + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  return std::string_view(window_).substr(head_);
}

void RawInput::consume(std::size_t bytes) {
  head_ += bytes;
  offset_ += bytes;
}

bool RawInput::seek(std::uint64_t offset) {
  if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return false;
  window_.clear();
  head_ = 0;
  offset_ = offset;
  ended_ = false;
  return true;
}

}  // namespace claimtrail
