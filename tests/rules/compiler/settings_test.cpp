#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RuleSettings read(const std::string& yaml, std::vector<Diagnostic>& problems) {
  const auto document = read_yaml("claimtrail.yaml", yaml);
  EXPECT_TRUE(document.has_value());
  return read_rule_settings(*document, document->root.find("rules"),
                            document->root.find("suppressions"), "/desk", problems);
}

TEST(ReadRuleSettings, TakesDefaultsWithoutSections) {
  std::vector<Diagnostic> problems;
  const RuleSettings settings = read("other: 1\n", problems);
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_THAT(settings.packs, ElementsAre("builtin"));
  EXPECT_THAT(settings.suppressions, IsEmpty());
}

TEST(ReadRuleSettings, ReadsPacksOverridesAndSuppressions) {
  std::vector<Diagnostic> problems;
  const RuleSettings settings = read(R"yaml(rules:
  packs: [builtin, ./desk-rules.yaml, /etc/more.yaml]
  override:
    unattributed-figure: {severity: warning}
    denied: {enabled: false}
suppressions:
  - {rule: figure-conflict, question: troops, reason: other cut-off, by: kim, until: 2026-03-01}
)yaml",
                                     problems);
  EXPECT_EQ(render(problems), "");
  EXPECT_THAT(settings.packs, ElementsAre("builtin", "/desk/desk-rules.yaml", "/etc/more.yaml"));
  ASSERT_EQ(settings.overrides.size(), 2U);
  EXPECT_EQ(settings.overrides[0].severity, FlagSeverity::warning);
  EXPECT_TRUE(settings.overrides[0].enabled);
  EXPECT_EQ(settings.overrides[0].place.line, 4);
  EXPECT_FALSE(settings.overrides[1].enabled);
  ASSERT_EQ(settings.suppressions.size(), 1U);
  EXPECT_EQ(settings.suppressions[0].until, parse_day("2026-03-01"));
}

TEST(ReadRuleSettings, ReportsEveryMistakeWithItsPlace) {
  std::vector<Diagnostic> problems;
  static_cast<void>(read(R"yaml(rules:
  pack: [builtin]
  override:
    denied: {severity: loud, sevrity: info}
suppressions:
  - {question: troops, until: soon}
)yaml",
                         problems));
  std::vector<std::string> places;
  for (const Diagnostic& one : problems) {
    places.push_back(std::to_string(one.line).append(" ").append(one.code));
  }
  EXPECT_THAT(places,
              ::testing::UnorderedElementsAre("2 unknown-key", "4 unknown-value", "4 unknown-key",
                                              "6 missing-key", "6 wrong-type"));
}

TEST(LoadRules, ReportsPacksThatCannotBeReadBesideTheMistakesOfTheOthers) {
  const std::filesystem::path folder =
      std::filesystem::path(::testing::TempDir()) / "claimtrail-load-rules";
  std::filesystem::create_directories(folder);
  const std::filesystem::path broken = folder / "broken.yaml";
  std::ofstream(broken) << "schema: claimtrail-rules/2\n";
  RuleSettings settings;
  settings.packs = {"builtin", (folder / "missing.yaml").string(), broken.string(),
                    folder.string()};
  const auto loaded = load_rules(settings);
  ASSERT_FALSE(loaded.has_value());
  std::vector<std::string> codes;
  for (const Diagnostic& one : loaded.error()) codes.push_back(one.code);
  EXPECT_THAT(codes, ElementsAre("pack-unreadable", "pack-unreadable", "unknown-schema"));
  std::filesystem::remove_all(folder);
}

TEST(LoadRules, LoadsADesksPackBesideTheBuiltinOne) {
  const std::filesystem::path file =
      std::filesystem::path(::testing::TempDir()) / "claimtrail-desk.yaml";
  std::ofstream(file)
      << "schema: claimtrail-rules/1\nrules:\n"
         "  - {id: desk, title: D, scope: claim, where: attributed, message: \"{outlet}\"}\n";
  RuleSettings settings;
  settings.packs.push_back(file.string());
  const auto loaded = load_rules(settings);
  ASSERT_TRUE(loaded.has_value()) << render(loaded.error());
  EXPECT_EQ(list_rules(**loaded).back().id, "desk");
  EXPECT_EQ(list_rules(**loaded).back().pack, file.string());
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace claimtrail
