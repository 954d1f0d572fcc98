#include "core/store/sqlite/open_files.h"

#include <filesystem>

#include <fmt/format.h>

#include "core/store/sqlite/schema.h"

namespace claimtrail::sqlite {
namespace {

namespace fs = std::filesystem;

void check_presence(const std::string& path, const SqliteOptions& options) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    throw StoreError(StoreError::Kind::not_a_database,
                     fmt::format("'{}' is a folder, not a database; name a file", path));
  }
  if ((options.read_only || !options.create) && !fs::exists(path, ignored)) {
    throw StoreError(StoreError::Kind::other, fmt::format("there is no database at '{}'", path));
  }
}

void check_readable(const Connection& connection, FileState state) {
  if (state == FileState::current) return;
  throw StoreError(
      StoreError::Kind::other,
      state == FileState::empty
          ? fmt::format("the database '{}' is empty", connection.path())
          : fmt::format(
                "the database '{}' was made by an older claimtrail and must be brought up to date "
                "first: open it once for writing",
                connection.path()));
}

}  // namespace

std::string blob_path(const std::string& path) { return path + ".blobs"; }

DeskFiles open_files(const std::string& path, const SqliteOptions& options) {
  // Absolute, so that a name that begins with "file:" is not read as a URI.
  const std::string desk_path = fs::absolute(path).lexically_normal();
  const std::string blobs_path = blob_path(desk_path);
  check_presence(desk_path, options);

  ConnectionOptions connecting;
  connecting.access = options.read_only ? Access::read_only : Access::read_write;
  connecting.busy_timeout_ms = options.busy_timeout_ms;

  DeskFiles files;
  files.desk = std::make_unique<Connection>(desk_path, connecting);
  const FileState desk_state = inspect(*files.desk, desk_schema());
  std::error_code ignored;
  if (!options.read_only || fs::exists(blobs_path, ignored)) {
    // The rows that name a blob must never be on the disk before it.
    connecting.durability = Durability::full;
    files.blobs = std::make_unique<Blobs>(blobs_path, connecting);
    const FileState state = inspect(files.blobs->connection(), blob_schema());
    if (options.read_only) check_readable(files.blobs->connection(), state);
  }
  if (options.read_only) check_readable(*files.desk, desk_state);

  // Both files are ours: only now is anything written.
  if (files.blobs) {
    files.blobs->connection().accept();
    if (!options.read_only) migrate(files.blobs->connection(), blob_schema());
  }
  files.desk->accept();
  if (!options.read_only) migrate(*files.desk, desk_schema());
  return files;
}

}  // namespace claimtrail::sqlite
