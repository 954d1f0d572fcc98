#include "sources/http/host_queue.h"

#include <random>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;

HostQueue::Time at(int milliseconds_after) {
  return HostQueue::Time{std::chrono::hours{1}} + milliseconds{milliseconds_after};
}

std::vector<HostQueue::Job> take_all(HostQueue& queue, HostQueue::Time now) {
  std::vector<HostQueue::Job> jobs;
  while (const auto job = queue.take(now)) jobs.push_back(*job);
  return jobs;
}

TEST(HostQueue, LeavesADelayBetweenStartsForOneHost) {
  HostQueue queue(10, 10, milliseconds{2'000});
  queue.push("a", 1);
  queue.push("a", 2);
  queue.push("b", 3);
  EXPECT_THAT(take_all(queue, at(0)), ElementsAre(1, 3));
  EXPECT_EQ(queue.next_start(), at(2'000));
  EXPECT_THAT(take_all(queue, at(1'999)), ElementsAre());
  EXPECT_THAT(take_all(queue, at(2'000)), ElementsAre(2));
  EXPECT_EQ(queue.next_start(), std::nullopt);
}

TEST(HostQueue, KeepsTheDelayWhenAHostRunsEmpty) {
  HostQueue queue(10, 1, milliseconds{2'000});
  queue.push("a", 1);
  EXPECT_THAT(take_all(queue, at(0)), ElementsAre(1));
  queue.finished("a");
  queue.push("a", 2);
  EXPECT_THAT(take_all(queue, at(500)), ElementsAre());
  EXPECT_THAT(take_all(queue, at(2'000)), ElementsAre(2));
}

TEST(HostQueue, HoldsTheLimits) {
  HostQueue queue(3, 2, milliseconds{0});
  for (HostQueue::Job job = 1; job <= 4; ++job) queue.push("a", job);
  for (HostQueue::Job job = 5; job <= 8; ++job) queue.push("b", job);
  EXPECT_THAT(take_all(queue, at(0)), ElementsAre(1, 5, 2));
  EXPECT_EQ(queue.next_start(), std::nullopt);
  queue.finished("a");
  EXPECT_THAT(take_all(queue, at(1)), ElementsAre(6));
  queue.finished("b");
  EXPECT_THAT(take_all(queue, at(2)), ElementsAre(3));
}

TEST(HostQueue, HostsTakeTurnsAndFirstGoesFirst) {
  HostQueue queue(1, 1, milliseconds{0});
  for (HostQueue::Job job = 1; job <= 3; ++job) queue.push("a", job);
  queue.push("b", 4);
  queue.push("a", 5, HostQueue::Turn::first);
  std::vector<HostQueue::Job> order;
  for (int i = 0; i < 5; ++i) {
    const auto job = queue.take(at(i)).value();
    order.push_back(job);
    queue.finished(job == 4 ? "b" : "a");
  }
  EXPECT_THAT(order, ElementsAre(5, 4, 1, 2, 3));
}

TEST(HostQueue, DropsOneHost) {
  HostQueue queue(10, 1, milliseconds{0});
  queue.push("a", 1);
  queue.push("a", 2);
  queue.push("b", 3);
  EXPECT_THAT(queue.drop("a"), ElementsAre(1, 2));
  EXPECT_THAT(take_all(queue, at(0)), ElementsAre(3));
  queue.push("b", 4);
  queue.clear();
  queue.finished("b");
  EXPECT_THAT(take_all(queue, at(1)), ElementsAre());
}

TEST(HostQueue, NeverBreaksItsRules) {
  std::mt19937 random{3};
  constexpr int kHosts = 5;
  HostQueue queue(7, 2, milliseconds{10});
  std::map<HostQueue::Job, int> host_of;
  std::vector<HostQueue::Job> running;
  std::map<int, int> active;
  std::map<int, int> last_start;
  HostQueue::Job next = 0;
  std::size_t done = 0;
  for (int now = 0; done < 2'000; ++now) {
    if (next < 2'000 && random() % 2 == 0) {
      const int host = static_cast<int>(random() % kHosts);
      host_of[++next] = host;
      queue.push(std::to_string(host), next);
    }
    while (const auto job = queue.take(at(now))) {
      const int host = host_of[*job];
      EXPECT_LE(++active[host], 2);
      EXPECT_TRUE(!last_start.contains(host) || now - last_start[host] >= 10);
      last_start[host] = now;
      running.push_back(*job);
      EXPECT_LE(running.size(), 7U);
    }
    if (!running.empty() && random() % 2 == 0) {
      std::swap(running[random() % running.size()], running.back());
      --active[host_of[running.back()]];
      queue.finished(std::to_string(host_of[running.back()]));
      running.pop_back();
      ++done;
    }
    ASSERT_LT(now, 100'000);
  }
}

}  // namespace
}  // namespace claimtrail
