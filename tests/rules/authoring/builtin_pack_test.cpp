#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/compiler/compiled_rule.h"
#include "rules/rule.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;

std::shared_ptr<const RuleSet> builtin() {
  auto rules = load_rules({});
  if (!rules) throw std::runtime_error(render(rules.error()));
  return *rules;
}

TEST(BuiltinPack, HasNoMistakesAndNoLints) { EXPECT_EQ(render(check_rules({}, Timestamp{})), ""); }

TEST(BuiltinPack, EveryTestOfEveryRulePasses) {
  const std::vector<RuleTestResult> results = run_rule_tests(*builtin(), "");
  EXPECT_GT(results.size(), 40U);
  for (const RuleTestResult& result : results) {
    EXPECT_TRUE(result.passed) << result.file << ":" << result.line << ": " << result.rule << "/"
                               << result.name << "\n"
                               << result.detail;
  }
}

// The ids of DESIGN 6: flags, suppressions and configs name them.
TEST(BuiltinPack, HoldsTheRulesThatThePagePromises) {
  std::set<std::string> ids;
  for (const RuleInfo& rule : list_rules(*builtin())) ids.insert(rule.id);
  EXPECT_THAT(
      ids,
      ::testing::UnorderedElementsAre(
          "figure-conflict", "figure-superseded", "stale-figure", "scale-slip", "unit-slip",
          "conversion-mismatch", "precision-drift", "attribution-conflict", "attribution-dropped",
          "attribution-upgraded", "unattributed-figure", "anonymous-only", "single-origin",
          "circular-sourcing", "cited-source-lacks-claim", "denied", "self-contradiction",
          "quote-altered", "quote-misattributed", "headline-overreach", "silent-edit",
          "claim-removed", "report-withdrawn", "impossible-date"));
}

TEST(BuiltinPack, EveryRuleHasTwoTestsThatExpectAFlagAndTwoThatExpectNone) {
  for (const Rule& rule : builtin()->rules()) {
    const auto positive = std::count_if(rule.tests.begin(), rule.tests.end(),
                                        [](const RuleTest& test) { return !test.expect.empty(); });
    EXPECT_GE(positive, 2) << rule.id;
    EXPECT_GE(static_cast<std::ptrdiff_t>(rule.tests.size()) - positive, 2) << rule.id;
    EXPECT_FALSE(rule.falsepositives.empty()) << rule.id;
  }
}

TEST(BuiltinPack, EveryRuleHasAPageAndEveryPageARule) {
  std::set<std::string> pages;
  const std::filesystem::path folder =
      std::filesystem::path(CLAIMTRAIL_SOURCE_DIR) / "rules" / "packs";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md") pages.insert(entry.path().stem().string());
  }
  std::set<std::string> ids;
  for (const RuleInfo& rule : list_rules(*builtin())) ids.insert(rule.id);
  EXPECT_EQ(pages, ids);
}

TEST(BuiltinPack, EveryPageHasAnExampleAndSaysWhereItErrs) {
  for (const RuleInfo& rule : list_rules(*builtin())) {
    const std::filesystem::path path =
        std::filesystem::path(CLAIMTRAIL_SOURCE_DIR) / "rules" / "packs" / (rule.id + ".md");
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    EXPECT_NE(text.str().find("# " + rule.id), std::string::npos) << path;
    EXPECT_NE(text.str().find("## Example"), std::string::npos) << path;
    EXPECT_NE(text.str().find("## Where it errs"), std::string::npos) << path;
  }
}

}  // namespace
}  // namespace claimtrail
