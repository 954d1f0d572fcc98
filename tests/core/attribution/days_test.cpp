#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

// "from..to" of the last claim, "unknown" without.
std::string days(const std::string& text) {
  const Reading reading = read(text);
  if (reading.analysis.claims.empty()) return "no claim";
  const Claim& claim = reading.analysis.claims.back();
  if (!claim.as_of) return "unknown";
  return format_day(claim.as_of->range.from) + ".." + format_day(claim.as_of->range.to);
}

TEST(Days, OfTheClauseComeFirst) {
  EXPECT_EQ(days("On Saturday Roth said 12 people fled in August 2024."), "2024-08-01..2024-09-01");
  EXPECT_EQ(days("Roth said 12 people fled last year."), "2024-01-01..2025-01-01");
}

TEST(Days, OfTheSayingServeThePast) {
  EXPECT_EQ(days("The army has cleared the town, Roth reported on April 24, 2025."),
            "2025-04-24..2025-04-25");
  EXPECT_EQ(days("The dam would break, Roth said on April 24, 2025."), "unknown");
}

TEST(Days, OfPublicationServeWhatIsToldAsRecent) {
  EXPECT_EQ(days("Roth said 12 people fled."), "2025-04-26..2025-04-27");
  EXPECT_EQ(days("The flood killed 12 people."), "2025-04-26..2025-04-27");
  EXPECT_EQ(days("Roth said 12 people will flee."), "unknown");
  EXPECT_EQ(days("The flood had killed 12 people."), "unknown");
}

TEST(Days, OfTheSentenceBeforeServeTheSimplePast) {
  EXPECT_EQ(days("The assault in August 2024 was the largest of the war. Libya took 12 towns."),
            "2024-08-01..2024-09-01");
  EXPECT_EQ(
      days("The assault in August 2024 was the largest of the war. Libya has taken 12 towns."),
      "2025-04-26..2025-04-27");
}

TEST(Days, OfFiguresMayDiffer) {
  const Reading reading =
      read("Roth said 12 people died in August 2024 and 15 people died in March 2025.");
  ASSERT_EQ(reading.analysis.claims.size(), 1U);
  const auto& figures = reading.analysis.claims[0].figures;
  ASSERT_EQ(figures.size(), 2U);
  ASSERT_TRUE(figures[0].as_of);
  ASSERT_TRUE(figures[1].as_of);
  EXPECT_EQ(format_day(figures[0].as_of->range.from), "2024-08-01");
  EXPECT_EQ(format_day(figures[1].as_of->range.from), "2025-03-01");
}

// The day of the first figure: its words, "report" where it has none, "unknown" without a day.
std::string figure_day(const std::string& text) {
  const Reading reading = read(text);
  for (const Claim& claim : reading.analysis.claims) {
    for (const Figure& figure : claim.figures) {
      if (!figure.as_of) return "unknown";
      return figure.as_of->exact.empty() ? "report" : figure.as_of->exact;
    }
  }
  return "no figure";
}

TEST(Days, OfWhatFollowedAreNotTheEvents) {
  const std::string arrested =
      "A suspect in the blast that left one man dead and nine people injured was arrested "
      "Thursday.";
  EXPECT_EQ(figure_day(arrested), "report");
  EXPECT_EQ(days(arrested), "2025-04-24..2025-04-25") << "it is the arrest's day";
  EXPECT_EQ(figure_day("On Thursday, police arrested a man over a blast that injured 12 people."),
            "report");
  EXPECT_EQ(figure_day("Two men were arraigned Thursday in a blast that injured three people over "
                       "the weekend."),
            "weekend");
}

TEST(Days, NearerToTheEventAreTheEvents) {
  EXPECT_EQ(figure_day("A man was arrested after a blast on Thursday that killed three people."),
            "Thursday");
  EXPECT_EQ(figure_day("A man was charged over a Thursday blast that killed three people."),
            "Thursday");
  EXPECT_EQ(figure_day("Three people were arrested on Thursday."), "Thursday");
  EXPECT_EQ(figure_day("Three people were killed on Thursday."), "Thursday");
}

TEST(Days, OfACountKeepTheWordsThatSaySo) {
  EXPECT_EQ(figure_day("As of Thursday, 12 people had been killed."), "As of Thursday");
  EXPECT_EQ(figure_day("By Thursday evening 12 people had been killed."), "By Thursday evening");
  EXPECT_EQ(figure_day("In the town of Wlen on Thursday 12 people were killed."), "Thursday");
}

TEST(Days, AreUnknownWithoutAPublicationDay) {
  Document document;
  set_blocks(document, {{BlockKind::body, "The flood killed 12 people."}});
  const Analysis analysis = analyse(document);
  ASSERT_EQ(analysis.claims.size(), 1U);
  EXPECT_FALSE(analysis.claims[0].as_of);
}

}  // namespace
}  // namespace claimtrail
