#include "rules/authoring/backtest.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

constexpr const char* kWorld = R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: A, first_seen: "2025-04-01T08:00:00Z"}
  - {id: b, figure: 187 killed, claimant: B, first_seen: "2025-04-10T08:00:00Z"}
  - {id: c, figure: 40 wounded, claimant: A, question: other, first_seen: "2025-04-20T08:00:00Z"}
  - {id: d, figure: 90 wounded, claimant: B, question: other, first_seen: "2025-04-21T08:00:00Z"}
)yaml";

Backtest of_conflicts(const std::vector<Flag>& stored, const char* since) {
  const auto rules = worlds::builtin();
  const std::vector<Backtest> rows =
      backtest(*rules, worlds::evidence(kWorld), stored, *parse_timestamp(since));
  const auto found = std::find_if(
      rows.begin(), rows.end(), [](const Backtest& row) { return row.rule == "figure-conflict"; });
  return *found;
}

Flag stored(FlagStatus status, std::vector<std::string> claims) {
  Flag flag;
  flag.rule = "figure-conflict";
  flag.status = status;
  flag.sides = {{"side", std::move(claims)}};
  return flag;
}

TEST(Backtest, CountsAConflictFromTheDayOfItsSecondSide) {
  EXPECT_EQ(of_conflicts({}, "2025-04-01T00:00:00Z").raised, 2);
  EXPECT_EQ(of_conflicts({}, "2025-04-09T00:00:00Z").raised, 2);
  EXPECT_EQ(of_conflicts({}, "2025-04-11T00:00:00Z").raised, 1);
  EXPECT_EQ(of_conflicts({}, "2025-04-22T00:00:00Z").raised, 0);
}

TEST(Backtest, TellsWhatIsNewAndWhatReviewersMadeOfTheRest) {
  const std::vector<Flag> before{stored(FlagStatus::dismissed, {"a", "b"}),
                                 stored(FlagStatus::confirmed, {"x"}),
                                 stored(FlagStatus::open, {"y"})};
  const Backtest row = of_conflicts(before, "2025-04-01T00:00:00Z");
  EXPECT_EQ(row.raised, 2);
  EXPECT_EQ(row.never_stored, 1);
  EXPECT_EQ(row.dismissed, 1);
  EXPECT_EQ(row.confirmed, 1);
  EXPECT_EQ(row.undecided, 1);
  EXPECT_EQ(row.noise(), 0.5);
  EXPECT_EQ(row.severity, FlagSeverity::error);
  EXPECT_THAT(row.messages, ::testing::SizeIs(2));
}

TEST(Backtest, SaysNothingOfNoiseBeforeAnybodyDecided) {
  EXPECT_EQ(of_conflicts({}, "2025-04-01T00:00:00Z").noise(), std::nullopt);
}

}  // namespace
}  // namespace claimtrail
