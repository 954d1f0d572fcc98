#include "core/store/sqlite/errors.h"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <sqlite3.h>

namespace claimtrail::sqlite {
namespace {

using Kind = StoreError::Kind;

bool out_of_space(const Failure& failure) {
  if (failure.code == SQLITE_FULL || failure.extended_code == SQLITE_IOERR_SHMSIZE) return true;
  return failure.code == SQLITE_IOERR &&
         (failure.system_errno == ENOSPC || failure.system_errno == EDQUOT ||
          failure.system_errno == EFBIG);
}

bool forbidden(const Failure& failure) {
  if (failure.code == SQLITE_READONLY || failure.code == SQLITE_PERM) return true;
  return (failure.code == SQLITE_CANTOPEN || failure.code == SQLITE_IOERR) &&
         (failure.system_errno == EACCES || failure.system_errno == EPERM ||
          failure.system_errno == EROFS);
}

bool damaged(const Failure& failure) {
  return failure.code == SQLITE_CORRUPT || failure.extended_code == SQLITE_IOERR_SHORT_READ ||
         failure.extended_code == SQLITE_IOERR_CORRUPTFS ||
         failure.extended_code == SQLITE_IOERR_DATA;
}

}  // namespace

StoreError store_error(const Failure& failure) {
  const std::string& path = failure.path;
  if (failure.code == SQLITE_BUSY || failure.code == SQLITE_LOCKED) {
    return {Kind::busy,
            fmt::format(
                "the database '{}' is busy: another process has been writing to it for more than "
                "{:g} s; try again when it is done",
                path, failure.busy_timeout_ms / 1000.0)};
  }
  if (out_of_space(failure)) {
    return {Kind::full,
            fmt::format(
                "there is no space left for the database '{}'; nothing of the last step was kept; "
                "free some space and run it again",
                path)};
  }
  if (failure.extended_code == SQLITE_IOERR_WRITE) {
    return {
        Kind::full,
        fmt::format(
            "the database '{}' cannot grow: a quota or size limit is reached, or the disk fails; "
            "nothing of the last step was kept; make room and run it again",
            path)};
  }
  if (forbidden(failure)) {
    return {Kind::read_only,
            fmt::format(
                "the database '{}' cannot be written: the file or its folder is read-only for this "
                "user; check their owner and permissions",
                path)};
  }
  if (failure.code == SQLITE_NOTADB) {
    return {
        Kind::not_a_database,
        fmt::format("'{}' is not a claimtrail database; it was left as it is; name another file",
                    path)};
  }
  if (damaged(failure)) {
    return {
        Kind::damaged,
        fmt::format(
            "the database '{}' is damaged ({}); restore a backup, or save what can be read with "
            "the .recover command of the sqlite3 program",
            path, failure.message)};
  }
  if (failure.code == SQLITE_CANTOPEN) {
    const std::string reason = failure.system_errno != 0
                                   ? std::generic_category().message(failure.system_errno)
                                   : failure.message;
    return {Kind::other,
            fmt::format("the database '{}' cannot be opened: {}; check that its folder exists",
                        path, reason)};
  }
  return {Kind::other, fmt::format("the database '{}' failed: {}", path, failure.message)};
}

}  // namespace claimtrail::sqlite
