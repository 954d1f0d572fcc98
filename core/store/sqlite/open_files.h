#pragma once

#include <memory>
#include <string>

#include "core/store/sqlite/blobs.h"
#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/sqlite_store.h"

namespace claimtrail::sqlite {

/// The two files of one desk, opened, checked and up to date. A read-only desk may lack its blobs.
struct DeskFiles {
  std::unique_ptr<Connection> desk;
  std::unique_ptr<Blobs> blobs;
};

[[nodiscard]] DeskFiles open_files(const std::string& path, const SqliteOptions& options);

[[nodiscard]] std::string blob_path(const std::string& path);

}  // namespace claimtrail::sqlite
