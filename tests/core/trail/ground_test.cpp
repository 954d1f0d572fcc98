#include <gmock/gmock.h>

#include "core/trail/question_ground.h"

#include "tests/core/trail/world.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Five reports on how many troops there are.
class Ground : public ::testing::Test {
 protected:
  void report(const std::string& id, const std::string& outlet, const char* day) {
    world_.report(id, outlet, day);
  }
  void says(const std::string& report, const std::string& claim, int value,
            const std::string& claimant) {
    world_.claim(report, claim, "troops", claimant).claim.figures = {World::figure(value)};
    world_.input.claims.back().figure_questions = {"q"};
  }
  static Independence independence(const Evidence& evidence) {
    return ground_of(evidence, "q").independence;
  }
  World world_;
};

TEST_F(Ground, OneClaimantInThreeReportsIsOneOrigin) {
  report("a", "A", "2025-04-20");
  report("b", "B", "2025-04-21");
  report("c", "C", "2025-04-22");
  report("d", "D", "2025-04-22");
  says("a", "1", 11'000, "Ministry");
  says("b", "2", 11'000, "Ministry");
  says("c", "3", 11'000, "Ministry");
  says("d", "4", 11'000, "Pentagon");
  const Evidence evidence = make_evidence(std::move(world_.input));
  const Independence found = independence(evidence);
  EXPECT_EQ(found.reports, 4U);
  ASSERT_EQ(found.origins.size(), 2U);
  EXPECT_EQ(found.origins[0].name, "Ministry");
  EXPECT_THAT(found.origins[0].reports, ElementsAre("a", "b", "c"));
  EXPECT_THAT(found.origins[0].why, ElementsAre("both rest on Ministry", "both rest on Ministry"));
  EXPECT_EQ(found.origins[1].name, "Pentagon");
  EXPECT_THAT(found.unknown, IsEmpty());
}

TEST_F(Ground, WhatNamesNobodyIsNotCountedAsIndependent) {
  report("a", "A", "2025-04-20");
  report("b", "B", "2025-04-21");
  report("c", "C", "2025-04-21");
  says("a", "1", 11'000, "");
  says("b", "2", 11'000, "officials");
  says("c", "3", 11'000, "");
  world_.input.claims[1].claim.attribution[0].claimants[0].kind = ClaimantKind::anonymous;
  Evidence evidence = make_evidence(std::move(world_.input));
  evidence.reports[2].agencies = {"Reuters"};
  const Independence found = independence(evidence);
  EXPECT_THAT(found.unknown, ElementsAre("a", "b"));
  ASSERT_EQ(found.origins.size(), 1U) << "an agency is a source";
  EXPECT_EQ(found.origins[0].name, "Reuters");
}

TEST_F(Ground, TwoOriginsThatPrintOneAgencyAreOne) {
  report("a", "A", "2025-04-20");
  report("b", "B", "2025-04-21");
  says("a", "1", 11'000, "Ministry");
  says("b", "2", 11'000, "Pentagon");
  Evidence evidence = make_evidence(std::move(world_.input));
  for (ReportEvidence& report : evidence.reports) report.agencies = {"AFP"};
  const Independence found = independence(evidence);
  ASSERT_EQ(found.origins.size(), 1U);
  EXPECT_EQ(found.origins[0].name, "AFP");
  EXPECT_THAT(found.origins[0].why, ElementsAre("both print AFP"));
}

TEST_F(Ground, ACitedReportIsOneOriginWithWhoCitesIt) {
  report("a", "A", "2025-04-20");
  report("b", "B", "2025-04-21");
  report("c", "C", "2025-04-21");
  says("a", "1", 11'000, "Ministry");
  says("b", "2", 11'000, "Pentagon");
  says("c", "3", 11'000, "Seoul");
  world_.input.reports[1].cites = {"https://a.example/"};
  const Independence found = independence(make_evidence(std::move(world_.input)));
  ASSERT_EQ(found.origins.size(), 2U);
  EXPECT_THAT(found.origins[0].reports, ElementsAre("a", "b"));
  EXPECT_THAT(found.origins[0].why, ElementsAre("one cites A"));
}

TEST_F(Ground, BoundsAreFiguresThatSomebodyGives) {
  report("a", "A", "2025-04-20");
  report("b", "B", "2025-04-21");
  report("c", "C", "2025-04-22");
  report("d", "D", "2025-04-23");
  says("a", "1", 9'000, "Ministry");
  says("b", "2", 11'000, "Pentagon");
  says("c", "3", 11'000, "Seoul");
  says("d", "4", 14'000, "Kyiv");
  says("d", "5", 10'000, "Ministry");
  const Evidence evidence = make_evidence(std::move(world_.input));
  const FigureBounds bounds = ground_of(evidence, "q").bounds;
  ASSERT_TRUE(bounds.low && bounds.best_supported && bounds.high);
  EXPECT_EQ(bounds.low->value, "10,000 troops") << "the ministry's newest, not its first";
  EXPECT_THAT(bounds.low->claimants, ElementsAre("Ministry"));
  EXPECT_EQ(bounds.best_supported->value, "11,000 troops");
  EXPECT_THAT(bounds.best_supported->claimants, ElementsAre("Pentagon", "Seoul"));
  EXPECT_EQ(bounds.best_supported->support.origins.size(), 2U);
  EXPECT_EQ(bounds.high->value, "14,000 troops");
  EXPECT_FALSE(ground_of(evidence, "other").bounds.low);
}

TEST_F(Ground, LoopsOfOutletsArePrintedOnceWithTheirWay) {
  report("a", "A", "2025-04-20");
  report("b", "B", "2025-04-20");
  report("c", "C", "2025-04-22");
  report("d", "D", "2025-04-23");
  says("a", "1", 11'000, "B");
  says("b", "2", 11'000, "C");
  says("c", "3", 11'000, "A");
  says("d", "4", 11'000, "Ministry");
  world_.input.reports[3].cites = {"https://a.example/", "https://d.example/"};
  const Evidence evidence = make_evidence(std::move(world_.input));
  const CitationGraph graph = ground_of(evidence, "q").citations;
  ASSERT_EQ(graph.citations.size(), 4U);
  EXPECT_EQ(graph.citations[3].from, "D");
  EXPECT_EQ(graph.citations[3].to, "A");
  EXPECT_THAT(graph.citations[3].reports, ElementsAre("d"));
  ASSERT_EQ(graph.cycles.size(), 1U);
  EXPECT_THAT(graph.cycles[0], ElementsAre("A", "B", "C"));
  ASSERT_EQ(graph.first.size(), 2U) << "both of the first day";
  EXPECT_EQ(graph.first[0].outlet, "A");
  EXPECT_EQ(graph.first[1].outlet, "B");
}

}  // namespace
}  // namespace claimtrail
