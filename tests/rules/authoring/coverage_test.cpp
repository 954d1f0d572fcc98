#include "rules/authoring/coverage.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

constexpr const char* kPack = R"yaml(schema: claimtrail-rules/1
rules:
  - id: r
    title: R
    scope: claim
    position: claimant
    where: "attributed and block == 'body'"
    message: "{exact}"
    severity_when: [{if: "hedge == 'denied'", then: error}]
    exceptions:
      - {name: mayor, fields: [claimant], values: [Mayor]}
      - {name: police, fields: [claimant], values: [Police]}
    tests:
      - name: the mayor
        claims: [{id: a, statement: s, claimant: Mayor}]
        expect: []
      - name: a denial
        claims: [{id: a, statement: s, claimant: Army, hedge: denied}, {id: b, statement: s}]
        expect: [{severity: error}]
  - id: untested
    title: U
    scope: claim
    position: claimant
    where: attributed
    message: "{exact}"
)yaml";

const CoveredPart& part(const RuleCoverage& coverage, const std::string& words) {
  const auto found = std::find_if(coverage.parts.begin(), coverage.parts.end(),
                                  [&](const CoveredPart& one) { return one.words == words; });
  if (found == coverage.parts.end()) throw std::out_of_range(words);
  return *found;
}

TEST(Coverage, TellsWhatTestsMetAndWhatTheyDidNot) {
  const auto rules = worlds::rules(kPack);
  const std::vector<RuleCoverage> all = cover_rules(*rules, "");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].tests, 2);
  EXPECT_TRUE(part(all[0], "attributed").covered());
  EXPECT_FALSE(part(all[0], "block == 'body'").covered()) << "it never failed";
  EXPECT_TRUE(part(all[0], "mayor").covered());
  EXPECT_FALSE(part(all[0], "police").held);
  EXPECT_TRUE(part(all[0], "police").failed) << "it was asked of the army";
  EXPECT_TRUE(part(all[0], "hedge == 'denied' -> error").covered());
  EXPECT_EQ(all[0].covered(), 3);
  EXPECT_EQ(all[1].tests, 0);
}

TEST(Coverage, OfSomeTestsTellsThoseRulesAlone) {
  const auto rules = worlds::rules(kPack);
  const std::vector<RuleCoverage> some = cover_rules(*rules, "the mayor");
  ASSERT_EQ(some.size(), 1U);
  EXPECT_EQ(some[0].tests, 1);
  EXPECT_FALSE(part(some[0], "hedge == 'denied' -> error").held);
}

TEST(Coverage, EveryExceptionAndSeverityOfTheBuiltInRulesIsMet) {
  for (const RuleCoverage& one : cover_rules(*worlds::builtin(), "")) {
    for (const CoveredPart& each : one.parts) {
      if (each.kind != CoveredPart::Kind::atom) {
        EXPECT_TRUE(each.covered()) << one.rule << ": " << each.words;
      }
    }
  }
}

}  // namespace
}  // namespace claimtrail
