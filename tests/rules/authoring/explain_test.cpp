#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<std::string> lines(const std::string& rule, const char* world, const char* a = "a",
                               const char* b = "b") {
  return explain(*worlds::builtin(), worlds::evidence(world), rule, a, b);
}

constexpr const char* kConflict = R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: A}
  - {id: b, figure: 187 killed, claimant: B}
  - {id: c, figure: at least 100 killed, claimant: C}
  - {id: d, figure: 500 killed, claimant: A, question: other}
)yaml";

TEST(Explain, ShowsTheGatesAndAtomsOfAFlag) {
  const std::vector<std::string> told = lines("figure-conflict", kConflict);
  EXPECT_THAT(told, Contains("  passes: the same question: question and question"));
  EXPECT_THAT(told, Contains(StartsWith("  passes: in the window of as_of (point, 14 days)")));
  EXPECT_THAT(told,
              Contains("  holds: disjoint(a.figure, b.figure, rel = 0.05) (a.figure = 120 killed; "
                       "b.figure = 187 killed)"));
  EXPECT_EQ(told.back(), "flag: figure-conflict, warning");
}

TEST(Explain, EndsAtTheFirstGateThatFails) {
  const std::vector<std::string> told = lines("figure-conflict", kConflict, "b", "d");
  EXPECT_EQ(told.back(), "  fails: the same question: question and other");
}

TEST(Explain, EndsAtTheAtomThatFails) {
  const std::vector<std::string> told = lines("figure-conflict", kConflict, "a", "c");
  EXPECT_THAT(told, Contains(HasSubstr("fails: disjoint(a.figure, b.figure, rel = 0.05)")));
  EXPECT_EQ(told.back(), "no flag: the condition does not hold");
  EXPECT_THAT(told, Not(Contains(StartsWith("flag:"))));
}

TEST(Explain, NamesTheExceptionThatApplies) {
  const std::vector<std::string> told = lines("figure-conflict", R"yaml(
claims:
  - {id: a, figure: 12 killed, claimant: A, includes: [gunman]}
  - {id: b, figure: 24 killed, claimant: B}
)yaml");
  EXPECT_EQ(told.back(), "no flag: the exception 'scope differs' applies");
}

TEST(Explain, FindsTheWayRoundThatHolds) {
  const char* world = R"yaml(
claims:
  - {id: a, statement: the dam held, claimant: A, hedge: denied}
  - {id: b, statement: the dam held, claimant: B}
)yaml";
  EXPECT_EQ(lines("denied", world).back(), "flag: denied, warning");
  EXPECT_EQ(lines("denied", world, "b", "a").back(), "flag: denied, warning");
}

TEST(Explain, TellsOfClaimAndRevisionRules) {
  EXPECT_EQ(lines("unattributed-figure", "claims: [{id: a, figure: 120 killed}]", "a", "").back(),
            "flag: unattributed-figure, info");
  EXPECT_EQ(lines("unattributed-figure", kConflict, "a", "").back(),
            "no flag: the condition does not hold");
  const char* edits = "changes: [{claim: a, kind: wording, was: x, is: y}]";
  EXPECT_THAT(lines("silent-edit", edits, "a", ""),
              Contains(HasSubstr("fails: change.kind in edits_that_matter")));
  EXPECT_EQ(lines("silent-edit", edits, "z", "").back(), "no flag: the claim z was never changed");
}

TEST(Explain, SaysWhatItCannotFind) {
  EXPECT_EQ(lines("figure-conflic", kConflict).back(),
            "there is no rule 'figure-conflic'; did you mean 'figure-conflict'?");
  EXPECT_THAT(lines("figure-conflict", kConflict, "a", "zz").back(),
              HasSubstr("there is no claim 'zz'"));
}

TEST(Explain, ShowsTheGroupOfAGroupRule) {
  const char* world = R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: officials, kind: anonymous}
  - {id: b, figure: 120 killed, claimant: sources, kind: anonymous}
  - {id: c, figure: 187 killed, claimant: Ministry}
)yaml";
  const std::vector<std::string> told = lines("anonymous-only", world, "a", "");
  EXPECT_THAT(told, Contains("  in a group of 2"));
  EXPECT_EQ(told.back(), "flag: anonymous-only, warning");
  EXPECT_EQ(lines("anonymous-only", world, "c", "").back(), "no flag: the condition does not hold");
}

TEST(Explain, SaysHowGraveAFlagIsBesideOthers) {
  const std::vector<std::string> told = lines("anonymous-only", R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: officials, kind: anonymous}
)yaml",
                                              "a", "");
  EXPECT_EQ(told.back(),
            "flag: anonymous-only, info; warning where it fills a side of an open flag of another "
            "rule");
}

TEST(Explain, AsksForTheOtherClaimOfAPairRule) {
  EXPECT_EQ(lines("figure-conflict", kConflict, "a", "").back(),
            "it holds two claims against each other: name the other one");
}

TEST(Explain, AgreesWithTheFlagsOfRandomWorlds) {
  const auto rules = worlds::builtin();
  for (unsigned seed = 300; seed < 315; ++seed) {
    std::mt19937 random(seed);
    const Evidence evidence = worlds::build(worlds::random_world(random, 10));
    for (const RaisedFlag& flag : evaluate(*rules, evidence)) {
      for (const WhyPair& pair : flag.why) {
        EXPECT_THAT(explain(*rules, evidence, flag.rule, pair.a, pair.b).back(),
                    StartsWith("flag: "))
            << flag.rule << " " << pair.a << " " << pair.b << " seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace claimtrail
