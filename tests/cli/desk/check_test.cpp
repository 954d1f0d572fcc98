#include "cli/desk/check.h"

#include <gmock/gmock.h>

#include "cli/desk/check_parts.h"
#include "tests/cli/desk/desk_fixture.h"

namespace claimtrail {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class Check : public DeskTest {
 protected:
  Check() {
    Question question;
    question.id = "hurt";
    question.about = {"people"};
    question.dimension = "count";
    config_.desk.questions = {question};
  }

  std::vector<std::string> checked() {
    std::vector<std::string> rules;
    for (const Flag& flag : check(*store_, config_.desk, *rules_, config_.rules, clock_.now())) {
      rules.push_back(flag.rule + " " + to_string(flag.status));
    }
    return rules;
  }
};

TEST_F(Check, NothingIsLeftToCheckAfterACheck) {
  tell("a", "The ministry said 12 people were hurt in Wlen.");
  EXPECT_THAT(store_->unchecked_circles(), Not(IsEmpty()));
  (void)checked();
  EXPECT_THAT(store_->unchecked_circles(), IsEmpty());
  EXPECT_THAT(checked(), IsEmpty());
}

TEST_F(Check, WhatCameSinceIsFoundAndTheRestIsNotAskedFor) {
  tell("a", "The ministry said 12 people were hurt when the dam broke in Wlen.");
  tell("c", "Bakers in Thorn complained about the price of flour.");
  (void)checked();
  tell("b", "The mayor said 40 people were hurt when the dam broke in Wlen.");
  for (const Circle& circle : store_->unchecked_circles()) EXPECT_NE(circle.id, "c");
  EXPECT_THAT(checked(), Contains("figure-conflict open"));
}

TEST_F(Check, OtherRulesAreAskedAboutEverything) {
  tell("a", "The ministry said 12 people were hurt when the dam broke in Wlen.");
  tell("b", "The mayor said 40 people were hurt when the dam broke in Wlen.");
  EXPECT_THAT(checked(), Contains("figure-conflict open"));
  config_.rules.overrides.push_back({"figure-conflict", std::nullopt, false, {}});
  rules_ = load_rules(config_.rules).value();
  EXPECT_THAT(checked(), Contains("figure-conflict resolved"));
}

TEST_F(Check, APackThatGroupsByOutletIsAskedInFull) {
  const auto packs = compile_packs({{"desk", "desk.yaml", R"yaml(
schema: claimtrail-rules/1
rules:
  - id: two-figures-of-one-outlet
    title: Two figures of one outlet
    scope: pair
    match: {group_by: [outlet]}
    position: figure
    where: "disjoint(a.figure, b.figure)"
    message: "{a.figure} {b.figure}"
)yaml"}},
                                   {});
  ASSERT_TRUE(packs) << render(packs.error());
  rules_ = *packs;
  EXPECT_FALSE(can_judge_circles(*rules_));
  tell("a", "The ministry said 12 people were hurt in Wlen.");
  EXPECT_THAT(checked(), IsEmpty());
  tell("a", "The ministry said 12 people were hurt in Wlen. Police said 40 houses were flooded.");
  EXPECT_EQ(store_->checked_on(), "");
}

TEST_F(Check, NearSameTextsAreOneOriginAsLongAsTheyAre) {
  const std::string words =
      " The gate above the old mill gave way after midnight and the water ran through the lower "
      "streets until the early morning. Neighbours carried sandbags to the school and waited there "
      "for the boats that the county had promised them in the evening.";
  const std::string told = "The ministry said 12 people were hurt when the dam broke in Wlen.";
  tell("a", told + words);
  tell("b", told + words + " The road stays closed.");
  EXPECT_THAT(checked(), Not(Contains("single-origin open")));
  tell("c", "Late on Friday. " + told + words);
  EXPECT_THAT(checked(), Contains("single-origin open"));
  clock_.advance(std::chrono::hours{1});
  tell("c", told +
                " Our reporter walked along the dyke with two engineers, who pointed at cracks "
                "that they had first marked in the spring and asked, she wrote, why nobody had "
                "come to look at them during all of the long and rainy summer since then.");
  EXPECT_THAT(checked(), Contains("single-origin resolved"));
}

TEST_F(Check, AnonymousClaimantsAloneOnASideAreGraverAsLongAsItsFlagIsOpen) {
  const auto severity = [this] {
    for (const Flag& flag : store_->flags({.rule = "anonymous-only"})) {
      if (flag.question == "hurt") return flag.severity;
    }
    throw std::runtime_error("nothing is anonymous");
  };
  tell("a", "Officials said 12 people were hurt when the dam broke in Wlen.");
  (void)checked();
  EXPECT_EQ(severity(), FlagSeverity::info);
  tell("b", "The mayor said 40 people were hurt when the dam broke in Wlen.");
  (void)checked();
  EXPECT_EQ(severity(), FlagSeverity::warning);
  Flag conflict = store_->flags({.rule = "figure-conflict"}).at(0);
  conflict.status = FlagStatus::dismissed;
  store_->put_flag(conflict);
  EXPECT_THAT(checked(), ElementsAre("anonymous-only open"));
  EXPECT_EQ(severity(), FlagSeverity::info);
}

TEST_F(Check, BuiltInRulesJudgeCircles) { EXPECT_TRUE(can_judge_circles(*rules_)); }

TEST_F(Check, PartsHoldEveryCircleOnceAndWhole) {
  tell("a", "The ministry said 12 people were hurt when the dam broke in Wlen.");
  tell("b", "The mayor said 40 people were hurt when the dam broke in Wlen.");
  tell("c", "The ministry said 12 people were hurt when the dam broke in Wlen.");
  for (const std::size_t at_once : {1U, 1000U}) {
    std::set<Circle> seen;
    std::size_t parts = 0;
    const auto look = [&](const Evidence& evidence, const std::vector<Circle>& circles, SaidAlone) {
      ++parts;
      std::set<std::string> held;
      for (const StoredClaim& stored : evidence.claims) held.insert(stored.claim.id);
      for (const Circle& circle : circles) {
        EXPECT_TRUE(seen.insert(circle).second) << to_string(circle.kind) << " " << circle.id;
        for (const StoredClaim& member : store_->claims_in({circle})) {
          EXPECT_THAT(held, Contains(member.claim.id)) << circle.id;
        }
      }
    };
    each_part(*store_, Gatherer(*store_, {}), at_once, look);
    for (const CircleSize& one : store_->circles()) EXPECT_THAT(seen, Contains(one.circle));
    if (at_once == 1) {
      EXPECT_GT(parts, 3U);
    } else {
      EXPECT_EQ(parts, 1U);
    }
  }
}

}  // namespace
}  // namespace claimtrail
