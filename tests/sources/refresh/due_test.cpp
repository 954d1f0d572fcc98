#include <map>

#include <gmock/gmock.h>

#include "sources/refresh.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Timestamp kNow = parse_timestamp("2025-04-28T10:00:00Z").value();

SourceSettings every(long long ms, const std::string& id = "herald") {
  SourceSettings source;
  source.id = id;
  source.every_ms = ms;
  return source;
}

SourceSettings by_cron(const std::string& text) {
  SourceSettings source;
  source.id = "herald";
  source.schedule_text = text;
  source.schedule = CronExpression::parse(text).value();
  return source;
}

TEST(IsDue, WhenItsTimeHasComeAndNothingHoldsItBack) {
  SourceSettings source = every(900'000);
  SourceState state;
  EXPECT_TRUE(is_due(source, state, "UTC", kNow)) << "never tried";
  state.last_attempt = kNow;
  const Timestamp due = next_due(source, "UTC", kNow, kNow);
  EXPECT_FALSE(is_due(source, state, "UTC", due - seconds{1}));
  EXPECT_TRUE(is_due(source, state, "UTC", due));
  state.blocked_until = due + minutes{1};
  EXPECT_FALSE(is_due(source, state, "UTC", due));
  state.blocked_until = due;
  EXPECT_TRUE(is_due(source, state, "UTC", due));
  state.gone = true;
  EXPECT_FALSE(is_due(source, state, "UTC", due));
  state.gone = false;
  source.enabled = false;
  EXPECT_FALSE(is_due(source, state, "UTC", due));
}

TEST(IsDue, AWrongClockDoesNotSilenceASourceForEver) {
  SourceSettings source;
  SourceState state;
  state.last_attempt = kNow + days{6'000};
  EXPECT_TRUE(is_due(source, state, "UTC", kNow));
  state.last_attempt = kNow - hours{2};
  state.blocked_until = kNow + days{6'000};
  EXPECT_TRUE(is_due(source, state, "UTC", kNow));
  state.blocked_until.reset();
  state.not_before = kNow + days{6'000};
  EXPECT_TRUE(is_due(source, state, "UTC", kNow + days{1}));
}

/// Runs a source under cron that looks every `tick`, for `length`; when it was fetched.
std::vector<Timestamp> fetches(const SourceSettings& source, seconds tick, seconds length) {
  std::vector<Timestamp> times;
  SourceState state;
  for (Timestamp now = kNow; now < kNow + length; now += tick) {
    if (!is_due(source, state, "UTC", now)) continue;
    times.push_back(now);
    const SourceState before = state;
    state.last_attempt = state.last_success = now;
    state.next_due = due_after(source, before, state, "UTC", now);
  }
  return times;
}

TEST(Interval, HoldsWhateverTheTickOfCronIs) {
  for (int i = 0; i < 50; ++i) {
    const SourceSettings source = every(900'000, "source-" + std::to_string(i));
    for (const seconds tick : {seconds{60}, seconds{300}, seconds{900}}) {
      const auto times = fetches(source, tick, days{1});
      ASSERT_GE(times.size(), 95U) << source.id << " " << tick.count();
      ASSERT_LE(times.size(), 97U) << source.id << " " << tick.count();
      EXPECT_GE(times[1] - times[0], minutes{7}) << "not twice at once";
    }
  }
}

// miniflux/v2#2287, #2201, #2198, #643: one common rhythm makes all start together.
TEST(Interval, AThousandHourlySourcesDoNotStartTogether) {
  std::map<Timestamp, int> by_minute;
  for (int i = 0; i < 1'000; ++i) {
    const auto times =
        fetches(every(3'600'000, "source-" + std::to_string(i)), minutes{1}, hours{4});
    ASSERT_GE(times.size(), 3U);
    EXPECT_EQ(times[0], kNow) << "what was never fetched is due now";
    EXPECT_EQ(times[2] - times[1], hours{1});
    ++by_minute[times[2]];
  }
  for (const auto& [time, count] : by_minute) EXPECT_LT(count, 50) << format_timestamp(time);
}

TEST(Interval, AChangedScheduleCountsAtOnce) {
  SourceState state;
  state.last_attempt = kNow;
  state.next_due = kNow + days{1};
  EXPECT_TRUE(is_due(every(900'000), state, "UTC", kNow + minutes{23}))
      << "planned for tomorrow, by now every quarter of an hour";
}

// miniflux/v2#1413: ttl, skipHours, Cache-Control.
TEST(Wish, MakesTheWaitLongerNeverShorterAndADayAtMost) {
  const SourceSettings source = every(3'600'000);
  const SourceState before;
  SourceState after;
  after.last_attempt = kNow;
  const Timestamp plain = due_after(source, before, after, "UTC", kNow);
  after.not_before = kNow + minutes{1};
  EXPECT_EQ(due_after(source, before, after, "UTC", kNow), plain);
  after.not_before = kNow + hours{5};
  EXPECT_EQ(due_after(source, before, after, "UTC", kNow), kNow + hours{5});
  EXPECT_FALSE(is_due(source, after, "UTC", kNow + hours{4}));
  EXPECT_TRUE(is_due(source, after, "UTC", kNow + hours{5}));
  after.not_before = kNow + days{9};
  EXPECT_EQ(due_after(source, before, after, "UTC", kNow), kNow + days{1});
}

TEST(Wish, IsMetAtATimeOfTheSchedule) {
  SourceState after;
  after.last_attempt = kNow;
  after.not_before = kNow + minutes{40};
  EXPECT_EQ(due_after(by_cron("*/15 * * * *"), {}, after, "UTC", kNow), kNow + minutes{45});
  EXPECT_FALSE(is_due(by_cron("*/15 * * * *"), after, "UTC", kNow + minutes{30}));
  EXPECT_TRUE(is_due(by_cron("*/15 * * * *"), after, "UTC", kNow + minutes{45}));
}

TEST(Adaptive, TheLearntIntervalStandsForTheOwnOne) {
  SourceSettings source = every(3'600'000);
  EXPECT_LE(next_due(source, "UTC", kNow, kNow, 86'400), kNow + hours{1}) << "not adaptive";
  source.adaptive = AdaptiveBounds{};
  SourceState state;
  state.last_attempt = kNow;
  state.learnt_every_s = 6 * 3'600;
  state.next_due = due_after(source, {}, state, "UTC", kNow);
  EXPECT_GE(state.next_due, kNow + hours{3});
  EXPECT_FALSE(is_due(source, state, "UTC", kNow + hours{2}));
  state.learnt_every_s = 1;
  EXPECT_GE(next_due(source, "UTC", kNow, kNow, 1) - kNow, seconds{1});
  EXPECT_FALSE(is_due(source, state, "UTC", kNow + seconds{1})) << "never below its bounds";
}

}  // namespace
}  // namespace claimtrail
