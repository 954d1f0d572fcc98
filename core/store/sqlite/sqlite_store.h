#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/store/store.h"

namespace claimtrail {

struct SqliteOptions {
  int busy_timeout_ms = 10'000;
  bool create = true;  ///< make the file when it is missing
  bool read_only = false;
};

/// Opens (or makes) the database at `path` and its blob file beside it (`path` + ".blobs"), brings
/// an older schema up to date, and throws StoreError in words for a person when it cannot: newer
/// version, read-only, full disk, damaged, not a database. A file that is not ours, or newer, is
/// left as it is.
///
/// `read_only` writes nothing, whatever the schema's state: a missing or older file is an error. It
/// works from read-only media; where the file may be written, SQLite keeps its log beside it while
/// it is open.
[[nodiscard]] std::unique_ptr<Store> open_sqlite_store(const std::string& path,
                                                       const SqliteOptions& options = {});

/// What is wrong inside the files at `path`, one sentence each; empty where they are sound: pages,
/// indexes, references between rows, the search index, and that every revision has its raw bytes.
/// Reads everything; writes nothing. Throws StoreError where they cannot be
/// opened.
[[nodiscard]] std::vector<std::string> find_damage(const std::string& path);

}  // namespace claimtrail
