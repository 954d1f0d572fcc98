#include "rules/evaluator/window.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

/// Whether two figures of one question meet in a window on as_of.
bool meet(const std::string& behaves, const std::string& a, const std::string& b,
          const std::string& window = "field: as_of", bool declared = true) {
  Evidence evidence = worlds::evidence(fmt::format(R"yaml(
questions: [{{id: q, behaves: {}, window: 10}}]
claims:
  - {{id: a, question: q, claimant: A, {}}}
  - {{id: b, question: q, claimant: B, {}}}
)yaml",
                                                   behaves, a, b));
  evidence.questions.front().declared = declared;
  const auto rules = worlds::rules(fmt::format(R"yaml(
schema: claimtrail-rules/1
rules:
  - id: r
    title: R
    scope: pair
    match: {{group_by: [question], window: {{{}}}}}
    where: "a.figure != b.figure"
    message: "{{a.figure}}"
)yaml",
                                               window));
  const World world(evidence);
  const Facts* first = nullptr;
  const Facts* second = nullptr;
  for (const Facts& facts : world.facts) {
    if (facts.reading->figure < 0) continue;
    (facts.reading->claim().id == "a" ? first : second) = &facts;
  }
  const bool forward = in_window(rules->rules()[0], *first, *second);
  EXPECT_EQ(forward, in_window(rules->rules()[0], *second, *first)) << "must be symmetric";
  return forward;
}

TEST(Window, PointComparesWithinTheQuestionsWindow) {
  EXPECT_TRUE(meet("point", "figure: 10 killed, as_of: 2025-04-01",
                   "figure: 20 killed, as_of: 2025-04-12"));
  EXPECT_FALSE(meet("point", "figure: 10 killed, as_of: 2025-04-01",
                    "figure: 20 killed, as_of: 2025-04-13"));
  EXPECT_TRUE(meet("point", "figure: 10 killed, as_of: 2025-04-01", "figure: 20 killed"));
}

TEST(Window, MeasuresBetweenTheNearestEnds) {
  EXPECT_TRUE(
      meet("point", "figure: 10 killed, as_of: 2024", "figure: 20 killed, as_of: 2025-01-11"));
  EXPECT_FALSE(
      meet("point", "figure: 10 killed, as_of: 2024", "figure: 20 killed, as_of: 2025-01-12"));
}

TEST(Window, TheRulesOwnDaysOutrankTheQuestions) {
  EXPECT_FALSE(meet("point", "figure: 10 killed, as_of: 2025-04-01",
                    "figure: 20 killed, as_of: 2025-04-05", "field: as_of, days: 2"));
}

TEST(Window, FixedComparesAnyTwo) {
  EXPECT_TRUE(
      meet("fixed", "figure: 10 killed, as_of: 2001", "figure: 20 killed, as_of: 2025-04-13"));
}

TEST(Window, DailyComparesTheSameSingleDay) {
  EXPECT_TRUE(meet("daily", "figure: 10 killed, as_of: 2025-04-01",
                   "figure: 20 killed, as_of: 2025-04-01"));
  EXPECT_FALSE(meet("daily", "figure: 10 killed, as_of: 2025-04-01",
                    "figure: 20 killed, as_of: 2025-04-02"));
  EXPECT_FALSE(
      meet("daily", "figure: 10 killed, as_of: 2025-04", "figure: 20 killed, as_of: 2025-04"));
  EXPECT_FALSE(meet("daily", "figure: 10 killed", "figure: 20 killed"));
  EXPECT_TRUE(meet("daily", "figure: 10 killed, published: 2025-04-01",
                   "figure: 20 killed, as_of: 2025-04-01"));
}

TEST(Window, ARunningTotalMayGrowButNotShrink) {
  EXPECT_FALSE(meet("running_total", "figure: 10 killed, as_of: 2025-04-01",
                    "figure: 20 killed, as_of: 2025-04-02"));
  EXPECT_TRUE(meet("running_total", "figure: 20 killed, as_of: 2025-04-01",
                   "figure: 10 killed, as_of: 2025-04-02"));
  EXPECT_TRUE(meet("running_total", "figure: 10 killed, as_of: 2025-04-01",
                   "figure: 20 killed, as_of: 2025-04-01/2025-04-03"));
  EXPECT_FALSE(meet("running_total", "figure: 20 killed, as_of: 2025-04-01",
                    "figure: 10 killed, as_of: 2025-05-02"));
}

TEST(Window, ARunningTotalOfUnknownDayCountsForItsPublication) {
  EXPECT_FALSE(meet("running_total", "figure: 10 killed, published: 2025-04-01",
                    "figure: 20 killed, published: 2025-04-02"));
  EXPECT_TRUE(meet("running_total", "figure: 20 killed, published: 2025-04-01",
                   "figure: 10 killed, published: 2025-04-02"));
  EXPECT_FALSE(meet("running_total", "figure: 20 killed", "figure: 10 killed"));
}

TEST(Window, ReportsOfOneDayCannotKnowMoreOfANight) {
  EXPECT_TRUE(meet("running_total", "figure: 10 killed, as_of: 2025-04-01, published: 2025-04-02",
                   "figure: 20 killed, as_of: 2025-04-02, published: 2025-04-02"));
  EXPECT_FALSE(meet("running_total", "figure: 10 killed, as_of: 2025-04-01, published: 2025-04-02",
                    "figure: 20 killed, as_of: 2025-04-02, published: 2025-04-03"));
  EXPECT_FALSE(meet("running_total", "figure: 10 killed, as_of: 2025-04-01, published: 2025-04-05",
                    "figure: 20 killed, as_of: 2025-04-03, published: 2025-04-05"));
}

/// The same where the question was discovered.
bool tolls_meet(const std::string& a, const std::string& b) {
  return meet("running_total", a, b, "field: as_of", false);
}

constexpr const char* kNineOnSunday = "figure: 9 hurt, as_of: 2025-04-06, as_of_words: Sunday, ";

TEST(Window, ATollThatNamesTheEventsDayCountsOnItsReports) {
  const std::string wednesday = "as_of: 2025-04-09, published: 2025-04-09";
  const std::string friday = std::string(kNineOnSunday) + "published: 2025-04-11";
  EXPECT_TRUE(tolls_meet(friday, "figure: 10 hurt, " + wednesday)) << "fewer, and later";
  EXPECT_FALSE(tolls_meet(friday, "figure: 8 hurt, " + wednesday)) << "it grew until Friday";
  EXPECT_TRUE(tolls_meet(friday, "figure: 10 hurt, as_of: 2025-04-11, published: 2025-04-11"))
      << "both counted on Friday";
  EXPECT_FALSE(meet("running_total", friday, "figure: 10 hurt, " + wednesday))
      << "of a declared question the day is the total's";
}

TEST(Window, HowThingsStoodIsNoDayOfTheEvent) {
  EXPECT_FALSE(tolls_meet(
      "figure: 9 hurt, as_of: 2025-04-06, as_of_words: as of Sunday, published: 2025-04-11",
      "figure: 10 hurt, as_of: 2025-04-09, published: 2025-04-09"));
}

TEST(Window, TollsThatNameTwoDaysAreOfTwoEvents) {
  const std::string friday = std::string(kNineOnSunday) + "published: 2025-04-11";
  EXPECT_FALSE(tolls_meet(friday,
                          "figure: 10 hurt, as_of: 2025-04-09, as_of_words: Wednesday, "
                          "published: 2025-04-10"));
  EXPECT_FALSE(tolls_meet(friday,
                          "figure: 10 hurt, as_of: 2025-04-09, as_of_words: Wednesday, "
                          "published: 2025-04-11"));
}

TEST(Window, OnPublicationIgnoresHowTheQuestionBehaves) {
  EXPECT_TRUE(meet("daily", "figure: 10 killed, published: 2025-04-01",
                   "figure: 20 killed, published: 2025-04-05", "field: published, days: 4"));
  EXPECT_FALSE(meet("daily", "figure: 10 killed, published: 2025-04-01",
                    "figure: 20 killed, published: 2025-04-07", "field: published, days: 4"));
  EXPECT_FALSE(
      meet("point", "figure: 10 killed", "figure: 20 killed", "field: published, days: 4"));
}

}  // namespace
}  // namespace claimtrail
