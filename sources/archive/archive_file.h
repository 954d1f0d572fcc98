#pragma once

#include <string>
#include <string_view>

#include "core/diagnostics/result.h"

namespace claimtrail {

/// A file that appears whole or not at all: written beside its name, synced, renamed by `finish`.
/// Without `finish` nothing is left.
class ArchiveFile {
 public:
  [[nodiscard]] static Result<ArchiveFile> create(const std::string& path);
  ArchiveFile(ArchiveFile&& other) noexcept;
  ArchiveFile& operator=(ArchiveFile&&) = delete;
  ~ArchiveFile();
  [[nodiscard]] Result<void> write(std::string_view bytes);
  [[nodiscard]] Result<void> finish();

 private:
  ArchiveFile(std::string path, std::string part, int descriptor);
  [[nodiscard]] tl::unexpected<Diagnostic> failed() const;
  std::string path_;
  std::string part_;
  int descriptor_;
};

}  // namespace claimtrail
