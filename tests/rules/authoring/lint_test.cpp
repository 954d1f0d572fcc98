#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Timestamp kNow = *parse_timestamp("2025-04-28T08:00:00Z");

std::vector<std::string> codes(const std::string& yaml, const RuleSettings& settings = {}) {
  std::vector<std::string> found;
  for (const Diagnostic& one : check_packs({{"p", "p.yaml", yaml}}, settings, kNow)) {
    EXPECT_EQ(one.severity, DiagnosticSeverity::warning) << render(one);
    found.push_back(one.code);
  }
  return found;
}

constexpr const char* kHead = R"yaml(schema: claimtrail-rules/1
rules:
  - id: r
    title: R
    scope: claim
    where: attributed
    message: "{claimant}"
)yaml";
constexpr const char* kTests = R"yaml(    tests:
      - {name: yes, claims: [{id: a, statement: s, claimant: A}], expect: [{}]}
      - {name: no, claims: [{id: a, statement: s}], expect: []}
)yaml";

std::string pack(const std::string& more = kTests) { return kHead + more; }

TEST(CheckPacks, FindsNothingInAWellKeptPack) { EXPECT_THAT(codes(pack()), IsEmpty()); }

TEST(CheckPacks, MissesTests) {
  EXPECT_THAT(codes(pack("")), ElementsAre("rule-without-test"));
  EXPECT_THAT(codes(pack("    tests: [{name: no, expect: []}]\n")),
              ElementsAre("rule-without-positive-test"));
  EXPECT_THAT(codes(pack("    tests: [{name: yes, expect: [{}]}]\n")),
              ElementsAre("rule-without-negative-test"));
  EXPECT_THAT(codes(pack("    tests: [{name: t, expect: [{}]}, {name: t, expect: []}]\n")),
              ElementsAre("duplicate-test"));
}

TEST(CheckPacks, FindsDefinitionsThatNoRuleUses) {
  EXPECT_THAT(codes(pack() + "macros: {m: attributed}\nlists: {l: [x]}\n"),
              UnorderedElementsAre("unused-macro", "unused-list"));
}

TEST(CheckPacks, FindsWhatADeprecatedRuleLacks) {
  EXPECT_THAT(codes(pack() + "    status: deprecated\n"),
              ElementsAre("deprecated-without-replacement"));
  EXPECT_THAT(codes(pack() + "    status: deprecated\n    replaced_by: nobody\n"),
              ElementsAre("unknown-replacement"));
}

TEST(CheckPacks, FindsAStableRuleWithoutFalsePositives) {
  EXPECT_THAT(codes(pack() + "    status: stable\n"), ElementsAre("stable-without-falsepositives"));
}

TEST(CheckPacks, FindsConditionsAndMessagesThatNameNothing) {
  EXPECT_THAT(codes(R"yaml(schema: claimtrail-rules/1
rules:
  - {id: r, title: R, scope: claim, where: "1 == 1", message: "something",
     tests: [{name: yes, claims: [{id: a, statement: s}], expect: [{}]}, {name: no, expect: []}]}
)yaml"),
              ElementsAre("constant-condition", "message-without-values"));
}

TEST(CheckPacks, FindsASeverityThatChangesNothing) {
  EXPECT_THAT(
      codes(pack() + "    severity: info\n    severity_when: [{if: checkable, then: info}]\n"),
      ElementsAre("severity-without-effect"));
}

TEST(CheckPacks, FindsSuppressionsThatHoldNothingBack) {
  RuleSettings settings;
  settings.suppressions.push_back({"r", "", "known", "kim", parse_day("2025-04-29"), {}});
  EXPECT_THAT(codes(pack(), settings), IsEmpty());
  settings.suppressions[0].until = parse_day("2025-04-28");
  EXPECT_THAT(codes(pack(), settings), ElementsAre("suppression-expired"));
  settings.suppressions[0] = {"s", "", "", "kim", {}, {}};
  EXPECT_THAT(codes(pack(), settings),
              UnorderedElementsAre("suppression-unknown-rule", "suppression-without-reason"));
}

TEST(CheckPacks, FindsAConditionThatContradictsItself) {
  EXPECT_THAT(codes(R"yaml(schema: claimtrail-rules/1
lists: {doubtful: [claimed, questioned]}
rules:
  - {id: r, title: R, scope: claim, where: "hedge in doubtful and hedge == 'confirmed'",
     message: "{exact}",
     tests: [{name: yes, claims: [{id: a, statement: s}], expect: [{}]}, {name: no, expect: []}]}
)yaml"),
              ElementsAre("contradictory-condition"));
}

TEST(CheckPacks, FindsAnExceptionThatNoTestMeets) {
  const std::string exceptions =
      "    exceptions: [{name: mayor, fields: [claimant], values: [Mayor]}]\n";
  EXPECT_THAT(codes(pack() + exceptions), ElementsAre("exception-never-matched"));
}

TEST(UnmatchedSuppressions, AreThoseWithoutAFlag) {
  RuleSettings settings;
  settings.suppressions.push_back({"r", "q", "known", "kim", {}, {}});
  Flag flag;
  flag.rule = "r";
  flag.question = "other";
  ASSERT_EQ(unmatched_suppressions(settings, {flag}).size(), 1U);
  EXPECT_EQ(unmatched_suppressions(settings, {flag})[0].code, "suppression-matches-nothing");
  flag.question = "q";
  EXPECT_THAT(unmatched_suppressions(settings, {flag}), IsEmpty());
}

TEST(RuleCodes, AreNamedOnceAndExplained) {
  std::set<std::string_view> names;
  for (const RuleCode& row : rule_codes()) {
    EXPECT_TRUE(names.insert(row.code).second) << row.code;
    EXPECT_FALSE(row.summary.empty()) << row.code;
    EXPECT_FALSE(row.paragraph.empty()) << row.code;
  }
}

}  // namespace
}  // namespace claimtrail
