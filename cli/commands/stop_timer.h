#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace claimtrail {

/// A stop token that is requested when another one is, or when a time has passed.
class StopTimer {
 public:
  explicit StopTimer(std::stop_token other)
      : forward_(std::move(other), [this] { stop_.request_stop(); }) {}
  StopTimer(const StopTimer&) = delete;
  StopTimer& operator=(const StopTimer&) = delete;

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

  void stop_after(std::chrono::milliseconds time) {
    thread_ = std::jthread([this, time](std::stop_token given_up) {
      std::mutex mutex;
      std::unique_lock lock(mutex);
      std::condition_variable_any never;
      never.wait_for(lock, given_up, time, [] { return false; });
      if (!given_up.stop_requested()) stop_.request_stop();
    });
  }

 private:
  std::stop_source stop_;
  std::stop_callback<std::function<void()>> forward_;
  std::jthread thread_;
};

}  // namespace claimtrail
