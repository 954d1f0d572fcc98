#include "core/trail/evidence.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/core/trail/world.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Reading& statement_of(const Evidence& evidence, const std::string& claim) {
  const auto found = std::find_if(
      evidence.readings.begin(), evidence.readings.end(),
      [&](const Reading& reading) { return reading.claim().id == claim && reading.figure == -1; });
  EXPECT_NE(found, evidence.readings.end()) << claim;
  return *found;
}

TEST(Evidence, NamesTheClaimantOrTheOutlet) {
  World world;
  world.report("r", "Podil Chronicle", "2025-04-26");
  world.claim("r", "said", "The dam cracked", "Ministry");
  world.claim("r", "own", "The bridge is shut");
  world.claim("r", "unnamed", "It is said that the mine flooded", "x")
      .claim.attribution[0]
      .claimants.clear();
  const Evidence evidence = make_evidence(std::move(world.input));
  EXPECT_EQ(statement_of(evidence, "said").claimant, "Ministry");
  EXPECT_TRUE(statement_of(evidence, "said").attributed);
  EXPECT_EQ(statement_of(evidence, "own").claimant, "Podil Chronicle");
  EXPECT_FALSE(statement_of(evidence, "own").attributed);
  EXPECT_EQ(statement_of(evidence, "unnamed").claimant_id, "unnamed");
}

TEST(Evidence, EachFigureIsAReadingWithItsOwnQuestionAndDays) {
  World world;
  world.report("r", "Outlet", "2025-04-26");
  StoredClaim& claim = world.claim("r", "c", "killed 120 and injured 300", "Ministry");
  claim.claim.figures = {World::figure(120), World::figure(300)};
  claim.claim.figures[0].as_of = AsOf{{*parse_day("2025-04-25"), *parse_day("2025-04-26")}, "", {}};
  claim.figure_questions = {"killed", "injured"};
  const Evidence evidence = make_evidence(std::move(world.input));
  ASSERT_EQ(evidence.readings.size(), 3U);
  EXPECT_EQ(evidence.readings[0].figure, -1);
  EXPECT_EQ(evidence.readings[1].question, "killed");
  EXPECT_TRUE(evidence.readings[1].as_of);
  EXPECT_EQ(evidence.readings[2].question, "injured");
  EXPECT_FALSE(evidence.readings[2].as_of);
}

TEST(Evidence, LeavesOutGoneAndRejectedClaims) {
  World world;
  world.report("r", "Outlet", "2025-04-26");
  world.claim("r", "gone", "The dam cracked").gone_since = Timestamp{};
  world.claim("r", "rejected", "The dam cracked").review_state = "rejected";
  EXPECT_THAT(make_evidence(std::move(world.input)).readings, IsEmpty());
}

TEST(Evidence, GroupsAreThoseTheClaimsName) {
  World world;
  world.report("a", "A", "2025-04-26");
  StoredClaim& shared = world.claim("a", "1", "the mill has completely failed", "Owner");
  shared.claim.manner = Manner::direct;
  shared.quote_group = shared.statement_group = "0";
  world.claim("a", "2", "boasted that \"the mill has totally failed\"", "Owner").claim.manner =
      Manner::mixed;
  StoredClaim& opinion = world.claim("a", "3", "the mill has failed", "Owner");
  opinion.claim.checkable = false;
  const Evidence evidence = make_evidence(std::move(world.input));
  EXPECT_EQ(statement_of(evidence, "1").quote_group, "0");
  EXPECT_EQ(statement_of(evidence, "1").statement_group, "0");
  EXPECT_EQ(statement_of(evidence, "2").quote_group, "2") << "a quotation of its own";
  EXPECT_EQ(statement_of(evidence, "2").quote, "the mill has totally failed");
  EXPECT_EQ(statement_of(evidence, "2").statement_group, "2");
  EXPECT_EQ(statement_of(evidence, "3").quote_group, "") << "not in quotation marks";
  EXPECT_EQ(statement_of(evidence, "3").statement_group, "") << "an opinion states nothing";
}

TEST(Evidence, WhatAnOutletQuotesInItsOwnSentenceIsAQuotation) {
  World world;
  world.report("a", "A", "2025-04-26");
  world.claim("a", "1", "The mill closed over what it called \"a failure of the whole valley\"", "")
      .claim.manner = Manner::unattributed;
  world.claim("a", "2", "The mill closed in 1950", "").claim.manner = Manner::unattributed;
  const Evidence evidence = make_evidence(std::move(world.input));
  EXPECT_EQ(statement_of(evidence, "1").quote, "a failure of the whole valley");
  EXPECT_TRUE(statement_of(evidence, "2").quote.empty());
}

TEST(Evidence, CitesResolveToKnownReports) {
  World world;
  world.report("a", "A", "2025-04-26").cites = {"https://b.example/", "https://elsewhere.example/"};
  world.report("b", "B", "2025-04-26");
  const Evidence evidence = make_evidence(std::move(world.input));
  EXPECT_THAT(evidence.reports[0].cites, ElementsAre("b"));
}

TEST(Evidence, TellsWhatChangedBetweenRevisions) {
  World world;
  world.report("r", "Outlet", "2025-04-26");
  StoredClaim before = world.claim("r", "c", "about 600 troops fell", "Lawmaker");
  before.claim.figures = {World::figure(600)};
  StoredClaim after = before;
  after.exact = "about 1,000 troops fell";
  after.claim.figures = {World::figure(1000)};
  after.claim.attribution[0].claimants[0].name = "Agency";
  StoredClaim lost = world.claim("r", "lost", "The bridge is shut");
  world.input.histories["r"] = {{"one", Timestamp{}, "", {before, lost}},
                                {"two", Timestamp{}, "", {after}}};
  const Evidence evidence = make_evidence(std::move(world.input));
  std::vector<std::string> kinds;
  for (const RevisionChange& change : evidence.changes) {
    kinds.push_back(change.kind);
    EXPECT_FALSE(change.noted);
  }
  EXPECT_THAT(kinds, ElementsAre("figure", "claimant", "removed"));
  EXPECT_EQ(evidence.changes[1].was, "Lawmaker");
  EXPECT_EQ(evidence.changes[1].is, "Agency");
}

TEST(Evidence, ACorrectionNoteIsSeen) {
  World world;
  world.report("r", "Outlet", "2025-04-26");
  StoredClaim before = world.claim("r", "c", "18 villages", "Staff");
  before.claim.figures = {World::figure(18)};
  StoredClaim after = before;
  after.claim.figures = {World::figure(8)};
  world.input.histories["r"] = {{"one", Timestamp{}, "", {before}},
                                {"two", Timestamp{}, "Correction: eight, not 18.", {after}}};
  const Evidence evidence = make_evidence(std::move(world.input));
  ASSERT_EQ(evidence.changes.size(), 1U);
  EXPECT_TRUE(evidence.changes[0].noted);
  EXPECT_TRUE(evidence.reports[0].has_note);
}

}  // namespace
}  // namespace claimtrail
