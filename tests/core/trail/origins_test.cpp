#include "core/trail/origins.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

OriginReport report(const std::string& id) {
  OriginReport made;
  made.id = id;
  made.url = "https://" + id + ".example/story";
  made.outlet = "The " + id;
  made.publisher_family = made.outlet;
  return made;
}

TEST(Origins, WhatNothingJoinsStandsAlone) {
  const auto origins = find_origins({report("a"), report("b")}, {});
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_EQ(origins[0].name, "a");
  EXPECT_THAT(origins[0].collapses, IsEmpty());
}

TEST(Origins, CopiesCollapseAndExcerptsDoNot) {
  const auto origins = find_origins(
      {report("a"), report("b"), report("c")},
      {{0, 1, CopyKind::near_same, 0.93, 0.8, 90}, {1, 2, CopyKind::excerpt, 0.2, 0.3, 60}});
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_THAT(origins[0].reports, ElementsAre(0, 1));
  ASSERT_THAT(origins[0].collapses, SizeIs(1));
  EXPECT_EQ(origins[0].collapses[0].reason, CollapseReason::same_text);
  EXPECT_EQ(origins[0].collapses[0].why, "93 % of the words of The a stand in the other");
}

TEST(Origins, ACanonicalAddressElsewhereCollapses) {
  std::vector<OriginReport> reports{report("a"), report("b"), report("c"), report("d")};
  reports[1].is_based_on = reports[0].url;
  reports[2].is_based_on = reports[3].is_based_on = "https://wire.example/unseen";
  const auto origins = find_origins(reports, {});
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_THAT(origins[0].reports, ElementsAre(0, 1));
  EXPECT_THAT(origins[1].reports, ElementsAre(2, 3));
  EXPECT_EQ(origins[1].collapses[0].reason, CollapseReason::based_on);
}

TEST(Origins, TheSameWireCollapsesAndAContributionDoesNot) {
  std::vector<OriginReport> reports{report("a"), report("b"), report("c")};
  reports[0].credits = {{"Reuters", CreditPlace::dateline, {}}};
  reports[1].credits = {{"Reuters", CreditPlace::byline, {}}};
  reports[2].credits = {{"Reuters", CreditPlace::contribution, {}}};
  const auto origins = find_origins(reports, {});
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_EQ(origins[0].name, "Reuters");
  EXPECT_EQ(origins[0].collapses[0].why, "both print Reuters");
}

TEST(Origins, FamiliesAndSyndicationCollapse) {
  std::vector<OriginReport> reports{report("a"), report("b"), report("c")};
  reports[1].publisher_family = reports[0].publisher_family;
  reports[2].syndicated_from = "the B";
  const auto origins = find_origins(reports, {});
  ASSERT_THAT(origins, SizeIs(1));
  EXPECT_THAT(origins[0].collapses, SizeIs(2)) << "each says why";
  EXPECT_EQ(origins[0].collapses[0].reason, CollapseReason::syndicated);
  EXPECT_EQ(origins[0].collapses[1].reason, CollapseReason::same_family);
}

TEST(Origins, TheOrderGivenChangesNothing) {
  std::vector<OriginReport> reports{report("a"), report("b"), report("c"), report("d")};
  reports[3].is_based_on = reports[1].url;
  reports[0].credits = reports[1].credits = {{"AFP", CreditPlace::dateline, {}}};
  std::vector<OriginReport> reversed(reports.rbegin(), reports.rend());
  const auto forward = find_origins(reports, {});
  const auto backward = find_origins(reversed, {});
  ASSERT_EQ(forward.size(), 2U);
  ASSERT_EQ(backward.size(), 2U);
  EXPECT_THAT(forward[0].reports, ElementsAre(0, 1, 3));
  EXPECT_THAT(backward[0].reports, ElementsAre(0, 2, 3));
  EXPECT_EQ(forward[0].name, backward[0].name);
}

}  // namespace
}  // namespace claimtrail
