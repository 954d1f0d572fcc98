// The dynamic oracle: following steps of cost zero gives the tree; a step of cost n loses n arcs.
#include "core/syntax/train/oracle.h"

#include <random>

#include <gtest/gtest.h>

#include "core/syntax/train/examples.h"

namespace claimtrail::train {
namespace {

std::vector<std::int16_t> random_tree(std::size_t size, std::mt19937& random) {
  ParseState state;
  state.start(static_cast<int>(size));
  while (!state.finished()) {
    const auto step = static_cast<Step>(random() % kSteps);
    if (state.allows(step)) state.apply(step);
  }
  std::vector<std::int16_t> heads;
  for (std::size_t i = 0; i < size; ++i) heads.push_back(state.nodes[i].head);
  return heads;
}

int wrong_heads(const ParseState& state, const std::vector<std::int16_t>& heads) {
  int wrong = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) wrong += state.nodes[i].head != heads[i];
  return wrong;
}

void follow(ParseState& state, const std::vector<std::int16_t>& heads) {
  while (!state.finished()) {
    int costs[kSteps];
    step_costs(state, heads, costs);
    int best = -1;
    for (int k = 0; k < kSteps; ++k) {
      if (state.allows(static_cast<Step>(k)) && (best < 0 || costs[k] < costs[best])) best = k;
    }
    state.apply(static_cast<Step>(best));
  }
}

TEST(Oracle, StepsWithoutCostGiveTheTree) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const auto heads = random_tree(1 + random() % 25, random);
    ParseState state;
    state.start(static_cast<int>(heads.size()));
    follow(state, heads);
    EXPECT_EQ(wrong_heads(state, heads), 0);
  }
}

TEST(Oracle, EveryTreeHasOneRoot) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    const auto heads = random_tree(1 + random() % 25, random);
    EXPECT_EQ(std::count(heads.begin(), heads.end(), static_cast<std::int16_t>(heads.size())), 1);
  }
}

TEST(Projective, ACrossingArcIsLifted) {
  // Token 1 hangs on 3 across the arc from 0 to 2, the root: it goes up to 3's head.
  std::vector<std::int16_t> heads = {2, 3, 4, 2};
  make_projective(heads);
  EXPECT_EQ(heads, (std::vector<std::int16_t>{2, 2, 4, 2}));
}

TEST(Projective, ATreeWithoutCrossingsStays) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const auto heads = random_tree(1 + random() % 25, random);
    auto lifted = heads;
    make_projective(lifted);
    EXPECT_EQ(lifted, heads);
  }
}

}  // namespace
}  // namespace claimtrail::train
