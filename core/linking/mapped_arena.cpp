#include "core/linking/mapped_arena.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace claimtrail {
namespace {

constexpr std::size_t kPage = 4096;

std::size_t whole_pages(std::size_t size) { return (size + kPage - 1) / kPage * kPage; }

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

MappedArena::MappedArena() = default;

MappedArena::MappedArena(const std::string& path, ArenaLock lock)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail("open");
  try {
    const int how = lock == ArenaLock::exclusive ? LOCK_EX : LOCK_SH;
    while (lock != ArenaLock::none && ::flock(file_, how) != 0) {
      if (errno != EINTR) fail("lock");
    }
    struct stat state {};
    if (::fstat(file_, &state) != 0) fail("stat");
    size_ = static_cast<std::size_t>(state.st_size) / kPage * kPage;
    map();
  } catch (...) {
    ::close(file_);
    throw;
  }
}

MappedArena::~MappedArena() {
  unmap();
  if (file_ >= 0) ::close(file_);
}

MappedArena::MappedArena(MappedArena&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      base_(std::exchange(other.base_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

void MappedArena::map() {
  if (size_ == 0) return;
  const int flags = file_ < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED;
  void* base = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, flags, file_, 0);
  if (base == MAP_FAILED) fail("map");
  base_ = static_cast<std::byte*>(base);
}

void MappedArena::unmap() {
  if (base_ != nullptr) ::munmap(base_, size_);
  base_ = nullptr;
}

void MappedArena::reserve(std::size_t size) {
  if (size <= size_) return;
  const std::size_t larger = whole_pages(std::max(size, size_ + size_ / 2));
  if (file_ >= 0) {
    // Room on the disk is asked for now: a full disk must be an error, not a signal later.
    if (const int error = ::posix_fallocate(file_, 0, static_cast<off_t>(larger)); error != 0) {
      errno = error;
      fail("grow");
    }
  }
  if (base_ == nullptr) {
    size_ = larger;
    map();
    return;
  }
  void* base = ::mremap(base_, size_, larger, MREMAP_MAYMOVE);
  if (base == MAP_FAILED) fail("grow");
  base_ = static_cast<std::byte*>(base);
  size_ = larger;
}

void MappedArena::clear(std::size_t size) {
  unmap();
  if (file_ >= 0 && ::ftruncate(file_, 0) != 0) fail("empty");
  size_ = 0;
  reserve(size);
}

void MappedArena::flush() const {
  if (file_ >= 0 && base_ != nullptr && ::msync(base_, size_, MS_SYNC) != 0) fail("write");
}

}  // namespace claimtrail
