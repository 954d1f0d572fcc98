#include "cli/review/claimants.h"

#include <set>

#include <gmock/gmock.h>

#include "cli/desk/gather.h"
#include "cli/review/decide.h"
#include "tests/cli/provenance/small_world.h"
#include "tests/cli/review/scripted_console.h"
#include "tests/support/fake_clock.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The small world with a report that quotes "Mara Voss" and one that quotes "Voss" alone.
class ReviewClaimants : public ::testing::Test {
 protected:
  ReviewClaimants() {
    add("full", "Mara Voss");
    add("short", "Voss");
  }

  void add(const std::string& report, const std::string& name) {
    const std::string text = name + " said the sluice held all night.";
    Claim claim = SmallWorld::claim(
        text, {report + "-claim", "the sluice held all night", name, "said", Manner::indirect});
    Claimant& claimant = claim.attribution[0].claimants[0];
    claimant = {"id of " + name, name, ClaimantKind::named_person};
    world_.add_report(report, "Coast Journal", name + " speaks", "2025-04-27", text, {claim});
  }

  std::string code(const MergeRequest& request) {
    const auto review = decide_merge(world_.store(), request, SmallWorld::now());
    return review ? std::string() : review.error().code;
  }

  /// Ids of the claimants that the readings of the two reports are judged by.
  std::set<std::string> judged() {
    std::set<std::string> ids;
    const Evidence evidence = gather(world_.store(), world_.desk());
    for (const Reading& reading : evidence.readings) {
      const std::string& report = evidence.reports[reading.report].id;
      if (report == "full" || report == "short") ids.insert(reading.claimant_id);
    }
    return ids;
  }

  WalkSummary walk(ScriptedConsole& console) {
    const Terminal terminal(ColourChoice::never);
    const FakeClock clock("2025-04-28T10:00:00Z");
    return walk_claimants(world_.store(), console, terminal, clock, "kim");
  }

  SmallWorld world_;
  MergeRequest merge_{"id of Voss", "id of Mara Voss", true, "", "kim"};
};

TEST_F(ReviewClaimants, SuggestsWhatLooksLikeOne) {
  const auto suggestions = open_suggestions(world_.store());
  ASSERT_THAT(suggestions, SizeIs(1));
  EXPECT_EQ(suggestions[0].variant.name, "Voss");
  EXPECT_EQ(suggestions[0].fuller.name, "Mara Voss");
}

TEST_F(ReviewClaimants, AMergeIsAReviewAndChangesWhoIsJudged) {
  EXPECT_THAT(judged(), SizeIs(2));
  EXPECT_EQ(code(merge_), "");
  EXPECT_THAT(judged(), testing::ElementsAre("id of Mara Voss"));
  EXPECT_THAT(open_suggestions(world_.store()), IsEmpty());
  const auto reviews = world_.store().reviews_of("claimant", "id of Voss");
  ASSERT_THAT(reviews, SizeIs(1));
  EXPECT_EQ(reviews[0].action, "merge");
  EXPECT_EQ(reviews[0].after, "id of Mara Voss");
  EXPECT_EQ(reviews[0].by, "kim");
}

TEST_F(ReviewClaimants, StoredClaimsKeepTheNameTheyWereReadWith) {
  EXPECT_EQ(code(merge_), "");
  const auto claims = world_.store().claims({.claimant = "id of Voss"});
  ASSERT_THAT(claims, SizeIs(1));
  EXPECT_EQ(claims[0].claim.attribution[0].claimants[0].name, "Voss");
}

TEST_F(ReviewClaimants, UndoSetsThemApartAgain) {
  const auto review = decide_merge(world_.store(), merge_, SmallWorld::now());
  ASSERT_TRUE(review);
  ASSERT_TRUE(undo(world_.store(), review->id, "kim", "", SmallWorld::now()));
  EXPECT_THAT(judged(), SizeIs(2));
  EXPECT_THAT(open_suggestions(world_.store()), SizeIs(1));
  EXPECT_EQ(last_decision(world_.store(), "claimant", "id of Voss"), "");
}

TEST_F(ReviewClaimants, ApartIsNotSuggestedAgain) {
  MergeRequest apart = merge_;
  apart.same = false;
  EXPECT_EQ(code(apart), "no-reason");
  apart.reason = "two sisters";
  EXPECT_EQ(code(apart), "");
  EXPECT_THAT(open_suggestions(world_.store()), IsEmpty());
  EXPECT_THAT(judged(), SizeIs(2));
  EXPECT_EQ(code(apart), "already");
}

TEST_F(ReviewClaimants, RefusesWhatCannotBe) {
  MergeRequest wrong = merge_;
  wrong.into = "id of nobody";
  EXPECT_EQ(code(wrong), "no-such-claimant");
  wrong = merge_;
  wrong.by.clear();
  EXPECT_EQ(code(wrong), "no-reviewer");
  wrong = merge_;
  wrong.into = wrong.variant;
  EXPECT_EQ(code(wrong), "already");
  EXPECT_EQ(code(merge_), "");
  EXPECT_EQ(code(merge_), "already");
  EXPECT_EQ(code({"id of Mara Voss", "id of Voss", true, "", "kim"}), "already") << "a circle";
}

TEST_F(ReviewClaimants, WalkShowsWhatBothSaid) {
  ScriptedConsole console({"q"});
  (void)walk(console);
  EXPECT_THAT(console.shown, HasSubstr("Claimants 1 of 1  one or two?"));
  EXPECT_THAT(console.shown, HasSubstr("Mara Voss  named_person, 1 claim in 1 outlet"));
  EXPECT_THAT(console.shown, HasSubstr("»the sluice held all night« Coast Journal"));
  EXPECT_THAT(console.shown, HasSubstr("They may be one: Voss has the surname alone."));
}

TEST_F(ReviewClaimants, WalkDecidesByKeys) {
  ScriptedConsole console({"a", "", "u", "x", "", "x", "sisters", "?", "z", "q"});
  const WalkSummary summary = walk(console);
  EXPECT_EQ(summary.decided, 1);
  EXPECT_EQ(summary.left, 0);
  EXPECT_THAT(console.shown, HasSubstr("They count as one from now on."));
  EXPECT_THAT(console.shown, HasSubstr("Taken back."));
  EXPECT_THAT(console.shown, HasSubstr("Nothing was decided."));
  EXPECT_THAT(console.shown, HasSubstr("They stay apart."));
  EXPECT_THAT(judged(), SizeIs(2));
}

TEST_F(ReviewClaimants, WalkSaysWhenThereIsNothing) {
  EXPECT_EQ(code(merge_), "");
  ScriptedConsole console({});
  (void)walk(console);
  EXPECT_EQ(console.shown, "No two claimants look like one.\n");
}

}  // namespace
}  // namespace claimtrail
