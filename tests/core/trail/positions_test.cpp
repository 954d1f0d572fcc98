#include "core/trail/positions.h"

#include <gmock/gmock.h>

#include "tests/core/trail/world.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;

class Positions : public ::testing::Test {
 protected:
  Positions() {
    question_.id = "q";
    world_.report("a", "A", "2025-04-20");
    world_.report("b", "B", "2025-04-21");
    world_.report("c", "C", "2025-04-22");
    add("a", "1", 11'000, "Ministry");
    add("b", "2", 11'000, "Ministry");
    add("c", "3", 12'000, "Pentagon");
    add("c", "4", 3'000, "");
  }
  void add(const std::string& report, const std::string& id, int value,
           const std::string& claimant) {
    world_.claim(report, id, "troops", claimant).claim.figures = {World::figure(value)};
    world_.input.claims.back().figure_questions = {"q"};
  }
  World world_;
  Question question_;
};

TEST_F(Positions, AreByClaimantAttributedOnesFirst) {
  const Evidence evidence = make_evidence(std::move(world_.input));
  const QuestionTrail trail = follow(evidence, question_);
  std::vector<std::string> names;
  for (const ClaimantPosition& position : trail.positions) names.push_back(position.claimant);
  EXPECT_THAT(names, ElementsAre("Ministry", "Pentagon", "C"));
  EXPECT_FALSE(trail.positions.back().attributed);
  EXPECT_EQ(trail.reports, 3U);
  EXPECT_EQ(trail.outlets, 3U);
}

TEST_F(Positions, TheLadderNamesWhoCarriesEachFigure) {
  const Evidence evidence = make_evidence(std::move(world_.input));
  const QuestionTrail trail = follow(evidence, question_);
  ASSERT_EQ(trail.ladder.size(), 3U);
  EXPECT_EQ(trail.ladder[0].value, "3,000 troops");
  EXPECT_EQ(trail.ladder[1].claimant, "Ministry");
  EXPECT_THAT(trail.ladder[1].outlets, ElementsAre("A", "B"));
}

TEST_F(Positions, AnotherQuestionHasNone) {
  const Evidence evidence = make_evidence(std::move(world_.input));
  question_.id = "other";
  EXPECT_TRUE(follow(evidence, question_).positions.empty());
}

}  // namespace
}  // namespace claimtrail
