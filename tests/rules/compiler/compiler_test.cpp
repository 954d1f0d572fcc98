#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kGood = R"yaml(schema: claimtrail-rules/1
since: "1.2"
rules:
  - id: voiced
    title: Voiced
    scope: claim
    where: "attributed"
    message: "{claimant}"
)yaml";

TEST(CompilePacks, PointsIntoTheExpressionsOwnColumn) {
  const auto compiled = compile_packs({{"p", "pack.yaml", R"yaml(schema: claimtrail-rules/1
rules:
  - id: typo
    title: Typo
    scope: pair
    match: {group_by: [question]}
    where: "a.polarity == b.polarity and a.claimnt == b.claimant"
    message: "{a.claimant}"
)yaml"}},
                                      {});
  ASSERT_FALSE(compiled.has_value());
  EXPECT_EQ(render(compiled.error()),
            "pack.yaml:7:42: error: unknown field 'a.claimnt' in a pair rule\n"
            "      where: \"a.polarity == b.polarity and a.claimnt == b.claimant\"\n"
            "                                           ^\n"
            "  hint: did you mean 'a.claimant'?");
}

TEST(CompilePacks, SaysAMistakeOfAMacroOnceAtTheMacro) {
  EXPECT_THAT(worlds::mistakes(R"yaml(schema: claimtrail-rules/1
macros: {wrong: "a.nothing == 1"}
rules:
  - {id: one, title: One, scope: pair, match: {group_by: question}, where: wrong, message: "{a.figure}"}
  - {id: two, title: Two, scope: pair, match: {group_by: question}, where: not wrong, message: "{a.figure}"}
)yaml"),
              ElementsAre("2:18 unknown-field"));
}

TEST(CompilePacks, NamesTheVersionByTextNotByLayoutOrTests) {
  const auto version = [](const std::string& yaml) {
    return list_rules(*worlds::rules(yaml)).at(0).version;
  };
  const std::string base = version(kGood);
  EXPECT_THAT(base, ::testing::MatchesRegex("1\\.2\\+[0-9a-f]{8}"));
  EXPECT_EQ(version(std::string("# a comment\n") + kGood), base);
  EXPECT_EQ(version(std::string(kGood) + "    tests: [{name: t, expect: []}]\n"), base);
  EXPECT_NE(version(std::string(kGood) + "    severity: error\n"), base);
}

TEST(CompilePacks, NamesTheVersionByTheMacrosAndListsUsed) {
  const auto version = [](const char* macro, const char* list) {
    return list_rules(*worlds::rules(fmt::format(R"yaml(schema: claimtrail-rules/1
macros: {{ours: "{}"}}
lists: {{known: [{}]}}
rules: [{{id: r, title: R, scope: claim, where: ours and outlet in known, message: "{{outlet}}"}}]
)yaml",
                                                 macro, list)))
        .at(0)
        .version;
  };
  EXPECT_NE(version("attributed", "Herald"), version("not attributed", "Herald"));
  EXPECT_NE(version("attributed", "Herald"), version("attributed", "Courier"));
}

TEST(CompilePacks, ChoosesThePositionByWhatTheConditionNames) {
  const auto position = [](const std::string& where) {
    return list_rules(*worlds::rules(fmt::format(R"yaml(schema: claimtrail-rules/1
rules:
  - {{id: r, title: R, scope: pair, match: {{group_by: question}}, where: "{}", message: "{{a.figure}}"}}
)yaml",
                                                 where)))
        .at(0)
        .position;
  };
  EXPECT_EQ(position("disjoint(a.figure, b.figure) and a.polarity == b.polarity"), "figure");
  EXPECT_EQ(position("pair.quote_change == 'altered'"), "quote");
  EXPECT_EQ(position("a.polarity != b.polarity"), "polarity");
  EXPECT_EQ(position("a.hedge != b.hedge"), "hedge");
  EXPECT_EQ(position("a.attributed"), "claimant");
}

TEST(CompilePacks, RefusesOneIdInTwoPacks) {
  const auto compiled = compile_packs({{"p", "one.yaml", kGood}, {"q", "two.yaml", kGood}}, {});
  ASSERT_FALSE(compiled.has_value());
  ASSERT_EQ(compiled.error().size(), 1U);
  EXPECT_EQ(compiled.error()[0].file, "two.yaml");
  EXPECT_EQ(compiled.error()[0].hint, "the first stands at one.yaml:4");
}

TEST(CompilePacks, RefusesRulesThatYieldInACircle) {
  const auto compiled = compile_packs({{"p", "p.yaml", R"yaml(schema: claimtrail-rules/1
rules:
  - {id: a, title: A, scope: claim, where: attributed, message: "{outlet}", yields_to: b}
  - {id: b, title: B, scope: claim, where: attributed, message: "{outlet}", yields_to: c}
  - {id: c, title: C, scope: claim, where: attributed, message: "{outlet}", yields_to: a}
)yaml"}},
                                      {});
  ASSERT_FALSE(compiled.has_value());
  EXPECT_EQ(compiled.error()[0].code, "yield-cycle");
  EXPECT_THAT(compiled.error()[0].message, HasSubstr("a -> b -> c -> a"));
}

TEST(CompilePacks, RefusesAnOverrideOfAnUnknownRule) {
  RuleSettings settings;
  settings.overrides.push_back({"figure-conflit",
                                FlagSeverity::info,
                                true,
                                {"claimtrail.yaml", 12, 5, "    figure-conflit: {}"}});
  const auto loaded = load_rules(settings);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error()[0].line, 12);
  EXPECT_EQ(loaded.error()[0].hint, "did you mean 'figure-conflict'?");
}

TEST(CompilePacks, ReportsAThousandMistakes) {
  std::string pack = "schema: claimtrail-rules/1\nrules:\n";
  for (int i = 0; i < 1000; ++i) {
    pack += fmt::format(
        "  - {{id: r{}, title: R, scope: claim, where: \"nothing == 1\", message: "
        "\"{{outlet}}\"}}\n",
        i);
  }
  EXPECT_EQ(worlds::mistakes(pack).size(), 1000U);
}

TEST(CompilePacks, KeepsHostilePacksWithinBounds) {
  std::string deep = "schema: claimtrail-rules/1\nrules: ";
  deep += std::string(600, '[') + std::string(600, ']');
  EXPECT_FALSE(worlds::mistakes(deep).empty());
  EXPECT_FALSE(worlds::mistakes("a: &a [x, x]\nb: &b [*a, *a]\n").empty());
  EXPECT_FALSE(worlds::mistakes("").empty());
  EXPECT_FALSE(worlds::mistakes("- 1\n- 2\n").empty());
}

TEST(ListRules, TellsWhatThePackSays) {
  const std::vector<RuleInfo> list = list_rules(*worlds::builtin());
  const auto found = std::find_if(list.begin(), list.end(),
                                  [](const RuleInfo& one) { return one.id == "figure-conflict"; });
  ASSERT_NE(found, list.end());
  EXPECT_EQ(found->scope, "pair");
  EXPECT_EQ(found->pack, "builtin");
  EXPECT_EQ(found->status, "stable");
  EXPECT_EQ(found->position, "figure");
  EXPECT_THAT(found->group_by, ElementsAre("question", "dimension"));
  EXPECT_GE(found->tests, 4);
  EXPECT_FALSE(found->falsepositives.empty());
}

}  // namespace
}  // namespace claimtrail
