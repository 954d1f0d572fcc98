#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/store/sqlite/query.h"

namespace SQLite {
class Database;
}

namespace claimtrail::sqlite {

enum class Access { read_write, read_only };

/// `full` syncs every commit to the disk, `normal` only check points: after a power cut the last
/// commits may be missing, the file is whole either way.
enum class Durability { normal, full };

struct ConnectionOptions {
  Access access = Access::read_write;
  Durability durability = Durability::normal;
  int busy_timeout_ms = 10'000;
};

/// One connection to one database file with its prepared statements; the only place that opens
/// files and sets pragmas. For one thread.
///
/// Opening changes nothing in the file: call `accept` once its version is known to be ours. A
/// read-only connection to a file that may be written uses the file's own locks and leaves no file
/// behind; where the file or its folder may not be written and no write-ahead log waits beside it,
/// the file is read as it stands.
class Connection {
 public:
  Connection(std::string path, const ConnectionOptions& options);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Sets what the connection works with: write-ahead log, foreign keys, durability, limits.
  void accept();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Access access() const { return options_.access; }
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] SQLite::Database& database() { return *database_; }

  /// Prepared once for the life of the connection; `sql` must be a string literal.
  [[nodiscard]] Query query(const char* sql);
  /// Prepared for this use alone.
  [[nodiscard]] Query query_once(const std::string& sql);
  void execute(const char* sql);
  /// The same for one statement that is run again and again.
  void run(const char* sql) { query(sql).run(); }
  [[nodiscard]] std::int64_t integer(const char* sql);
  /// The row that the last INSERT made.
  [[nodiscard]] std::int64_t last_row() const;

  /// Runs `work` and turns what SQLite throws into a StoreError about this file.
  template <class Work>
  decltype(auto) guarded(Work&& work) const {
    try {
      return std::forward<Work>(work)();
    } catch (...) {
      rethrow();
    }
  }

 private:
  [[noreturn]] void rethrow() const;
  void open();
  void use_write_ahead_log();

  std::string path_;
  ConnectionOptions options_;
  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<const char*, PreparedStatement> statements_;
};

}  // namespace claimtrail::sqlite
