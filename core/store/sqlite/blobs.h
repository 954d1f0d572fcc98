#pragma once

#include <string>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// Raw bytes by their SHA-256, each kept once, compressed by zstd (RFC 8878), in a file of their
/// own. Bytes are only ever added. The first `put` of a desk transaction opens one here; `commit`
/// must come before the desk's own, so that no stored revision names bytes that are not on the
/// disk. Bytes that nothing names are harmless.
class Blobs {
 public:
  Blobs(std::string path, const ConnectionOptions& options);

  void put(const std::string& raw_sha256, std::string_view raw);
  void commit();
  void roll_back() noexcept;

  /// A failure ("blob-missing", "blob-damaged") when the bytes are not there or not what their name
  /// says.
  [[nodiscard]] Result<std::string> get(const std::string& raw_sha256);

  [[nodiscard]] Connection& connection() { return connection_; }

 private:
  Connection connection_;
};

}  // namespace claimtrail::sqlite
