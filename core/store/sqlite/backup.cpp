#include "core/store/sqlite/backup.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/store/sqlite/errors.h"

namespace claimtrail::sqlite {
namespace {

namespace fs = std::filesystem;

std::string part_of(const std::string& path) { return path + ".part"; }

StoreError failed(const std::string& path, int error) {
  return store_error(
      {SQLITE_IOERR, SQLITE_IOERR, error, std::generic_category().message(error), path, 0});
}

void sync(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) throw failed(path, errno);
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error != 0) throw failed(path, error);
}

}  // namespace

void make_copy(Connection& source, const std::string& path) {
  const std::string part = part_of(path);
  discard_copy(path);
  try {
    SQLite::Database copy(part, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(copy, source.database());
    const int result = backup.executeStep(-1);
    if (result != SQLITE_DONE) {
      throw store_error({result & 0xFF, result, 0, "the copy was interrupted", source.path(), 0});
    }
  } catch (const SQLite::Exception& error) {
    throw store_error(
        {error.getErrorCode(), error.getExtendedErrorCode(), errno, error.what(), part, 0});
  }
  try {
    // A log beside a backup could be lost on the way, or be taken for another file's.
    SQLite::Database copy(part, SQLite::OPEN_READWRITE);
    copy.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& error) {
    throw store_error(
        {error.getErrorCode(), error.getExtendedErrorCode(), errno, error.what(), part, 0});
  }
  sync(part, O_RDONLY);
}

void publish_copy(const std::string& path) {
  if (::rename(part_of(path).c_str(), path.c_str()) != 0) throw failed(path, errno);
  sync(fs::path(path).parent_path(), O_RDONLY | O_DIRECTORY);
}

void discard_copy(const std::string& path) noexcept {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(part_of(path) + ending, ignored);
  }
}

void check_copy_target(const std::string& source, const std::string& path) {
  std::error_code ignored;
  if (fs::equivalent(source, path, ignored)) {
    throw StoreError(
        StoreError::Kind::other,
        fmt::format("the backup cannot replace the database '{}' itself; name another file",
                    source));
  }
  if (fs::exists(path + "-wal", ignored) || fs::exists(path + "-journal", ignored)) {
    throw StoreError(
        StoreError::Kind::other,
        fmt::format("'{}' is a database in use; name another file for the backup", path));
  }
}

}  // namespace claimtrail::sqlite
