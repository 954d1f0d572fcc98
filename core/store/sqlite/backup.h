#pragma once

#include <string>

#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// Copies a database by SQLite's online backup to `path` + ".part", one self-contained file without
/// a log, and syncs it to the disk. `publish_copy` gives it its name.
void make_copy(Connection& source, const std::string& path);
void publish_copy(const std::string& path);
void discard_copy(const std::string& path) noexcept;

/// Throws StoreError where `path` must not be overwritten: it is `source` itself, or in use.
void check_copy_target(const std::string& source, const std::string& path);

}  // namespace claimtrail::sqlite
