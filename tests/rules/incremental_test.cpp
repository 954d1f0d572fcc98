#include "rules/incremental.h"

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/naive_evaluator.h"
#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

constexpr int kOrders = 1000;
constexpr int kSteps = 6;
constexpr int kClaims = 9;

/// Stored flags as a desk keeps them.
void store(std::vector<Flag>& stored, const std::vector<Flag>& changed) {
  for (const Flag& flag : changed) {
    const auto found = std::find_if(stored.begin(), stored.end(),
                                    [&](const Flag& one) { return one.id == flag.id; });
    if (found == stored.end()) {
      stored.push_back(flag);
    } else {
      *found = flag;
    }
  }
}

/// What the flags say and how they stand, ids and what only the fast evaluator tells aside.
std::vector<std::string> in_words(const std::vector<Flag>& flags) {
  std::vector<std::string> lines;
  for (const Flag& flag : flags) {
    lines.push_back(fmt::format("{} | {} {} {}", worlds::in_words(flag), to_string(flag.status),
                                flag.status_code, flag.suppressed_until));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// A newsroom's life: claims come, are edited, are read as answering another question, and go.
class Life {
 public:
  explicit Life(unsigned seed) : random_(seed) {
    RuleTest whole = worlds::random_world(random_, kClaims);
    waiting_ = std::move(whole.claims);
    world_ = std::move(whole);
    world_.claims.clear();
    changes_ = std::move(world_.changes);
    world_.changes.clear();
    std::shuffle(waiting_.begin(), waiting_.end(), random_);
  }

  void step() {
    for (std::size_t i = 0; i < 2 && !waiting_.empty(); ++i) {
      world_.claims.push_back(waiting_.back());
      waiting_.pop_back();
    }
    if (!changes_.empty() && random_() % 2 == 0) {
      world_.changes.push_back(changes_.back());
      changes_.pop_back();
    }
    if (world_.claims.empty()) return;
    TestClaim& claim = world_.claims[random_() % world_.claims.size()];
    switch (random_() % 8) {
      case 0:
        claim.hedge = claim.hedge == Hedge::denied ? Hedge::asserted : Hedge::denied;
        break;
      case 1:
        if (!claim.figure.empty()) claim.figure = random_() % 2 == 0 ? "187 killed" : "41 killed";
        break;
      case 2:
        claim.claimant = random_() % 2 == 0 ? "Mayor" : "";
        break;
      case 3:
        if (!claim.figure.empty()) claim.question = random_() % 2 == 0 ? "once" : "toll";
        break;
      case 4:
        waiting_.push_back(claim);
        world_.claims.erase(world_.claims.begin() + (&claim - world_.claims.data()));
        break;
      case 5: {
        TestReport& report = world_.reports[random_() % world_.reports.size()];
        report.withdrawn = Timestamp{*parse_day("2025-05-20")};
        report.cites = {fmt::format("r{}", random_() % 6)};
        break;
      }
      default:
        break;
    }
  }

  /// A reviewer's decision about some flag, the same in both books.
  void review(std::vector<Flag>& left, std::vector<Flag>& right) {
    if (left.empty() || random_() % 2 == 0) return;
    Flag& flag = left[random_() % left.size()];
    if (flag.status == FlagStatus::resolved) return;
    static const std::array<FlagStatus, 5> kStates{FlagStatus::dismissed, FlagStatus::confirmed,
                                                   FlagStatus::explained, FlagStatus::suppressed,
                                                   FlagStatus::open};
    const FlagStatus status = kStates[random_() % kStates.size()];
    const bool dated = status == FlagStatus::suppressed && random_() % 2 == 0;
    for (std::vector<Flag>* book : {&left, &right}) {
      for (Flag& one : *book) {
        if (one.id != flag.id) continue;
        one.status = status;
        one.status_code.clear();
        one.suppressed_until = dated ? "2025-06-03" : "";
      }
    }
  }

  [[nodiscard]] Evidence evidence() { return worlds::shuffled(worlds::build(world_), random_); }

 private:
  std::mt19937 random_;
  RuleTest world_;
  std::vector<TestClaim> waiting_;
  std::vector<TestChange> changes_;
};

TEST(CheckChanges, GivesWhatASlowFullCheckGivesInAnyOrder) {
  const auto rules = worlds::builtin();
  std::vector<RuleSettings::Suppression> suppressions(1);
  suppressions[0].rule = "attribution-conflict";
  suppressions[0].until = parse_day("2025-06-04");
  std::size_t flags_seen = 0;
  for (unsigned seed = 0; seed < kOrders; ++seed) {
    Life life(seed);
    std::vector<Flag> fast;
    std::vector<Flag> slow;
    Fingerprints seen;
    for (int step = 0; step < kSteps; ++step) {
      life.step();
      const Timestamp now{*parse_day("2025-06-01") + std::chrono::days{step}};
      const Evidence evidence = life.evidence();
      CheckOutcome outcome = check_changes(*rules, evidence, seen, fast, suppressions, now);
      store(fast, outcome.changed);
      seen = std::move(outcome.seen);
      store(slow, settle_flags(slow, naive::evaluate(*rules, evidence), suppressions, now));
      ASSERT_EQ(in_words(fast), in_words(slow)) << "seed " << seed << " step " << step;
      flags_seen += fast.size();
      std::sort(fast.begin(), fast.end(), [](const Flag& a, const Flag& b) { return a.id < b.id; });
      life.review(fast, slow);
    }
  }
  EXPECT_GT(flags_seen, static_cast<std::size_t>(kOrders) * kSteps);
}

TEST(CheckChanges, AsksOnlyAboutTheGroupsOfWhatChanged) {
  const auto rules = worlds::builtin();
  RuleTest world;
  for (int i = 0; i < 200; ++i) {
    TestClaim claim;
    claim.id = fmt::format("c{:03}", i);
    claim.figure = i % 2 == 0 ? "120 killed" : "187 killed";
    claim.claimant = fmt::format("Claimant {}", i);
    claim.question = fmt::format("question {}", i / 4);
    world.claims.push_back(std::move(claim));
  }
  CheckOutcome first = check_changes(*rules, worlds::build(world), {}, {}, {}, Timestamp{});
  EXPECT_EQ(first.asked, 200U);
  EXPECT_GE(first.changed.size(), 50U);
  world.claims[10].figure = "500 killed";
  const CheckOutcome second =
      check_changes(*rules, worlds::build(world), first.seen, first.changed, {}, Timestamp{});
  EXPECT_EQ(second.asked, 4U);
  EXPECT_FALSE(second.changed.empty());
  for (const Flag& flag : second.changed) EXPECT_EQ(flag.question, "question 2") << flag.rule;
  const CheckOutcome third =
      check_changes(*rules, worlds::build(world), second.seen, second.changed, {}, Timestamp{});
  EXPECT_EQ(third.asked, 0U);
}

}  // namespace
}  // namespace claimtrail
