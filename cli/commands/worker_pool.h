#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace claimtrail {

/// Runs pure work on several threads and hands the results back in the order the work came in.
/// At most `ahead` pieces are under way, so memory does not grow with the input. With one job the
/// work runs on the calling thread and no thread is made. Belongs to one thread.
template <class Work, class Answer>
class OrderedPool {
 public:
  OrderedPool(unsigned jobs, std::function<Answer(Work&)> work, std::function<void(Answer)> deliver)
      : work_(std::move(work)), deliver_(std::move(deliver)), ahead_(jobs * 4) {
    for (unsigned i = 0; jobs > 1 && i < jobs; ++i) threads_.emplace_back([this] { run(); });
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;
  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      queue_.clear();
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  /// May deliver earlier answers. What `work` or `deliver` throws comes out here or in `finish`.
  void submit(Work work) {
    if (threads_.empty()) return deliver_(work_(work));
    std::packaged_task<Answer()> task(
        [this, piece = std::move(work)]() mutable { return work_(piece); });
    answers_.push_back(task.get_future());
    {
      const std::lock_guard lock(mutex_);
      queue_.push_back(std::move(task));
    }
    changed_.notify_one();
    if (answers_.size() >= ahead_) deliver_next();
  }

  void finish() {
    while (!answers_.empty()) deliver_next();
  }

 private:
  void deliver_next() {
    std::future<Answer> next = std::move(answers_.front());
    answers_.pop_front();
    deliver_(next.get());
  }

  void run() {
    for (;;) {
      std::packaged_task<Answer()> task;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        if (queue_.empty()) return;
        task = std::move(queue_.front());
        queue_.pop_front();
      }
      task();
    }
  }

  std::function<Answer(Work&)> work_;
  std::function<void(Answer)> deliver_;
  std::size_t ahead_;
  std::deque<std::future<Answer>> answers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::packaged_task<Answer()>> queue_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace claimtrail
