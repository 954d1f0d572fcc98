#include "sources/source_health.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const Timestamp kNow = parse_timestamp("2025-04-28T10:00:00Z").value();

TEST(BackOff, DoublesUpToADay) {
  EXPECT_EQ(back_off(1), minutes{5});
  EXPECT_EQ(back_off(2), minutes{10});
  EXPECT_EQ(back_off(5), minutes{80});
  EXPECT_EQ(back_off(9), minutes{1'280});
  EXPECT_EQ(back_off(10), days{1});
  EXPECT_EQ(back_off(1'000'000), days{1});
}

TEST(WeeklyTurn, ComesOnceInSevenDaysForEveryKey) {
  for (const char* key : {"a", "herald", "https://x.example/"}) {
    EXPECT_TRUE(weekly_turn_passed(key, std::nullopt, kNow));
    EXPECT_TRUE(weekly_turn_passed(key, kNow - days{7}, kNow));
    EXPECT_FALSE(weekly_turn_passed(key, kNow, kNow));
    int turns = 0;
    for (Timestamp time = kNow; time < kNow + days{70}; time += hours{1}) {
      turns += weekly_turn_passed(key, time, time + hours{1}) ? 1 : 0;
    }
    EXPECT_EQ(turns, 10);
    int weekly_days = 0;
    for (int day = 0; day < 70; ++day) weekly_days += is_weekly_day(key, kNow + days{day}) ? 1 : 0;
    EXPECT_EQ(weekly_days, 10);
  }
}

TEST(WeeklyTurn, IsSpreadOverTheWeek) {
  std::vector<int> by_day(7);
  for (int i = 0; i < 700; ++i) {
    for (std::size_t day = 0; day < 7; ++day) {
      if (is_weekly_day("source-" + std::to_string(i), kNow + days{day})) ++by_day[day];
    }
  }
  EXPECT_THAT(by_day, testing::Each(testing::AllOf(testing::Gt(50), testing::Lt(150))));
}

}  // namespace
}  // namespace claimtrail
