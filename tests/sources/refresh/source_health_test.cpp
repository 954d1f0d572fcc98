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

TEST(Turn, ComesOnceAPeriodForEveryKey) {
  for (const char* key : {"a", "herald", "https://x.example/"}) {
    EXPECT_TRUE(turn_passed(key, std::nullopt, kNow, days{7}));
    EXPECT_TRUE(turn_passed(key, kNow - days{7}, kNow, days{7}));
    EXPECT_FALSE(turn_passed(key, kNow, kNow, days{7}));
    for (const int period : {1, 3, 7}) {
      int turns = 0;
      for (Timestamp time = kNow; time < kNow + days{10 * period}; time += hours{1}) {
        turns += turn_passed(key, time, time + hours{1}, days{period}) ? 1 : 0;
      }
      EXPECT_EQ(turns, 10);
    }
  }
}

TEST(Turn, IsSpreadOverThePeriod) {
  std::vector<int> by_day(7);
  for (int i = 0; i < 700; ++i) {
    const auto phase = phase_of("source-" + std::to_string(i), days{7});
    ++by_day[static_cast<std::size_t>(phase / days{1})];
  }
  EXPECT_THAT(by_day, testing::Each(testing::AllOf(testing::Gt(50), testing::Lt(150))));
}

}  // namespace
}  // namespace claimtrail
