#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The only result of one test of a rule that joins any two different figures.
RuleTestResult run(const std::string& claims, const std::string& expect) {
  const auto rules = worlds::rules(fmt::format(R"yaml(schema: claimtrail-rules/1
rules:
  - id: r
    title: R
    scope: pair
    match: {{group_by: [question]}}
    where: "disjoint(a.figure, b.figure)"
    severity_when: [{{if: "ratio(a.figure, b.figure) >= 2", then: error}}]
    message: "{{a.figure}} against {{b.figure}}"
    tests: [{{name: t, claims: {}, expect: {}}}]
)yaml",
                                               claims, expect));
  const std::vector<RuleTestResult> results = run_rule_tests(*rules, "");
  EXPECT_THAT(results, SizeIs(1));
  return results.at(0);
}

constexpr const char* kTwo = "[{id: a, figure: 10 killed}, {id: b, figure: 15 killed}]";

TEST(RunRuleTests, ComparesOnlyWhatIsListed) {
  EXPECT_TRUE(run(kTwo, "[{}]").passed);
  EXPECT_TRUE(run(kTwo, "[{severity: warning}]").passed);
  EXPECT_TRUE(run(kTwo, "[{sides: 2, question: question, context: []}]").passed);
  EXPECT_TRUE(run(kTwo, "[{sides: [[b], [a]], message: against 15}]").passed);
}

TEST(RunRuleTests, FailsOnEachThingThatDiffers) {
  EXPECT_FALSE(run(kTwo, "[]").passed);
  EXPECT_FALSE(run(kTwo, "[{}, {}]").passed);
  EXPECT_FALSE(run(kTwo, "[{severity: error}]").passed);
  EXPECT_FALSE(run(kTwo, "[{sides: 3}]").passed);
  EXPECT_FALSE(run(kTwo, "[{sides: [[a, b]]}]").passed);
  EXPECT_FALSE(run(kTwo, "[{question: other}]").passed);
  EXPECT_FALSE(run(kTwo, "[{context: [a]}]").passed);
  EXPECT_FALSE(run(kTwo, "[{message: nothing of it}]").passed);
}

TEST(RunRuleTests, SaysWhatWasExpectedAndWhatCame) {
  const RuleTestResult result = run(kTwo, "[{severity: error}]");
  EXPECT_EQ(result.rule, "r");
  EXPECT_EQ(result.name, "t");
  EXPECT_EQ(result.file, "pack.yaml");
  EXPECT_EQ(result.line, 10);
  EXPECT_THAT(result.detail, HasSubstr("expected 1 flag\n  severity: error"));
  EXPECT_THAT(result.detail, HasSubstr("got 1 flag\n  severity: warning, sides: [[a], [b]]"));
}

TEST(RunRuleTests, GivesEachExpectationAFlagOfItsOwn) {
  const char* claims =
      "[{id: a, figure: 10 killed, question: p}, {id: b, figure: 15 killed, question: p},"
      " {id: c, figure: 10 killed, question: q}, {id: d, figure: 90 killed, question: q}]";
  EXPECT_TRUE(run(claims, "[{}, {severity: warning}]").passed)
      << "the first must leave the second its flag";
  EXPECT_FALSE(run(claims, "[{severity: warning}, {severity: warning}]").passed);
}

TEST(RunRuleTests, FailsWhereAFigureHoldsNoneOrSeveral) {
  EXPECT_THAT(run("[{id: a, figure: nothing}]", "[]").detail,
              HasSubstr("the figure 'nothing' of claim 'a' holds 0 quantities"));
  EXPECT_THAT(run("[{id: a, figure: 10 killed and 20 wounded}]", "[]").detail,
              HasSubstr("holds 2"));
}

TEST(RunRuleTests, RunsWhatTheExpressionNames) {
  const auto rules = worlds::builtin();
  for (const RuleTestResult& result : run_rule_tests(*rules, "^denied/"))
    EXPECT_EQ(result.rule, "denied");
  EXPECT_FALSE(run_rule_tests(*rules, "^denied/").empty());
  EXPECT_THAT(run_rule_tests(*rules, "no such test"), IsEmpty());
  const std::vector<RuleTestResult> wrong = run_rule_tests(*rules, "(");
  ASSERT_THAT(wrong, SizeIs(1));
  EXPECT_FALSE(wrong[0].passed);
  EXPECT_THAT(wrong[0].detail, HasSubstr("no regular expression"));
}

TEST(BuildEvidence, MakesAPlainClaimOfWhatIsLeftOut) {
  const Evidence evidence = worlds::evidence("claims: [{id: a, statement: the bridge is closed}]");
  ASSERT_THAT(evidence.readings, SizeIs(1));
  const Reading& reading = evidence.readings[0];
  EXPECT_EQ(reading.figure, -1);
  EXPECT_FALSE(reading.attributed);
  EXPECT_EQ(reading.claimant, evidence.reports[0].outlet);
  EXPECT_EQ(reading.claim().manner, Manner::unattributed);
  EXPECT_EQ(reading.stored->exact, "the bridge is closed");
}

TEST(BuildEvidence, ReadsEveryFormOfDays) {
  const Evidence evidence = worlds::evidence(R"yaml(claims:
  - {id: a, statement: s, as_of: 2025-04-26}
  - {id: b, statement: s, as_of: 2025-04}
  - {id: c, statement: s, as_of: "2024"}
  - {id: d, statement: s, as_of: 2025-04-01/2025-04-10}
)yaml");
  std::vector<std::string> days;
  for (const Reading& reading : evidence.readings) days.push_back(display(*reading.as_of));
  EXPECT_THAT(days,
              ::testing::ElementsAre("2025-04-26", "2025-04", "2024", "2025-04-01 to 2025-04-09"));
}

TEST(BuildEvidence, ReadsAFigureAndTheStatementThatHoldsIt) {
  const Evidence evidence =
      worlds::evidence("claims: [{id: a, figure: over 10 killed, claimant: A}]");
  ASSERT_THAT(evidence.readings, SizeIs(2));
  EXPECT_EQ(evidence.readings[0].question, "question");
  EXPECT_EQ(evidence.readings[1].figure, -1);
  EXPECT_EQ(evidence.readings[1].question, "");
}

}  // namespace
}  // namespace claimtrail
