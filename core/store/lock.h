#pragma once

#include <string>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

namespace claimtrail {

/// The refresh lock of one database: at most one refresh at a time, nothing else is excluded. It is
/// flock(2) on `database` + ".lock", so a process that dies in whatever way frees it, and a file
/// left behind means nothing. While held, the file names the holder's process id and start time. A
/// child process made by fork without exec shares the lock until it ends too.
class RefreshLock {
 public:
  /// Never waits. Failures: "refresh-locked" where another refresh holds it ("held by process N
  /// since T"), "refresh-lock-failed" where the file cannot be made or locked.
  [[nodiscard]] static Result<RefreshLock> take(const std::string& database, Timestamp now);

  RefreshLock(RefreshLock&& other) noexcept;
  RefreshLock& operator=(RefreshLock&& other) noexcept;
  RefreshLock(const RefreshLock&) = delete;
  RefreshLock& operator=(const RefreshLock&) = delete;
  ~RefreshLock();

 private:
  explicit RefreshLock(int descriptor) : descriptor_(descriptor) {}
  void release() noexcept;

  int descriptor_ = -1;
};

}  // namespace claimtrail
