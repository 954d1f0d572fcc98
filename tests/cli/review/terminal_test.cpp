// The real consoles: on a pseudo-terminal and on a pipe, each in a process of its own.
#include <csignal>

#include <gmock/gmock.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "core/store/sqlite/sqlite_store.h"

#include "cli/review/walk.h"
#include "tests/cli/provenance/small_world.h"
#include "tests/support/fake_clock.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;

/// Walks the flags on the process's own standard streams; the exit status says how many it decided.
[[noreturn]] void walk_here(const std::string& database, std::stop_token interrupted = {}) {
  const auto store = open_sqlite_store(database);
  const Terminal terminal(ColourChoice::never);
  const FakeClock clock("2025-04-28T10:00:00Z");
  Output output;
  const auto console = terminal.input_is_terminal() ? open_terminal_console(output, interrupted)
                                                    : open_line_console(output, interrupted);
  const WalkSummary summary =
      walk(*store, *console, terminal, clock, {ReviewSubject::flags, "kim"});
  _exit(summary.decided);
}

/// A child on a pseudo-terminal, and what it shows.
class OnTerminal {
 public:
  explicit OnTerminal(const std::function<void()>& child) {
    winsize size{40, 120, 0, 0};
    pid_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ == 0) {
      child();
      _exit(99);
    }
  }
  ~OnTerminal() {
    if (!ended_) kill(pid_, SIGKILL);
    close(terminal_);
  }
  OnTerminal(const OnTerminal&) = delete;
  OnTerminal& operator=(const OnTerminal&) = delete;

  /// Reads until `words` stand in what came since the last call.
  [[nodiscard]] bool shows(const std::string& words) {
    std::string shown;
    for (int i = 0; i < 400; ++i) {
      pollfd input{terminal_, POLLIN, 0};
      if (poll(&input, 1, 50) <= 0) continue;
      char bytes[4096];
      const ssize_t count = read(terminal_, bytes, sizeof bytes);
      if (count <= 0) break;
      shown.append(bytes, static_cast<std::size_t>(count));
      if (shown.find(words) != std::string::npos) return true;
    }
    ADD_FAILURE() << "waited for \"" << words << "\" in:\n" << shown;
    return false;
  }
  void type(const std::string& keys) {
    ASSERT_EQ(write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }
  [[nodiscard]] tcflag_t modes() const {
    termios now{};
    tcgetattr(terminal_, &now);
    return now.c_lflag & static_cast<tcflag_t>(ICANON | ECHO);
  }
  [[nodiscard]] bool waits_for_modes(tcflag_t wanted) const {
    for (int i = 0; i < 200; ++i) {
      if (modes() == wanted) return true;
      usleep(20'000);
    }
    return false;
  }
  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] int wait_status() {
    int status = 0;
    waitpid(pid_, &status, 0);
    ended_ = true;
    return status;
  }

  static constexpr tcflag_t cooked = ICANON | ECHO;

 private:
  int terminal_ = -1;
  pid_t pid_ = -1;
  bool ended_ = false;
};

TEST(TerminalReview, SingleKeysDecideAndTheTerminalComesBack) {
  SmallWorld world;
  OnTerminal review([&] { walk_here(world.database()); });
  ASSERT_TRUE(review.shows("q quit: "));
  EXPECT_TRUE(review.waits_for_modes(0));
  review.type("x");
  ASSERT_TRUE(review.shows("Reason: "));
  EXPECT_TRUE(review.waits_for_modes(OnTerminal::cooked)) << "a reason is typed as a line";
  review.type("a slip\n");
  ASSERT_TRUE(review.shows("Flag 2 of 2"));
  review.type("\x1b[A");
  ASSERT_TRUE(review.shows("Flag 1 of 2"));
  review.type("q");
  const int status = review.wait_status();
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_EQ(review.modes(), OnTerminal::cooked);
  EXPECT_EQ(world.store().flag(SmallWorld::edit_flag)->status, FlagStatus::dismissed);
}

TEST(TerminalReview, AnInterruptionEndsItInGoodOrder) {
  SmallWorld world;
  OnTerminal review([&] {
    // As the program does: the signal is waited for in a thread, the walk sees the token.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::stop_source stop;
    std::thread([signals, stop]() mutable {
      int number = 0;
      sigwait(&signals, &number);
      stop.request_stop();
    }).detach();
    walk_here(world.database(), stop.get_token());
  });
  ASSERT_TRUE(review.shows("q quit: "));
  ASSERT_TRUE(review.waits_for_modes(0));
  review.type("\x03");
  EXPECT_TRUE(WIFEXITED(review.wait_status()));
  EXPECT_EQ(review.modes(), OnTerminal::cooked);
}

TEST(TerminalReview, AKillingSignalLeavesTheTerminalAsItWas) {
  for (const int signal : {SIGHUP, SIGQUIT, SIGABRT}) {
    SmallWorld world;
    OnTerminal review([&] { walk_here(world.database()); });
    ASSERT_TRUE(review.shows("q quit: "));
    ASSERT_TRUE(review.waits_for_modes(0));
    kill(review.pid(), signal);
    const int status = review.wait_status();
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), signal);
    EXPECT_EQ(review.modes(), OnTerminal::cooked) << signal;
  }
}

TEST(TerminalReview, StopAndContinue) {
  SmallWorld world;
  OnTerminal review([&] { walk_here(world.database()); });
  ASSERT_TRUE(review.shows("q quit: "));
  ASSERT_TRUE(review.waits_for_modes(0));
  kill(review.pid(), SIGTSTP);
  int status = 0;
  waitpid(review.pid(), &status, WUNTRACED);
  EXPECT_TRUE(WIFSTOPPED(status));
  EXPECT_EQ(review.modes(), OnTerminal::cooked);
  kill(review.pid(), SIGCONT);
  EXPECT_TRUE(review.waits_for_modes(0));
  review.type("q");
  EXPECT_TRUE(WIFEXITED(review.wait_status()));
}

TEST(PipedReview, ALineIsAKey) {
  SmallWorld world;
  int to_child[2];
  int from_child[2];
  ASSERT_EQ(pipe(to_child), 0);
  ASSERT_EQ(pipe(from_child), 0);
  const pid_t pid = fork();
  if (pid == 0) {
    dup2(to_child[0], STDIN_FILENO);
    dup2(from_child[1], STDOUT_FILENO);
    close(to_child[1]);
    close(from_child[0]);
    walk_here(world.database());
  }
  close(to_child[0]);
  close(from_child[1]);
  const std::string typed = "x\na slip\nwhat\n\nz\n2026-03-01\nwaiting\n";
  ASSERT_EQ(write(to_child[1], typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
  close(to_child[1]);
  std::string shown;
  char bytes[4096];
  for (ssize_t count = 1; count > 0;) {
    count = read(from_child[0], bytes, sizeof bytes);
    if (count > 0) shown.append(bytes, static_cast<std::size_t>(count));
  }
  close(from_child[0]);
  int status = 0;
  waitpid(pid, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 2);
  EXPECT_THAT(shown, HasSubstr("One letter a line, please."));
  EXPECT_EQ(world.store().flag(SmallWorld::figure_flag)->suppressed_until, "2026-03-01");
}

}  // namespace
}  // namespace claimtrail
