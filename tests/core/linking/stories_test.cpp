#include "core/linking/stories.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "core/linking/average_linkage.h"
#include "core/linking/similarity.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;

struct Told {
  const char* id;
  const char* day;
  const char* words;
};

const std::vector<Told> kTold{
    {"a", "2025-04-01", "Fire destroys old mill in Wlen, mayor Roth says arson is likely"},
    {"b", "2025-04-02", "Mill fire in Wlen: arson suspected, says mayor Roth"},
    {"c", "2025-04-02", "Ferry sinks on the Odra near Brzeg, two sailors missing"},
    {"d", "2025-04-03", "Search goes on for two sailors after Odra ferry accident near Brzeg"},
    {"e", "2025-06-30", "Fire destroys old mill in Wlen, mayor Roth says arson is likely"},
};

std::vector<std::size_t> stories_of(const std::vector<Told>& told) {
  std::vector<std::vector<std::string>> documents;
  for (const Told& each : told) documents.push_back(content_words(each.words));
  const WordWeights weights(documents);
  std::vector<StoryReport> reports;
  for (std::size_t i = 0; i < told.size(); ++i) {
    reports.push_back({told[i].id, parse_day(told[i].day), weights.vector(documents[i])});
  }
  return find_stories(reports);
}

TEST(Stories, ReportsOfOneHappeningAreOneStory) {
  EXPECT_THAT(stories_of(kTold), ElementsAre(0, 0, 2, 2, 4)) << "months later it is another fire";
}

TEST(Stories, AnUndatedReportMayBelongToAnyDay) {
  std::vector<Told> told = kTold;
  told[4].day = "";
  EXPECT_EQ(stories_of(told)[4], 0U);
}

TEST(Stories, TheOrderOfReportsChangesNothing) {
  std::mt19937 random(11);
  std::vector<Told> told = kTold;
  for (int round = 0; round < 40; ++round) {
    std::shuffle(told.begin(), told.end(), random);
    const auto story = stories_of(told);
    const auto of = [&](const std::string& id) {
      for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i].id == id) return story[i];
      }
      return told.size();
    };
    EXPECT_EQ(of("a"), of("b"));
    EXPECT_EQ(of("c"), of("d"));
    EXPECT_NE(of("a"), of("c"));
    EXPECT_NE(of("a"), of("e"));
  }
}

TEST(AverageLinkage, OneThatResemblesTwoGroupsDoesNotChainThem) {
  Likeness alike(5);
  const auto put = [&](std::size_t a, std::size_t b, double how) {
    alike[a][b] = alike[b][a] = how;
  };
  put(0, 1, 0.9);
  put(3, 4, 0.9);
  put(1, 2, 0.6);
  put(2, 3, 0.6);
  put(0, 2, 0.3);
  EXPECT_THAT(average_linkage(alike, 0.4), ElementsAre(0, 0, 0, 3, 3));
  EXPECT_THAT(average_linkage(alike, 0.95), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(average_linkage({}, 0.5), ::testing::IsEmpty());
}

TEST(WordWeights, RareWordsTellMore) {
  const WordWeights weights({{"fire", "mill"}, {"fire", "ferry"}, {"fire", "mill"}});
  const WordVector vector = weights.vector({"fire", "ferry", "unheard"});
  ASSERT_EQ(vector.size(), 2U);
  EXPECT_GT(vector[0].weight, vector[1].weight) << "ferry stands before fire";
  EXPECT_NEAR(cosine(vector, vector), 1, 1e-12);
  EXPECT_EQ(cosine(vector, weights.vector({"mill"})), 0);
}

}  // namespace
}  // namespace claimtrail
