#include "cli/commands/interrupt.h"

#include <atomic>
#include <csignal>
#include <thread>

#include <pthread.h>
#include <unistd.h>

namespace claimtrail {
namespace {

std::atomic<bool> waits_for_the_verb{false};
std::atomic<int> status{130};

void watch(const sigset_t& signals, std::stop_source stop) {
  for (;;) {
    int number = 0;
    if (sigwait(&signals, &number) != 0) continue;
    status = 128 + number;
    if (!waits_for_the_verb || stop.stop_requested()) _exit(status);
    stop.request_stop();
  }
}

}  // namespace

std::stop_token watch_for_interrupts() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::stop_source stop;
  std::thread([signals, stop] { watch(signals, stop); }).detach();
  return stop.get_token();
}

void end_in_good_order() { waits_for_the_verb = true; }

int interrupted_status() { return status; }

}  // namespace claimtrail
