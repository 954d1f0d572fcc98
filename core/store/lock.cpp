#include "core/store/lock.h"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace claimtrail {
namespace {

/// "held by process 4711 since 2025-04-26T08:30:00Z"; less where the holder has not written it yet.
std::string holder(int descriptor) {
  std::array<char, 64> bytes{};
  const ssize_t size = ::pread(descriptor, bytes.data(), bytes.size(), 0);
  const std::string_view text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::size_t blank = text.find(' ');
  const std::size_t end = text.find('\n');
  if (blank == std::string_view::npos || end == std::string_view::npos || end < blank) {
    return "held by another process";
  }
  return fmt::format("held by process {} since {}", text.substr(0, blank),
                     text.substr(blank + 1, end - blank - 1));
}

tl::unexpected<Diagnostic> cannot_lock(const std::string& path, int error) {
  return failure(
      "refresh-lock-failed",
      fmt::format("the refresh lock cannot be taken: {}", std::generic_category().message(error)),
      path, "check the owner and permissions of this file and its folder");
}

}  // namespace

Result<RefreshLock> RefreshLock::take(const std::string& database, Timestamp now) {
  const std::string path = database + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0) return cannot_lock(path, errno);
  RefreshLock lock(descriptor);
  int locked = 0;
  do {
    locked = ::flock(descriptor, LOCK_EX | LOCK_NB);
  } while (locked != 0 && errno == EINTR);
  if (locked != 0) {
    const int error = errno;
    const std::string held = holder(descriptor);
    ::close(std::exchange(lock.descriptor_, -1));
    if (error != EWOULDBLOCK) return cannot_lock(path, error);
    return failure("refresh-locked",
                   fmt::format("another refresh is running: the lock is {}", held), path,
                   "wait until it is done");
  }
  const std::string note = fmt::format("{} {}\n", ::getpid(), format_timestamp(now));
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, note.data(), note.size(), 0) != static_cast<ssize_t>(note.size())) {
    return cannot_lock(path, errno);
  }
  return lock;
}

RefreshLock::RefreshLock(RefreshLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

RefreshLock& RefreshLock::operator=(RefreshLock&& other) noexcept {
  if (this != &other) {
    release();
    descriptor_ = std::exchange(other.descriptor_, -1);
  }
  return *this;
}

RefreshLock::~RefreshLock() { release(); }

void RefreshLock::release() noexcept {
  if (descriptor_ < 0) return;
  // The file stays: removing it would let two holders lock two files of the same name.
  [[maybe_unused]] const int emptied = ::ftruncate(descriptor_, 0);
  ::close(std::exchange(descriptor_, -1));
}

}  // namespace claimtrail
