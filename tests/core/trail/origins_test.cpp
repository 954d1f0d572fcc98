#include "core/trail/origins.h"

#include <gmock/gmock.h>

#include "tests/core/linking/copies.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Reports on one matter, of an outlet each.
class Origins : public ::testing::Test {
 protected:
  explicit Origins(const std::vector<std::string>& ids = {"a", "b", "c", "d"}) {
    for (const std::string& id : ids) {
      ReportEvidence& report = reports_.emplace_back();
      report.id = id;
      report.url = "https://" + id + ".example/story";
      report.outlet = report.publisher_family = "The " + id;
    }
  }

  std::vector<Origin> found(std::size_t first = 4) {
    std::vector<Origin> origins = find_origins(list(first), &texts_);
    EXPECT_EQ(is_one_origin(list(first), &texts_), origins.size() == 1);
    return origins;
  }
  std::size_t counted(std::size_t first = 4) {
    const std::size_t count = count_origins(list(first), &texts_);
    EXPECT_EQ(is_one_origin(list(first), &texts_), count == 1);
    return count;
  }

  std::vector<const ReportEvidence*> list(std::size_t first) const {
    std::vector<const ReportEvidence*> list;
    for (std::size_t i = 0; i < first; ++i) list.push_back(&reports_[i]);
    return list;
  }

  std::vector<ReportEvidence> reports_;
  KnownTexts texts_;
  Newsroom room_{11};
};

TEST_F(Origins, WhatNothingJoinsStandsAlone) {
  const auto origins = found(2);
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_EQ(origins[0].name, "a");
  EXPECT_THAT(origins[0].collapses, IsEmpty());
  EXPECT_EQ(counted(2), 2U);
}

TEST_F(Origins, NearSameTextsCollapse) {
  const auto story = room_.story(300);
  texts_.add("a", Newsroom::text(story));
  texts_.add("b", Newsroom::text(room_.edited(story, 5)));
  texts_.add("c", Newsroom::text({story.begin(), story.begin() + 120}));
  texts_.add("d", Newsroom::text(room_.story(300)));
  const auto origins = found();
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_THAT(origins[0].reports, ElementsAre(0, 1, 2));
  EXPECT_EQ(origins[0].collapses[0].reason, CollapseReason::same_text);
  EXPECT_THAT(origins[0].collapses[0].why,
              ::testing::MatchesRegex("9. % of the words of The [ab] stand in the other"));
  EXPECT_EQ(counted(), 2U);
  EXPECT_THAT(find_origins(list(4), nullptr), SizeIs(4)) << "no texts, no copies";
}

TEST_F(Origins, WordForWordTheSameCollapsesHoweverShort) {
  for (const char* id : {"a", "b"}) texts_.add(id, "The dam holds.");
  const auto origins = found(2);
  ASSERT_THAT(origins, SizeIs(1));
  EXPECT_EQ(origins[0].collapses[0].why, "the same text");
}

TEST_F(Origins, AnExcerptDoesNotCollapse) {
  const auto shared = room_.story(60);
  for (const char* id : {"a", "b"}) {
    auto story = room_.story(240);
    story.insert(story.begin() + 90, shared.begin(), shared.end());
    texts_.add(id, Newsroom::text(story));
  }
  EXPECT_THAT(found(2), SizeIs(2));
  EXPECT_EQ(counted(2), 2U);
}

/// Says when it is asked.
class AskedTexts : public ReportTexts {
 public:
  std::shared_ptr<const TextShingles> of(const std::string&) override {
    ++asked;
    return nullptr;
  }
  int asked = 0;
};

TEST_F(Origins, TextsAreReadOnlyWhereTheyCanMatter) {
  AskedTexts texts;
  reports_[0].agencies = reports_[1].agencies = {"AFP"};
  EXPECT_EQ(count_origins(list(2), &texts), 1U);
  EXPECT_EQ(texts.asked, 0);
  EXPECT_EQ(count_origins(list(3), &texts), 2U);
  EXPECT_EQ(texts.asked, 3);
}

TEST_F(Origins, ACanonicalAddressElsewhereCollapses) {
  reports_[1].is_based_on = reports_[0].url;
  reports_[2].is_based_on = reports_[3].is_based_on = "https://wire.example/unseen";
  const auto origins = found();
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_THAT(origins[0].reports, ElementsAre(0, 1));
  EXPECT_THAT(origins[1].reports, ElementsAre(2, 3));
  EXPECT_EQ(origins[1].collapses[0].reason, CollapseReason::based_on);
  EXPECT_EQ(counted(), 2U);
}

TEST_F(Origins, TheSameWireCollapses) {
  reports_[0].agencies = {"AFP", "Reuters"};
  reports_[1].agencies = {"Reuters"};
  const auto origins = found(3);
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_EQ(origins[0].name, "Reuters");
  EXPECT_EQ(origins[0].collapses[0].why, "both print Reuters");
}

TEST_F(Origins, WhoIsCitedCollapses) {
  reports_[1].cites = {"a"};
  reports_[2].cites = reports_[3].cites = {"elsewhere"};
  const auto origins = found();
  ASSERT_THAT(origins, SizeIs(2));
  EXPECT_EQ(origins[0].collapses[0].reason, CollapseReason::cited);
  EXPECT_EQ(origins[0].collapses[0].why, "one cites The a");
  EXPECT_EQ(origins[1].collapses[0].why, "both cite elsewhere");
}

TEST_F(Origins, FamiliesAndSyndicationCollapse) {
  reports_[1].publisher_family = reports_[0].publisher_family;
  reports_[2].syndicated_from = "the B";
  const auto origins = found(3);
  ASSERT_THAT(origins, SizeIs(1));
  EXPECT_THAT(origins[0].collapses, SizeIs(2)) << "each says why";
  EXPECT_EQ(origins[0].collapses[0].reason, CollapseReason::syndicated);
  EXPECT_EQ(origins[0].collapses[1].reason, CollapseReason::same_family);
  EXPECT_EQ(counted(3), 1U);
}

TEST_F(Origins, AreCountedAsTheyAreFound) {
  const auto story = room_.story(120);
  std::size_t joined = 0;
  for (int round = 0; round < 40; ++round) {
    KnownTexts texts;
    for (ReportEvidence& report : reports_) {
      report.agencies.clear();
      report.cites.clear();
      if (room_.number(4) == 0) report.agencies = {"AFP"};
      if (room_.number(4) == 0) report.cites = {reports_[room_.number(4)].id};
      if (room_.number(2) == 0) texts.add(report.id, Newsroom::text(room_.edited(story, 30)));
    }
    const auto origins = find_origins(list(4), &texts);
    EXPECT_EQ(count_origins(list(4), &texts), origins.size());
    joined += 4 - origins.size();
  }
  EXPECT_GT(joined, 20U);
}

TEST_F(Origins, TheOrderGivenChangesNothing) {
  reports_[3].is_based_on = reports_[1].url;
  reports_[0].agencies = reports_[1].agencies = {"AFP"};
  const auto forward = found();
  std::reverse(reports_.begin(), reports_.end());
  const auto backward = found();
  ASSERT_EQ(forward.size(), 2U);
  ASSERT_EQ(backward.size(), 2U);
  EXPECT_THAT(forward[0].reports, ElementsAre(0, 1, 3));
  EXPECT_THAT(backward[0].reports, ElementsAre(0, 2, 3));
  EXPECT_EQ(forward[0].name, backward[0].name);
}

}  // namespace
}  // namespace claimtrail
