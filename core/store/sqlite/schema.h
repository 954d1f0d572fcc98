#pragma once

#include <span>
#include <string_view>

namespace claimtrail::sqlite {

class Connection;

/// A kind of database file: how it says what it is, and the steps that made it what it is. Step N
/// takes a file from version N to N + 1 (`PRAGMA user_version`). Steps that were released are never
/// edited.
struct Schema {
  int application_id = 0;
  std::string_view holds;  ///< what the file holds, in words
  std::span<const char* const> steps;
};

/// Claims and all that is known about them.
[[nodiscard]] const Schema& desk_schema();
/// Raw bytes of revisions.
[[nodiscard]] const Schema& blob_schema();

/// Says whether the file is new (empty), and throws StoreError when it is no database, another
/// program's, or of a newer version. Reads only.
enum class FileState { empty, older, current };
[[nodiscard]] FileState inspect(Connection& connection, const Schema& schema);

/// Takes the file to the newest version in one transaction; nothing happens where it is there
/// already. Safe when several processes do it at once.
void migrate(Connection& connection, const Schema& schema);

}  // namespace claimtrail::sqlite
