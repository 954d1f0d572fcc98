#pragma once

#include <functional>

#include <sys/types.h>

namespace claimtrail {

/// A forked child that runs `work` and ends with its result (99 where it throws).
class ChildProcess {
 public:
  explicit ChildProcess(const std::function<int()>& work);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  [[nodiscard]] pid_t id() const { return id_; }
  /// The child's result; -1 where a signal ended it.
  int wait();
  void kill();

 private:
  pid_t id_ = -1;
};

/// For use in a child: gives up the rights of root where it has them, which no permission binds.
void become_ordinary_user();

}  // namespace claimtrail
