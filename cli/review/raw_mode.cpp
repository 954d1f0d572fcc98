#include "cli/review/raw_mode.h"

#include <array>
#include <atomic>
#include <csignal>

#include <termios.h>
#include <unistd.h>

namespace claimtrail {
namespace {

// Signal handlers reach only what is static; tcsetattr may be called from one (POSIX).
termios before{};
termios raw{};
std::atomic<bool> active{false};

constexpr std::array killers{SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
std::array<struct sigaction, killers.size()> killer_actions{};
struct sigaction stop_action {};

void restore_terminal() {
  if (active) tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
}

extern "C" void restore_and_die(int signal) {
  restore_terminal();
  std::signal(signal, SIG_DFL);
  raise(signal);
}

extern "C" void restore_and_stop(int) {
  restore_terminal();
  raise(SIGSTOP);
  if (active) tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void handle(int signal, void (*handler)(int), struct sigaction& old) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, &old);
}

}  // namespace

void RawMode::Restore::operator()() const { restore_terminal(); }

RawMode::RawMode(const std::stop_token& interrupted) : on_interrupt_(interrupted, Restore{}) {
  if (isatty(STDIN_FILENO) != 1 || tcgetattr(STDIN_FILENO, &before) != 0) return;
  raw = before;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  for (std::size_t i = 0; i < killers.size(); ++i) {
    handle(killers[i], restore_and_die, killer_actions[i]);
  }
  handle(SIGTSTP, restore_and_stop, stop_action);
  active = true;
  if (!interrupted.stop_requested()) tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

RawMode::~RawMode() {
  if (!active) return;
  restore_terminal();
  active = false;
  for (std::size_t i = 0; i < killers.size(); ++i) {
    sigaction(killers[i], &killer_actions[i], nullptr);
  }
  sigaction(SIGTSTP, &stop_action, nullptr);
}

}  // namespace claimtrail
