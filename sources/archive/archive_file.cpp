#include "sources/archive/archive_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace claimtrail {

ArchiveFile::ArchiveFile(std::string path, std::string part, int descriptor)
    : path_(std::move(path)), part_(std::move(part)), descriptor_(descriptor) {}

ArchiveFile::ArchiveFile(ArchiveFile&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::exchange(other.part_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

ArchiveFile::~ArchiveFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!part_.empty()) ::unlink(part_.c_str());
}

tl::unexpected<Diagnostic> ArchiveFile::failed() const {
  return failure("cannot-write", fmt::format("cannot be written: {}", std::strerror(errno)), path_);
}

Result<ArchiveFile> ArchiveFile::create(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return failure("cannot-write", "this is a directory", path, "name a file in it");
  }
  std::string part = fmt::format("{}.part{}", path, ::getpid());
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  ArchiveFile file(path, descriptor < 0 ? std::string() : std::move(part), descriptor);
  if (descriptor < 0) return file.failed();
  return file;
}

Result<void> ArchiveFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return failed();
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return {};
}

Result<void> ArchiveFile::finish() {
  if (::fsync(descriptor_) != 0) return failed();
  if (::close(std::exchange(descriptor_, -1)) != 0) return failed();
  if (std::rename(part_.c_str(), path_.c_str()) != 0) return failed();
  part_.clear();
  return {};
}

}  // namespace claimtrail
