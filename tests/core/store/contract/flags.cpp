#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(StoreContract, FlagKeepsEveryField) {
  const Flag flag = make_full_flag("f1");
  store().put_flag(flag);
  reopen();
  const auto stored = store().flag("f1");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->id, flag.id);
  EXPECT_EQ(stored->rule, flag.rule);
  EXPECT_EQ(stored->rule_version, flag.rule_version);
  EXPECT_EQ(stored->pack, flag.pack);
  EXPECT_EQ(stored->severity, flag.severity);
  EXPECT_EQ(stored->scope_key, flag.scope_key);
  EXPECT_EQ(stored->question, flag.question);
  EXPECT_EQ(stored->sides, flag.sides);
  EXPECT_EQ(stored->context, flag.context);
  EXPECT_EQ(stored->reports, flag.reports);
  EXPECT_EQ(stored->message, flag.message);
  EXPECT_EQ(stored->why, flag.why);
  EXPECT_EQ(stored->status, flag.status);
  EXPECT_EQ(stored->status_code, flag.status_code);
  EXPECT_EQ(stored->suppressed_until, flag.suppressed_until);
  EXPECT_EQ(stored->evidence, flag.evidence);
  EXPECT_EQ(stored->first_seen, flag.first_seen);
  EXPECT_EQ(stored->last_seen, flag.last_seen);
  EXPECT_FALSE(store().flag("none"));
}

TEST_P(StoreContract, FlagPutAgainReplaces) {
  store().put_flag(make_full_flag("f1"));
  Flag bare;
  bare.id = "f1";
  store().put_flag(bare);
  const auto stored = store().flag("f1");
  EXPECT_EQ(stored->status, FlagStatus::open);
  EXPECT_THAT(stored->sides, IsEmpty());
  EXPECT_THAT(stored->why, IsEmpty());
  EXPECT_THAT(stored->evidence, IsEmpty());
  EXPECT_EQ(store().flags({}).size(), 1U);
}

TEST_P(StoreContract, FlagsComeByFirstSeenThenIdAndNarrowed) {
  const auto put = [&](const std::string& id, int seen, FlagStatus status, FlagSeverity severity,
                       const std::string& rule, const std::string& question) {
    Flag flag;
    flag.id = id;
    flag.first_seen = at(seen);
    flag.status = status;
    flag.severity = severity;
    flag.rule = rule;
    flag.question = question;
    store().put_flag(flag);
  };
  put("c", 1, FlagStatus::open, FlagSeverity::error, "denied", "q1");
  put("b", 5, FlagStatus::resolved, FlagSeverity::warning, "denied", "");
  put("a", 5, FlagStatus::open, FlagSeverity::warning, "scale-slip", "q1");
  const auto found = [&](const FlagFilter& filter) {
    std::vector<std::string> flags;
    for (const Flag& flag : store().flags(filter)) flags.push_back(flag.id);
    return flags;
  };
  EXPECT_THAT(found({}), ElementsAre("c", "a", "b"));
  EXPECT_THAT(found({.status = FlagStatus::open}), ElementsAre("c", "a"));
  EXPECT_THAT(found({.rule = "denied"}), ElementsAre("c", "b"));
  EXPECT_THAT(found({.question = "q1"}), ElementsAre("c", "a"));
  EXPECT_THAT(found({.severity = FlagSeverity::warning}), ElementsAre("a", "b"));
  EXPECT_THAT(found({.status = FlagStatus::open, .rule = "denied", .severity = FlagSeverity::info}),
              IsEmpty());
}

}  // namespace
}  // namespace claimtrail
