#include "cli/desk/ladder.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

using std::chrono::hours;

constexpr long long kHour = 3'600'000;
const std::vector<long long> kLadder{kHour, 6 * kHour, 24 * kHour};
const Timestamp kFirst = *parse_timestamp("2025-04-26T08:00:00Z");

TEST(Ladder, ClimbsRungByRung) {
  EXPECT_EQ(next_visit(kLadder, kFirst, kFirst, UnderReview::no), kFirst + hours{1});
  EXPECT_EQ(next_visit(kLadder, kFirst, kFirst + hours{1}, UnderReview::no), kFirst + hours{6});
  EXPECT_EQ(next_visit(kLadder, kFirst, kFirst + hours{7}, UnderReview::no), kFirst + hours{24});
}

TEST(Ladder, EndsAfterTheLastRung) {
  EXPECT_FALSE(next_visit(kLadder, kFirst, kFirst + hours{24}, UnderReview::no));
  EXPECT_FALSE(next_visit({}, kFirst, kFirst, UnderReview::yes));
}

TEST(Ladder, UnderReviewIsSoonerAndLonger) {
  EXPECT_EQ(next_visit(kLadder, kFirst, kFirst + hours{2}, UnderReview::yes), kFirst + hours{4});
  EXPECT_EQ(next_visit(kLadder, kFirst, kFirst + hours{30}, UnderReview::yes), kFirst + hours{39});
}

}  // namespace
}  // namespace claimtrail
