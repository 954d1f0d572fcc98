#include "core/trail/claimant_merges.h"

#include <gmock/gmock.h>

#include "tests/core/trail/world.h"

namespace claimtrail {
namespace {

Review decision(const std::string& id, const std::string& subject, const std::string& action,
                const std::string& after, const std::string& undoes = {}) {
  Review review;
  review.id = id;
  review.subject_kind = "claimant";
  review.subject = subject;
  review.action = action;
  review.after = after;
  review.undoes = undoes;
  return review;
}

TEST(ClaimantMerges, GoThroughToTheLast) {
  const ClaimantMerges merges({decision("1", "a", "merge", "b"), decision("2", "b", "merge", "c")});
  EXPECT_EQ(merges.counts_as("a"), "c");
  EXPECT_EQ(merges.counts_as("b"), "c");
  EXPECT_EQ(merges.counts_as("c"), "c");
  EXPECT_EQ(merges.counts_as("d"), "d");
  EXPECT_TRUE(merges.decided("c", "a"));
  EXPECT_FALSE(merges.decided("a", "d"));
}

TEST(ClaimantMerges, OneThatWasTakenBackCountsNoMore) {
  const ClaimantMerges merges(
      {decision("1", "a", "merge", "b"), decision("2", "a", "undo", "", "1")});
  EXPECT_TRUE(merges.empty());
  EXPECT_FALSE(merges.decided("a", "b"));
}

TEST(ClaimantMerges, ApartIsADecisionToo) {
  const ClaimantMerges merges({decision("1", "a", "apart", "b")});
  EXPECT_TRUE(merges.empty());
  EXPECT_TRUE(merges.decided("b", "a"));
  EXPECT_EQ(merges.counts_as("a"), "a");
}

TEST(ClaimantMerges, ACircleMergesNothing) {
  const ClaimantMerges merges({decision("1", "a", "merge", "b"), decision("2", "b", "merge", "a")});
  EXPECT_EQ(merges.counts_as("a"), "a");
  EXPECT_EQ(merges.counts_as("b"), "b");
}

TEST(ClaimantMerges, ReviewsOfOtherThingsAreNone) {
  Review review = decision("1", "a", "merge", "b");
  review.subject_kind = "question";
  EXPECT_TRUE(ClaimantMerges({review}).empty());
}

TEST(ClaimantMerges, AreAppliedToEveryHopOnce) {
  World world;
  world.report("r", "Post", "2025-04-26");
  world.claim("r", "1", "it held", "Roth");
  world.claim("r", "2", "it broke", "Ann Roth");
  std::vector<StoredClaim> claims = world.input.claims;
  const std::string roth = claims[0].claim.attribution[0].claimants[0].id;
  const Claimant ann = claims[1].claim.attribution[0].claimants[0];
  claims[0].claim.attribution[0].claimants.push_back(ann);
  const std::vector<StoredClaim> named = claims;
  ClaimantMerges({decision("1", roth, "merge", ann.id)}).apply(claims, claimants_named(named));
  EXPECT_THAT(claims[0].claim.attribution[0].claimants, testing::ElementsAre(ann));
  EXPECT_THAT(claims[1].claim.attribution[0].claimants, testing::ElementsAre(ann));
  claims = named;
  ClaimantMerges({decision("1", roth, "merge", "nobody")}).apply(claims, claimants_named(named));
  EXPECT_EQ(claims[0].claim.attribution[0].claimants[0].id, roth);
}

}  // namespace
}  // namespace claimtrail
