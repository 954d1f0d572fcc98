#pragma once

#include <string>

#include "core/store/store.h"

namespace claimtrail::sqlite {

/// What SQLite said when it failed: result codes of https://sqlite.org/rescode.html and the errno
/// behind.
struct Failure {
  int code = 0;
  int extended_code = 0;
  int system_errno = 0;
  std::string message;
  std::string path;
  int busy_timeout_ms = 0;
};

/// The same in words for a person: what, where, what to do.
[[nodiscard]] StoreError store_error(const Failure& failure);

}  // namespace claimtrail::sqlite
