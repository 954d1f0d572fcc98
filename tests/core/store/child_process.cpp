#include "tests/core/store/child_process.h"

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <utility>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace claimtrail {

ChildProcess::ChildProcess(const std::function<int()>& work) : id_(::fork()) {
  if (id_ < 0) throw std::runtime_error("fork failed");
  if (id_ > 0) return;
  int result = 99;
  try {
    result = work();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "child: %s\n", error.what());
  }
  ::_exit(result);
}

ChildProcess::~ChildProcess() { kill(); }

int ChildProcess::wait() {
  int status = 0;
  if (id_ < 0 || ::waitpid(std::exchange(id_, -1), &status, 0) < 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void ChildProcess::kill() {
  if (id_ < 0) return;
  ::kill(id_, SIGKILL);
  wait();
}

void become_ordinary_user() {
  if (::geteuid() != 0) return;
  constexpr uid_t kNobody = 65534;
  if (::setresgid(kNobody, kNobody, kNobody) != 0 || ::setresuid(kNobody, kNobody, kNobody) != 0) {
    throw std::runtime_error("cannot give up the rights of root");
  }
}

}  // namespace claimtrail
