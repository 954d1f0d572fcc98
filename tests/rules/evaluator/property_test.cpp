#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/naive_evaluator.h"
#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

constexpr int kWorlds = 150;
constexpr int kClaims = 16;

// Every match key, yielding in chains, exceptions with values, and conditions of one side only.
constexpr const char* kMixedPack = R"yaml(
schema: claimtrail-rules/1
rules:
  - id: far
    title: Far apart
    scope: pair
    match: {group_by: [question], window: {field: as_of, days: 3}}
    where: "ratio(a.figure, b.figure) >= 3 or a.block == 'headline' and disjoint(a.figure, b.figure)"
    message: "{a.figure} {b.figure}"
  - id: apart
    title: Apart
    scope: pair
    yields_to: [far]
    match: {group_by: [question], window: {field: published, days: 6}, distinct: outlet}
    where: "disjoint(a.figure, b.figure)"
    severity_when: [{if: "a.hedge == 'denied'", then: error}, {if: a.attributed, then: info}]
    exceptions: [{name: known, fields: [a.claimant, b.claimant], op: eq, values: [[Mayor, Police]]}]
    message: "{a.figure} {b.figure}"
  - id: any-two
    title: Any two of a question
    scope: pair
    yields_to: [apart, far]
    match: {group_by: [question]}
    position: claimant
    where: "a.attributed and not b.attributed"
    message: "{a.claimant} {b.outlet}"
  - id: headline
    title: A claim of a headline
    scope: claim
    position: claimant
    where: "block == 'headline'"
    message: "{exact}"
)yaml";

std::vector<std::string> sorted_words(const std::vector<RaisedFlag>& flags) {
  std::vector<std::string> words = worlds::in_words(flags);
  std::sort(words.begin(), words.end());
  return words;
}

void expect_like_naive(const RuleSet& rules, unsigned seed) {
  std::size_t flags_seen = 0;
  for (unsigned i = 0; i < kWorlds; ++i) {
    std::mt19937 random(seed + i);
    const Evidence evidence = worlds::build(worlds::random_world(random, kClaims));
    const std::vector<RaisedFlag> fast = evaluate(rules, evidence);
    flags_seen += fast.size();
    ASSERT_EQ(sorted_words(fast), sorted_words(naive::evaluate(rules, evidence)))
        << "seed " << seed + i;
  }
  EXPECT_GT(flags_seen, kWorlds / 2U) << "the worlds are too quiet to prove anything";
}

TEST(Evaluator, SaysWhatASlowEvaluatorSaysForTheBuiltinRules) {
  expect_like_naive(*worlds::builtin(), 1000);
}

TEST(Evaluator, SaysWhatASlowEvaluatorSaysForAMixedPack) {
  expect_like_naive(*worlds::rules(kMixedPack), 5000);
}

TEST(Evaluator, DoesNotDependOnTheOrderOfItsInput) {
  const auto rules = worlds::builtin();
  const auto mixed = worlds::rules(kMixedPack);
  for (unsigned i = 0; i < kWorlds; ++i) {
    std::mt19937 random(9000 + i);
    Evidence evidence = worlds::build(worlds::random_world(random, 2 * kClaims));
    const std::vector<std::string> before = worlds::in_words(evaluate(*rules, evidence));
    const std::vector<std::string> mixed_before = worlds::in_words(evaluate(*mixed, evidence));
    evidence = worlds::shuffled(std::move(evidence), random);
    ASSERT_EQ(worlds::in_words(evaluate(*rules, evidence)), before) << "seed " << 9000 + i;
    ASSERT_EQ(worlds::in_words(evaluate(*mixed, evidence)), mixed_before) << "seed " << 9000 + i;
  }
}

// Enough pairs that the evaluator stops asking about most of them.
TEST(Evaluator, SaysWhatASlowEvaluatorSaysWhereMostPairsChangeNothing) {
  const auto rules = worlds::builtin();
  for (unsigned i = 0; i < 3; ++i) {
    std::mt19937 random(70 + i);
    RuleTest world = worlds::random_world(random, 60);
    for (TestClaim& claim : world.claims) {
      claim.question = claim.figure.empty() ? "" : "once";
      claim.as_of.reset();
      claim.hedge = Hedge::asserted;
    }
    const Evidence evidence = worlds::build(world);
    EXPECT_EQ(sorted_words(evaluate(*rules, evidence)),
              sorted_words(naive::evaluate(*rules, evidence)));
  }
}

}  // namespace
}  // namespace claimtrail
