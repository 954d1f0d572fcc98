#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace claimtrail {

/// Who may start next, so that no host is pressed: at most `jobs` at once, at most `jobs_per_host`
/// for one host, and a delay between two starts for one host. Hosts take turns in the order in
/// which they became able to start; the jobs of one host keep theirs. Times are handed in. Each
/// call costs O(log hosts).
class HostQueue {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Job = std::uint64_t;
  enum class Turn { last, first };

  HostQueue(int jobs, int jobs_per_host, std::chrono::milliseconds delay);

  void push(const std::string& host, Job job, Turn turn = Turn::last);
  /// A job that may start at `now`, counted as started; nothing when there is none.
  [[nodiscard]] std::optional<Job> take(Time now);
  /// One job of the host, taken before, has ended.
  void finished(const std::string& host);
  /// The same, but it was never started: the host's delay does not count from it.
  void not_started(const std::string& host, Time now);
  /// A delay of its own for one host; the queue's where that is longer.
  void set_delay(const std::string& host, std::chrono::milliseconds delay);
  /// When `take` will give a job if nothing finishes before; nothing when only a finish can free
  /// one.
  [[nodiscard]] std::optional<Time> next_start() const;
  /// Removes the waiting jobs of one host, in order.
  [[nodiscard]] std::vector<Job> drop(const std::string& host);
  /// Removes all waiting jobs.
  void clear();

 private:
  struct Host {
    std::deque<Job> waiting;
    int active = 0;
    Time next_start{};
    std::chrono::milliseconds delay{0};  ///< of its own
    std::uint64_t turn = 0;              ///< its place among the ready; 0 when it is not
  };
  void settle(Host& host);

  int jobs_;
  int jobs_per_host_;
  std::chrono::milliseconds delay_;
  int active_ = 0;
  std::uint64_t turns_ = 0;
  std::unordered_map<std::string, Host> hosts_;  ///< its nodes keep their addresses
  std::set<std::tuple<Time, std::uint64_t, Host*>> ready_;
};

}  // namespace claimtrail
