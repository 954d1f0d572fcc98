#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Timestamp kMonday = *parse_timestamp("2025-04-28T08:00:00Z");
const Timestamp kTuesday = *parse_timestamp("2025-04-29T08:00:00Z");
const Timestamp kWednesday = *parse_timestamp("2025-04-30T08:00:00Z");

RaisedFlag raised(std::vector<Side> sides, const std::string& scope = "q") {
  RaisedFlag flag;
  flag.rule = "figure-conflict";
  flag.scope_key = scope;
  flag.question = scope;
  flag.sides = std::move(sides);
  flag.message = "m";
  return flag;
}

const RaisedFlag kTwo = raised({{"120", {"a"}}, {"187", {"b"}}});
const RaisedFlag kRepeated = raised({{"120", {"a"}}, {"187", {"b", "c"}}});
const RaisedFlag kThree = raised({{"120", {"a"}}, {"187", {"b"}}, {"300", {"d"}}});

/// The stored flags after `changed` is written.
std::vector<Flag> stored(std::vector<Flag> before, const std::vector<Flag>& changed) {
  for (const Flag& flag : changed) {
    std::erase_if(before, [&](const Flag& old) { return old.id == flag.id; });
    before.push_back(flag);
  }
  return before;
}

Flag with_status(const RaisedFlag& raised_flag, FlagStatus status) {
  Flag flag = settle_flags({}, {raised_flag}, {}, kMonday).at(0);
  flag.status = status;
  return flag;
}

TEST(SettleFlags, OpensWhatIsNew) {
  const std::vector<Flag> flags = settle_flags({}, {kTwo}, {}, kMonday);
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].status, FlagStatus::open);
  EXPECT_EQ(flags[0].first_seen, kMonday);
  EXPECT_EQ(flags[0].last_seen, kMonday);
  EXPECT_EQ(flags[0].id.size(), 16U);
  EXPECT_THAT(flags[0].evidence, IsEmpty());
}

TEST(SettleFlags, ReturnsNothingWhenNothingChanged) {
  const std::vector<Flag> before = settle_flags({}, {kTwo}, {}, kMonday);
  EXPECT_THAT(settle_flags(before, {kTwo}, {}, kTuesday), IsEmpty());
}

TEST(SettleFlags, KeepsTheIdAndEvidenceWhenARepeaterJoinsASide) {
  std::vector<Flag> before = settle_flags({}, {kTwo}, {}, kMonday);
  before[0].evidence.push_back(
      {"a", "r", "v", "Herald", "", "exact words", {}, "A", "120", "", "", ""});
  const std::vector<Flag> after = settle_flags(before, {kRepeated}, {}, kTuesday);
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[0].first_seen, kMonday);
  EXPECT_EQ(after[0].last_seen, kTuesday);
  EXPECT_EQ(after[0].evidence, before[0].evidence);
  EXPECT_THAT(after[0].sides[1].claims, ElementsAre("b", "c"));
}

TEST(SettleFlags, FindsAFlagAgainThoughItsQuestionWasRenamed) {
  const std::vector<Flag> before = settle_flags({}, {kTwo}, {}, kMonday);
  const std::vector<Flag> after =
      settle_flags(before, {raised(kTwo.sides, "renamed")}, {}, kTuesday);
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[0].scope_key, "renamed");
}

TEST(SettleFlags, KeepsADecisionUntilANewPositionJoins) {
  for (const FlagStatus status :
       {FlagStatus::dismissed, FlagStatus::confirmed, FlagStatus::explained}) {
    Flag decided = with_status(kTwo, status);
    decided.status_code = "as_of_differs";
    const std::vector<Flag> repeated = settle_flags({decided}, {kRepeated}, {}, kTuesday);
    ASSERT_THAT(repeated, SizeIs(1));
    EXPECT_EQ(repeated[0].status, status);
    EXPECT_EQ(repeated[0].status_code, "as_of_differs");
    const std::vector<Flag> reopened = settle_flags({decided}, {kThree}, {}, kTuesday);
    ASSERT_THAT(reopened, SizeIs(1));
    EXPECT_EQ(reopened[0].status, FlagStatus::open);
    EXPECT_EQ(reopened[0].status_code, "");
    EXPECT_EQ(reopened[0].id, decided.id);
  }
}

TEST(SettleFlags, ResolvesAnOpenFlagWhoseEvidenceIsGoneAndReopensIt) {
  const std::vector<Flag> before = settle_flags({}, {kTwo}, {}, kMonday);
  const std::vector<Flag> gone = settle_flags(before, {}, {}, kTuesday);
  ASSERT_THAT(gone, SizeIs(1));
  EXPECT_EQ(gone[0].status, FlagStatus::resolved);
  EXPECT_EQ(gone[0].last_seen, kMonday) << "it was last seen before it went";
  EXPECT_THAT(settle_flags(gone, {}, {}, kWednesday), IsEmpty());
  const std::vector<Flag> back = settle_flags(gone, {kTwo}, {}, kWednesday);
  ASSERT_THAT(back, SizeIs(1));
  EXPECT_EQ(back[0].status, FlagStatus::open);
  EXPECT_EQ(back[0].id, before[0].id);
  EXPECT_EQ(back[0].first_seen, kMonday);
}

TEST(SettleFlags, LeavesDecidedFlagsAloneWhenTheirEvidenceIsGone) {
  for (const FlagStatus status :
       {FlagStatus::dismissed, FlagStatus::confirmed, FlagStatus::explained}) {
    EXPECT_THAT(settle_flags({with_status(kTwo, status)}, {}, {}, kTuesday), IsEmpty());
  }
}

TEST(SettleFlags, GivesASplitFlagsIdToTheLargerPart) {
  const RaisedFlag whole = raised({{"1", {"a", "b"}}, {"2", {"c"}}, {"3", {"d"}}, {"4", {"e"}}});
  const std::vector<Flag> before = settle_flags({}, {whole}, {}, kMonday);
  const RaisedFlag large = raised({{"1", {"a", "b"}}, {"2", {"c"}}});
  const RaisedFlag small = raised({{"3", {"d"}}, {"4", {"e"}}});
  const std::vector<Flag> after = settle_flags(before, {small, large}, {}, kTuesday);
  ASSERT_THAT(after, SizeIs(2));
  for (const Flag& flag : after) {
    EXPECT_EQ(flag.id == before[0].id, flag.sides[0].position == "1") << flag.id;
  }
}

TEST(SettleFlags, KeepsOneIdOfTwoFlagsThatMergeAndResolvesTheOther) {
  const RaisedFlag one = raised({{"1", {"a", "b"}}, {"2", {"c"}}});
  const RaisedFlag two = raised({{"3", {"d"}}, {"4", {"e"}}});
  const std::vector<Flag> before = settle_flags({}, {one, two}, {}, kMonday);
  const RaisedFlag merged = raised({{"1", {"a", "b"}}, {"2", {"c"}}, {"3", {"d"}}, {"4", {"e"}}});
  const std::vector<Flag> after = settle_flags(before, {merged}, {}, kTuesday);
  ASSERT_THAT(after, SizeIs(2));
  for (const Flag& flag : after) {
    EXPECT_EQ(flag.status, flag.sides.size() == 4 ? FlagStatus::open : FlagStatus::resolved);
  }
}

TEST(SettleFlags, GivesOtherRulesOtherFlags) {
  RaisedFlag other = kTwo;
  other.rule = "denied";
  const std::vector<Flag> before = settle_flags({}, {kTwo}, {}, kMonday);
  const std::vector<Flag> after = settle_flags(before, {kTwo, other}, {}, kTuesday);
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].rule, "denied");
  EXPECT_NE(after[0].id, before[0].id);
}

RuleSettings::Suppression suppression(std::optional<Day> until = {},
                                      const std::string& question = "q") {
  RuleSettings::Suppression one;
  one.rule = "figure-conflict";
  one.question = question;
  one.until = until;
  return one;
}

TEST(SettleFlags, HoldsBackWhatTheConfigSuppresses) {
  const std::vector<Flag> flags = settle_flags({}, {kTwo}, {suppression()}, kMonday);
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].status, FlagStatus::suppressed);
  EXPECT_EQ(flags[0].status_code, "settings");
  EXPECT_THAT(settle_flags(flags, {kTwo}, {suppression()}, kTuesday), IsEmpty());
  const std::vector<Flag> lifted = settle_flags(flags, {kTwo}, {}, kTuesday);
  ASSERT_THAT(lifted, SizeIs(1));
  EXPECT_EQ(lifted[0].status, FlagStatus::open);
  EXPECT_EQ(lifted[0].status_code, "");
}

TEST(SettleFlags, EndsASuppressionOnItsDay) {
  const auto until = parse_day("2025-04-29");
  const std::vector<Flag> flags = settle_flags({}, {kTwo}, {suppression(until)}, kMonday);
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].suppressed_until, "2025-04-29");
  const std::vector<Flag> over = settle_flags(flags, {kTwo}, {suppression(until)}, kTuesday);
  ASSERT_THAT(over, SizeIs(1));
  EXPECT_EQ(over[0].status, FlagStatus::open);
}

TEST(SettleFlags, SuppressesByQuestionOrWhateverTheQuestion) {
  EXPECT_EQ(settle_flags({}, {kTwo}, {suppression({}, "another")}, kMonday).at(0).status,
            FlagStatus::open);
  EXPECT_EQ(settle_flags({}, {kTwo}, {suppression({}, "")}, kMonday).at(0).status,
            FlagStatus::suppressed);
}

TEST(SettleFlags, LeavesDecisionsStandBesideASuppression) {
  const Flag dismissed = with_status(kTwo, FlagStatus::dismissed);
  EXPECT_THAT(settle_flags({dismissed}, {kTwo}, {suppression()}, kTuesday), IsEmpty());
}

TEST(SettleFlags, EndsAReviewersSuppressionOnItsDayOrWhenAPositionJoins) {
  Flag dated = with_status(kTwo, FlagStatus::suppressed);
  dated.suppressed_until = "2025-04-30";
  EXPECT_THAT(settle_flags({dated}, {kTwo}, {}, kTuesday), IsEmpty());
  EXPECT_EQ(settle_flags({dated}, {kTwo}, {}, kWednesday).at(0).status, FlagStatus::open);
  const Flag undated = with_status(kTwo, FlagStatus::suppressed);
  EXPECT_EQ(settle_flags({undated}, {kRepeated}, {}, kTuesday).at(0).status,
            FlagStatus::suppressed);
  EXPECT_EQ(settle_flags({undated}, {kThree}, {}, kTuesday).at(0).status, FlagStatus::open);
}

TEST(SettleFlags, ResolvesWhatOnlyTheConfigHeldBack) {
  const std::vector<Flag> flags = settle_flags({}, {kTwo}, {suppression()}, kMonday);
  const std::vector<Flag> gone = settle_flags(flags, {}, {suppression()}, kTuesday);
  ASSERT_THAT(gone, SizeIs(1));
  EXPECT_EQ(gone[0].status, FlagStatus::resolved);
}

TEST(SettleFlags, DoesNotDependOnTheOrderOfItsInput) {
  const RaisedFlag one = raised({{"1", {"a"}}, {"2", {"b"}}});
  const RaisedFlag two = raised({{"3", {"b", "d"}}, {"4", {"e"}}});
  const RaisedFlag three = raised({{"5", {"d"}}, {"6", {"f"}}}, "p");
  const std::vector<Flag> before = settle_flags({}, {one, two, three}, {}, kMonday);
  const std::vector<Flag> reversed = settle_flags({}, {three, two, one}, {}, kMonday);
  ASSERT_THAT(before, SizeIs(3));
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(before[i].id, reversed[i].id);
  const RaisedFlag joined = raised({{"1", {"a"}}, {"3", {"b", "d"}}, {"5", {"f"}}});
  const std::vector<Flag> after = settle_flags(before, {joined, three}, {}, kTuesday);
  const std::vector<Flag> other =
      settle_flags({before[2], before[0], before[1]}, {three, joined}, {}, kTuesday);
  ASSERT_EQ(after.size(), other.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].id, other[i].id);
    EXPECT_EQ(after[i].status, other[i].status);
  }
}

TEST(SettleFlags, MakesAnotherIdWhereTheFirstIsTaken) {
  const std::vector<Flag> before = settle_flags({}, {kTwo}, {}, kMonday);
  Flag moved = before[0];
  moved.sides = {{"9", {"x"}}, {"10", {"y"}}};
  const std::vector<Flag> after = settle_flags({moved}, {kTwo}, {}, kTuesday);
  ASSERT_THAT(after, SizeIs(2));
  EXPECT_NE(after[0].id, after[1].id);
}

TEST(SettleFlags, IsSteadyOverManyRounds) {
  std::vector<Flag> flags;
  for (const RaisedFlag& now : {kTwo, kRepeated, kThree, kRepeated, kTwo}) {
    flags = stored(flags, settle_flags(flags, {now}, {}, kTuesday));
    EXPECT_THAT(flags, SizeIs(1));
  }
}

}  // namespace
}  // namespace claimtrail
