#include <fmt/format.h>

#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/schema.h"
#include "core/store/store.h"

namespace claimtrail::sqlite {

namespace {

/// One snapshot for several reads, where no transaction gives it already: another process may be
/// making the database between two of them.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection)
      : connection_(connection), own_(!connection.in_transaction()) {
    if (own_) connection_.execute("BEGIN");
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    if (!own_ || !connection_.in_transaction()) return;
    try {
      connection_.execute("ROLLBACK");
    } catch (const std::exception&) {
      // Nothing was written; the reads have their answer or their own failure.
    }
  }

 private:
  Connection& connection_;
  bool own_;
};

}  // namespace

FileState inspect(Connection& connection, const Schema& schema) {
  return connection.guarded([&] {
    const Snapshot snapshot(connection);
    const auto application = connection.integer("PRAGMA application_id");
    const auto version = connection.integer("PRAGMA user_version");
    const auto newest = static_cast<std::int64_t>(schema.steps.size());
    if (application == 0 && version == 0 &&
        connection.integer("SELECT count(*) FROM sqlite_schema") == 0) {
      return FileState::empty;
    }
    if (application != schema.application_id) {
      throw StoreError(
          StoreError::Kind::not_a_database,
          fmt::format("'{}' is a database of another program (application id {}), not one of "
                      "claimtrail's {}; it was left as it is; name another file",
                      connection.path(), application, schema.holds));
    }
    if (version > newest) {
      throw StoreError(
          StoreError::Kind::newer_version,
          fmt::format("the database '{}' was made by a newer claimtrail: its version is {}, this "
                      "program knows versions up to {}; it was left as it is; update claimtrail",
                      connection.path(), version, newest));
    }
    return version == newest ? FileState::current : FileState::older;
  });
}

void migrate(Connection& connection, const Schema& schema) {
  if (inspect(connection, schema) == FileState::current) return;
  connection.guarded([&] {
    connection.execute("BEGIN IMMEDIATE");
    try {
      // Another process may have come first.
      if (inspect(connection, schema) != FileState::current) {
        const auto version = static_cast<std::size_t>(connection.integer("PRAGMA user_version"));
        for (const char* step : schema.steps.subspan(version)) connection.execute(step);
        connection.execute(
            fmt::format("PRAGMA application_id = {}", schema.application_id).c_str());
        connection.execute(fmt::format("PRAGMA user_version = {}", schema.steps.size()).c_str());
      }
      connection.execute("COMMIT");
    } catch (...) {
      if (connection.in_transaction()) connection.execute("ROLLBACK");
      throw;
    }
  });
}

}  // namespace claimtrail::sqlite
