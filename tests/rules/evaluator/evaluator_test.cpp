#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/evaluator/components.h"
#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<RaisedFlag> raised_by(const std::string& rule, std::string_view world) {
  std::vector<RaisedFlag> flags = evaluate(*worlds::builtin(), worlds::evidence(world));
  std::erase_if(flags, [&](const RaisedFlag& flag) { return flag.rule != rule; });
  return flags;
}

TEST(Flags, HoldGroupsNotPairs) {
  std::string world = "claims:\n";
  for (int i = 0; i < 200; ++i) {
    world += fmt::format("  - {{id: c{0}, claimant: C{0}, figure: {1} killed}}\n", i,
                         i % 2 == 0 ? 120 : 187);
  }
  const std::vector<RaisedFlag> flags = raised_by("figure-conflict", world);
  ASSERT_THAT(flags, SizeIs(1));
  ASSERT_THAT(flags[0].sides, SizeIs(2));
  EXPECT_THAT(flags[0].sides[0].claims, SizeIs(100));
  EXPECT_THAT(flags[0].sides[1].claims, SizeIs(100));
  EXPECT_THAT(flags[0].why, SizeIs(kMostPairsTold));
  EXPECT_EQ(flags[0].question, "question");
  EXPECT_EQ(flags[0].scope_key, "question");
  EXPECT_THAT(flags[0].reports, SizeIs(200));
}

TEST(Flags, AreOneForEachConnectedSetOfSides) {
  const std::vector<RaisedFlag> flags = raised_by("figure-conflict", R"yaml(
claims:
  - {id: a, figure: 100 killed, claimant: A, as_of: 2025-01-01}
  - {id: b, figure: 200 killed, claimant: B, as_of: 2025-01-01}
  - {id: c, figure: 300 killed, claimant: C, as_of: 2025-06-01}
  - {id: d, figure: 400 killed, claimant: D, as_of: 2025-06-01}
)yaml");
  ASSERT_THAT(flags, SizeIs(2));
  EXPECT_THAT(flags[0].sides, ElementsAre(Side{"100 killed", {"a"}}, Side{"200 killed", {"b"}}));
  EXPECT_THAT(flags[1].sides, ElementsAre(Side{"300 killed", {"c"}}, Side{"400 killed", {"d"}}));
}

TEST(Flags, NameOnlyClaimsThatTakePartInAPair) {
  const std::vector<RaisedFlag> flags = raised_by("figure-conflict", R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: A, as_of: 2025-01-01}
  - {id: b, figure: 187 killed, claimant: B, as_of: 2025-01-02}
  - {id: far, figure: 120 killed, claimant: C, as_of: 2025-09-01}
)yaml");
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_THAT(flags[0].sides[0].claims, ElementsAre("a"));
}

TEST(Flags, TellTheMostTellingPairFirst) {
  const std::vector<RaisedFlag> flags = raised_by("figure-conflict", R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: A, published: 2025-01-01}
  - {id: b, figure: 187 killed, claimant: B, published: 2025-01-02}
  - {id: c, figure: 1000 killed, claimant: C, published: 2025-01-03, outlet: Herald}
)yaml");
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].severity, FlagSeverity::error);
  EXPECT_THAT(flags[0].message, HasSubstr("C in Herald (unknown): 1,000 killed"));
  EXPECT_THAT(flags[0].message, HasSubstr("A in "));
  ASSERT_THAT(flags[0].why, SizeIs(3));
  EXPECT_EQ(flags[0].why[0].a, "a");
  EXPECT_EQ(flags[0].why[0].b, "c");
  EXPECT_EQ(flags[0].why[2].b, "b");
}

TEST(Flags, ShowEveryAtomWithItsValuesAndTheExceptionsTried) {
  const std::vector<RaisedFlag> flags = raised_by("figure-conflict", R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: A}
  - {id: b, figure: 187 killed, claimant: B}
)yaml");
  ASSERT_THAT(flags, SizeIs(1));
  const WhyPair& pair = flags[0].why.at(0);
  EXPECT_THAT(pair.exceptions_tried, ElementsAre("scope differs", "exclusions differ"));
  const auto disjoint =
      std::find_if(pair.atoms.begin(), pair.atoms.end(), [](const AtomValue& atom) {
        return atom.atom == "disjoint(a.figure, b.figure, rel = 0.05)";
      });
  ASSERT_NE(disjoint, pair.atoms.end());
  EXPECT_TRUE(disjoint->holds);
  EXPECT_EQ(disjoint->values, "a.figure = 120 killed; b.figure = 187 killed");
}

TEST(Flags, SayHowAQuotationChanged) {
  const std::vector<RaisedFlag> flags = raised_by("quote-altered", R"yaml(
claims:
  - {id: a, quote: the adventure of the Kyiv government has completely failed, claimant: P}
  - {id: b, quote: the adventure of the Kyiv government has largely failed, claimant: P}
)yaml");
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].why.at(0).change, "altered");
  EXPECT_THAT(flags[0].question, IsEmpty());
  EXPECT_FALSE(flags[0].scope_key.empty());
}

TEST(Flags, OfOneClaimStandByQuestionElseByReport) {
  const std::vector<RaisedFlag> flags = raised_by("unattributed-figure", R"yaml(
claims:
  - {id: a, figure: 120 killed, question: q, report: r1}
  - {id: b, figure: 120 killed, question: q, report: r2}
  - {id: c, figure: 187 killed, question: q, report: r2}
)yaml");
  ASSERT_THAT(flags, SizeIs(2));
  EXPECT_EQ(flags[0].scope_key, "q");
  EXPECT_THAT(flags[0].sides, ElementsAre(Side{"120 killed", {"a", "b"}}));
  EXPECT_THAT(flags[1].sides, ElementsAre(Side{"187 killed", {"c"}}));
}

TEST(Flags, OfARevisionStandByReport) {
  const std::vector<RaisedFlag> flags = raised_by("silent-edit", R"yaml(
changes:
  - {claim: a, report: r, kind: figure, was: "1,300", is: "1,000"}
)yaml");
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].scope_key, "r");
  EXPECT_THAT(flags[0].reports, ElementsAre("r"));
  EXPECT_THAT(flags[0].sides, ElementsAre(Side{"1,300", {"a"}}, Side{"1,000", {"a"}}));
  EXPECT_EQ(flags[0].why.at(0).a, "a");
}

constexpr const char* kYielding = R"yaml(
schema: claimtrail-rules/1
rules:
  - id: strong
    title: Strong
    scope: pair
    match: {group_by: [question]}
    where: "ratio(a.figure, b.figure) >= 3"
    message: "{a.figure}"
  - id: weak
    title: Weak
    scope: pair
    yields_to: [strong]
    match: {group_by: [question]}
    where: "disjoint(a.figure, b.figure)"
    message: "{a.figure}"
)yaml";

TEST(Flags, OfARuleThatYieldsLeaveOutThePairsOfTheOther) {
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 100 killed}
  - {id: b, figure: 150 killed}
  - {id: c, figure: 900 killed}
)yaml");
  const std::vector<RaisedFlag> flags = evaluate(*worlds::rules(kYielding), evidence);
  ASSERT_THAT(flags, SizeIs(2));
  EXPECT_EQ(flags[0].rule, "strong");
  EXPECT_THAT(flags[0].sides, SizeIs(3));
  EXPECT_EQ(flags[1].rule, "weak");
  EXPECT_THAT(flags[1].sides, ElementsAre(Side{"100 killed", {"a"}}, Side{"150 killed", {"b"}}));
}

TEST(Flags, OfARuleComeBackWhenTheOneItYieldsToIsDisabled) {
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 100 killed}
  - {id: c, figure: 900 killed}
)yaml");
  RuleSettings settings;
  settings.overrides.push_back({"strong", std::nullopt, false, {}});
  const auto rules = compile_packs({{"p", "p.yaml", kYielding}}, settings);
  ASSERT_TRUE(rules.has_value());
  const std::vector<RaisedFlag> flags = evaluate(**rules, evidence);
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].rule, "weak");
}

TEST(Flags, TakeTheSeverityOfTheConfig) {
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 100 killed, claimant: A}
  - {id: c, figure: 900 killed, claimant: B}
)yaml");
  RuleSettings settings;
  settings.overrides.push_back({"figure-conflict", FlagSeverity::info, true, {}});
  const auto rules = load_rules(settings);
  ASSERT_TRUE(rules.has_value());
  const std::vector<RaisedFlag> flags = evaluate(**rules, evidence);
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].severity, FlagSeverity::info) << "severity_when must not outrank the config";
}

TEST(Flags, OfQuestionAndReportRulesHoldTheWholeGroup) {
  const auto rules = worlds::rules(R"yaml(
schema: claimtrail-rules/1
rules:
  - id: many-voices
    title: Many voices
    scope: question
    position: claimant
    where: "distinct(group.claimant) >= 3"
    message: "{question.id} has {distinct(group.claimant)} claimants"
  - id: long-report
    title: Long report
    scope: report
    position: block
    where: "count(group) >= 4"
    message: "{report.outlet} makes {count(group)} readings"
)yaml");
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 1 killed, claimant: A, report: r, outlet: Herald}
  - {id: b, figure: 2 killed, claimant: B, report: r}
  - {id: c, figure: 3 killed, claimant: C, report: s}
)yaml");
  const std::vector<RaisedFlag> flags = evaluate(*rules, evidence);
  ASSERT_THAT(flags, SizeIs(2));
  EXPECT_EQ(flags[0].message, "Herald makes 4 readings");
  EXPECT_EQ(flags[0].scope_key, "r");
  EXPECT_EQ(flags[1].message, "question has 3 claimants");
  EXPECT_THAT(flags[1].sides, SizeIs(3));
}

TEST(Flags, OfADeprecatedRuleAreNeverRaised) {
  const auto rules = worlds::rules(R"yaml(
schema: claimtrail-rules/1
rules:
  - {id: old, title: Old, status: deprecated, replaced_by: new, scope: claim, where: attributed, message: "{claimant}"}
  - {id: new, title: New, scope: claim, where: attributed, message: "{claimant}"}
)yaml");
  const std::vector<RaisedFlag> flags =
      evaluate(*rules, worlds::evidence("claims: [{id: a, statement: s, claimant: A}]"));
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].rule, "new");
}

TEST(Flags, OfNothingAreNone) { EXPECT_THAT(evaluate(*worlds::builtin(), Evidence{}), IsEmpty()); }

// A claim with a figure is read twice, by figure and by statement: that is no second flag.
TEST(Flags, DoNotDoubleWhereAClaimIsReadTwice) {
  Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 1300 square kilometers, claimant: Army, statement: s}
  - {id: b, figure: 1300 square kilometers, claimant: Governor, statement: s}
)yaml");
  const std::vector<RaisedFlag> flags = evaluate(*worlds::builtin(), evidence);
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].rule, "attribution-conflict");
}

TEST(Flags, OfTwoStatementsNeedTheSameFiguresInThem) {
  Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: "11,000 soldiers", claimant: Kyiv, statement: s}
  - {id: b, figure: "12,000 soldiers", claimant: Seoul, statement: s}
)yaml");
  for (Reading& reading : evidence.readings) reading.question.clear();
  EXPECT_THAT(evaluate(*worlds::builtin(), evidence), IsEmpty());
}

TEST(Flags, OfJointClaimantsDoNotConflictWithOneOfThem) {
  Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, statement: s, claimant: Police}
  - {id: b, statement: s, claimant: Mayor}
)yaml");
  for (StoredClaim& stored : evidence.claims) {
    if (stored.claim.id == "b") {
      stored.claim.attribution[0].claimants.push_back(
          {"claimant Police", "Police", ClaimantKind::group});
    }
  }
  EXPECT_THAT(evaluate(*worlds::builtin(), evidence), IsEmpty());
}

TEST(Components, KeepTheMostTellingPairsWhateverTheOrder) {
  std::vector<JoinedPair> pairs;
  for (std::uint32_t i = 0; i < 30; ++i) {
    pairs.push_back({i, i + 30, i % 7 == 0 ? FlagSeverity::error : FlagSeverity::warning});
  }
  std::mt19937 random(1);
  std::vector<JoinedPair> expected = pairs;
  std::sort(expected.begin(), expected.end(), more_telling);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(pairs.begin(), pairs.end(), random);
    Components components(61, 60, FlagSeverity::error);
    for (const JoinedPair& pair : pairs) components.join(0, pair.a, 1 + pair.b, pair.b, pair);
    const std::vector<JoinedPair>& told = components.told(components.root_of(0));
    ASSERT_THAT(told, SizeIs(kMostPairsTold));
    for (std::size_t i = 0; i < told.size(); ++i) EXPECT_EQ(told[i].a, expected[i].a);
  }
}

}  // namespace
}  // namespace claimtrail
