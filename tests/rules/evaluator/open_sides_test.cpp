#include "rules/evaluator/open_sides.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const Timestamp kMonday = *parse_timestamp("2025-04-28T08:00:00Z");
const Timestamp kTuesday = *parse_timestamp("2025-04-29T08:00:00Z");

RaisedFlag raised(const std::string& rule, std::vector<Side> sides) {
  RaisedFlag flag;
  flag.rule = rule;
  flag.scope_key = flag.question = "q";
  flag.sides = std::move(sides);
  flag.severity = FlagSeverity::info;
  return flag;
}

RaisedFlag asking(std::vector<std::string> claims) {
  RaisedFlag flag = raised("anonymous-only", {{"officials", std::move(claims)}});
  flag.severity_if_fills = FlagSeverity::warning;
  return flag;
}

/// The severity of the first flag beside the others, all open.
FlagSeverity beside(std::vector<RaisedFlag> flags) {
  std::vector<RaisedFlag*> list;
  for (RaisedFlag& flag : flags) list.push_back(&flag);
  settle_severities(list, {list.begin(), list.end()});
  for (const RaisedFlag& flag : flags) EXPECT_FALSE(flag.severity_if_fills);
  return flags.front().severity;
}

TEST(OpenSides, AFlagAloneFillsNone) {
  EXPECT_EQ(beside({asking({"a", "b"})}), FlagSeverity::info);
}

TEST(OpenSides, ASideOfAnotherRuleIsFilled) {
  EXPECT_EQ(beside({asking({"a"}), raised("denied", {{"1", {"a"}}, {"2", {"b"}}})}),
            FlagSeverity::warning);
  EXPECT_EQ(beside({asking({"a", "c"}), raised("denied", {{"1", {"a"}}, {"2", {"b"}}})}),
            FlagSeverity::warning)
      << "what it holds besides is another matter";
}

TEST(OpenSides, ASideWithAnotherClaimIsNot) {
  EXPECT_EQ(beside({asking({"a"}), raised("denied", {{"1", {"a", "c"}}, {"2", {"b"}}})}),
            FlagSeverity::info);
}

TEST(OpenSides, FlagsOfOneRuleFillASideTogether) {
  const RaisedFlag denied = raised("denied", {{"1", {"a", "c"}}, {"2", {"b"}}});
  EXPECT_EQ(beside({asking({"a"}), asking({"c"}), denied}), FlagSeverity::warning);
  RaisedFlag graver = asking({"c"});
  graver.severity_if_fills.reset();
  EXPECT_EQ(beside({asking({"a"}), graver, denied}), FlagSeverity::warning)
      << "whatever the severity of the other";
  EXPECT_EQ(beside({asking({"d"}), asking({"a"}), asking({"c"}), denied}), FlagSeverity::info);
}

TEST(OpenSides, OnlyOpenFlagsCount) {
  const std::vector<RaisedFlag> both{asking({"a"}), raised("denied", {{"1", {"a"}}, {"2", {"b"}}})};
  std::vector<Flag> flags = settle_flags({}, both, {}, kMonday);
  ASSERT_THAT(flags, SizeIs(2));
  EXPECT_EQ(flags[0].rule, "anonymous-only");
  EXPECT_EQ(flags[0].severity, FlagSeverity::warning);
  EXPECT_THAT(settle_flags(flags, both, {}, kTuesday), IsEmpty());

  for (const FlagStatus status : {FlagStatus::dismissed, FlagStatus::confirmed,
                                  FlagStatus::explained, FlagStatus::suppressed}) {
    flags[1].status = status;
    const std::vector<Flag> changed = settle_flags(flags, both, {}, kTuesday);
    ASSERT_THAT(changed, SizeIs(1)) << to_string(status);
    EXPECT_EQ(changed[0].id, flags[0].id);
    EXPECT_EQ(changed[0].severity, FlagSeverity::info);
  }
}

TEST(OpenSides, AFlagHeldBackBySettingsDoesNotCount) {
  std::vector<RuleSettings::Suppression> suppressions(1);
  suppressions[0].rule = "denied";
  const std::vector<Flag> flags = settle_flags(
      {}, {asking({"a"}), raised("denied", {{"1", {"a"}}, {"2", {"b"}}})}, suppressions, kMonday);
  EXPECT_EQ(flags.at(0).severity, FlagSeverity::info);
}

}  // namespace
}  // namespace claimtrail
