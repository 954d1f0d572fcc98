#include "sources/http/host_queue.h"

namespace claimtrail {

HostQueue::HostQueue(int jobs, int jobs_per_host, std::chrono::milliseconds delay)
    : jobs_(jobs), jobs_per_host_(jobs_per_host), delay_(delay) {}

void HostQueue::settle(Host& host) {
  const bool is_ready = host.turn != 0;
  const bool can_start = !host.waiting.empty() && host.active < jobs_per_host_;
  if (is_ready == can_start) return;
  if (can_start) {
    host.turn = ++turns_;
    ready_.emplace(host.next_start, host.turn, &host);
  } else {
    ready_.erase({host.next_start, host.turn, &host});
    host.turn = 0;
  }
}

void HostQueue::push(const std::string& host, Job job, Turn turn) {
  Host& entry = hosts_[host];
  if (turn == Turn::first) {
    entry.waiting.push_front(job);
  } else {
    entry.waiting.push_back(job);
  }
  settle(entry);
}

std::optional<HostQueue::Job> HostQueue::take(Time now) {
  if (active_ >= jobs_ || ready_.empty()) return std::nullopt;
  const auto [time, turn, host] = *ready_.begin();
  if (time > now) return std::nullopt;
  ready_.erase(ready_.begin());
  host->turn = 0;
  const Job job = host->waiting.front();
  host->waiting.pop_front();
  ++host->active;
  ++active_;
  host->next_start = now + std::max(delay_, host->delay);
  settle(*host);
  return job;
}

void HostQueue::finished(const std::string& host) {
  Host& entry = hosts_[host];
  --entry.active;
  --active_;
  settle(entry);
}

void HostQueue::not_started(const std::string& host, Time now) {
  Host& entry = hosts_[host];
  if (entry.turn != 0) {
    ready_.erase({entry.next_start, entry.turn, &entry});
    entry.turn = 0;
  }
  entry.next_start = now;
  finished(host);
}

void HostQueue::set_delay(const std::string& host, std::chrono::milliseconds delay) {
  hosts_[host].delay = delay;
}

std::optional<HostQueue::Time> HostQueue::next_start() const {
  if (active_ >= jobs_ || ready_.empty()) return std::nullopt;
  return std::get<0>(*ready_.begin());
}

std::vector<HostQueue::Job> HostQueue::drop(const std::string& host) {
  Host& entry = hosts_[host];
  const std::vector<Job> dropped(entry.waiting.begin(), entry.waiting.end());
  entry.waiting.clear();
  settle(entry);
  return dropped;
}

void HostQueue::clear() {
  for (auto& [name, host] : hosts_) {
    host.waiting.clear();
    settle(host);
  }
}

}  // namespace claimtrail
