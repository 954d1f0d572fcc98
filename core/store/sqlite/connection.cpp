#include "core/store/sqlite/connection.h"

#include <cctype>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/store/sqlite/errors.h"

namespace claimtrail::sqlite {
namespace {

bool writable(const std::string& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

/// SQLite keeps its log beside the file, so the folder counts too.
bool may_write(const std::string& path) {
  return (writable(path) || errno == ENOENT) &&
         (writable(std::filesystem::path(path).parent_path()) || errno == ENOENT);
}

bool log_waits(const std::string& path) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path + "-wal", ignored);
  return !ignored && size > 0;
}

std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '.' || c == '-') {
      uri += c;
    } else {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Connection::Connection(std::string path, const ConnectionOptions& options)
    : path_(std::move(path)), options_(options) {
  guarded([this] { open(); });
}

Connection::~Connection() = default;

void Connection::open() {
  const int timeout = options_.busy_timeout_ms;
  const bool waits = log_waits(path_);
  if (options_.access == Access::read_write) {
    // SQLite would open the file for reading and leave an empty log beside it.
    if (!may_write(path_)) throw store_error({.code = SQLITE_READONLY, .path = path_});
    database_ = std::make_unique<SQLite::Database>(
        path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, timeout);
  } else if (may_write(path_)) {
    // A read-only connection to a log cannot tidy up behind itself; this one can, and writes
    // nothing.
    database_ = std::make_unique<SQLite::Database>(
        path_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, timeout);
    execute("PRAGMA query_only = ON");
  } else if (waits) {
    database_ = std::make_unique<SQLite::Database>(
        path_, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, timeout);
  } else {
    database_ = std::make_unique<SQLite::Database>(
        immutable_uri(path_), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX,
        timeout);
  }
  // Closing a file that turns out to be another program's must not fold its log into it.
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, waits ? 1 : 0,
                    nullptr);
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute("PRAGMA trusted_schema = OFF");
}

void Connection::accept() {
  guarded([this] {
    sqlite3* handle = database_->getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA cell_size_check = ON");
    execute("PRAGMA temp_store = MEMORY");
    execute("PRAGMA cache_size = -32768");
    if (options_.access == Access::read_only) return;
    if (sqlite3_db_readonly(handle, "main") == 1) {
      throw store_error({.code = SQLITE_READONLY, .path = path_});
    }
    use_write_ahead_log();
    execute(options_.durability == Durability::full ? "PRAGMA synchronous = FULL"
                                                    : "PRAGMA synchronous = NORMAL");
    execute("PRAGMA journal_size_limit = 67108864");
  });
}

void Connection::use_write_ahead_log() {
  // SQLite does not wait out the busy timeout when two connections change the mode at once.
  using SteadyClock = std::chrono::steady_clock;
  const auto give_up = SteadyClock::now() + std::chrono::milliseconds(options_.busy_timeout_ms);
  while (true) {
    try {
      execute("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& error) {
      if (error.getErrorCode() != SQLITE_BUSY || SteadyClock::now() > give_up) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_->getHandle()) == 0;
}

Query Connection::query(const char* sql) {
  PreparedStatement& prepared = statements_[sql];
  if (prepared.in_use) return query_once(sql);
  if (!prepared.statement) {
    prepared.statement = prepare(database_->getHandle(), sql, true);
  }
  return Query(prepared);
}

Query Connection::query_once(const std::string& sql) {
  return Query(prepare(database_->getHandle(), sql, false));
}

void Connection::execute(const char* sql) { database_->exec(sql); }

std::int64_t Connection::integer(const char* sql) {
  Query one = query(sql);
  return one.step() ? one.integer() : 0;
}

std::int64_t Connection::last_row() const { return database_->getLastInsertRowid(); }

void Connection::rethrow() const {
  try {
    throw;
  } catch (const SQLite::Exception& error) {
    Failure failure{
        error.getErrorCode(),    error.getExtendedErrorCode(), errno, error.what(), path_,
        options_.busy_timeout_ms};
    if (database_) failure.system_errno = sqlite3_system_errno(database_->getHandle());
    throw store_error(failure);
  }
}

}  // namespace claimtrail::sqlite
