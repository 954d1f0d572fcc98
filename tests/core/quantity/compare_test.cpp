#include "core/quantity/compare.h"

#include <gmock/gmock.h>

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

bool disjoint_texts(const std::string& a, const std::string& b, double tolerance = 0.0) {
  return disjoint(only_figure(a), only_figure(b), tolerance);
}

TEST(Comparable, NeedsOneDimensionAndOneBase) {
  const auto yes = [](const std::string& a, const std::string& b) {
    return comparable(only_figure(a), only_figure(b));
  };
  EXPECT_TRUE(yes("It holds 1,300 square kilometers.", "It holds 500 square miles."));
  EXPECT_TRUE(yes("They met 40 soldiers.", "They met 30 officers."));
  EXPECT_TRUE(yes("It burned 40 homes.", "It burned 30 houses."));
  EXPECT_TRUE(yes("A third of them left.", "About 40 % of them left."));
  EXPECT_TRUE(yes("It reached 46C there.", "It reached 100 degrees Fahrenheit."));
  EXPECT_FALSE(yes("It cost $40.", "It cost 40 euros."));
  EXPECT_FALSE(yes("It burned 40 homes.", "It burned 30 tanks."));
  EXPECT_FALSE(yes("They met 40 soldiers.", "It burned 30 tanks."));
  EXPECT_FALSE(yes("It fell 0.5 percentage points.", "It fell 0.5 percent."));
  EXPECT_FALSE(yes("Two others were wounded.", "Three people were wounded."));
  EXPECT_FALSE(yes("It cost $40.", "It cost $40 a share."));
}

TEST(Disjoint, ConvertsWithoutLoss) {
  EXPECT_FALSE(disjoint_texts("It holds 1,300 square kilometers.", "It holds 502 square miles."));
  EXPECT_TRUE(disjoint_texts("It holds 1,300 square kilometers.", "It holds 600 square miles."));
  EXPECT_FALSE(disjoint_texts("It is 1 mile long.", "It is 1.609344 km long."));
  EXPECT_TRUE(disjoint_texts("It is 1 mile long.", "It is 1.609345 km long."));
}

TEST(Disjoint, SeesOpenEnds) {
  EXPECT_FALSE(disjoint_texts("Over 10,000 troops came.", "Some 12,000 troops came."));
  EXPECT_TRUE(disjoint_texts("Over 10,000 troops came.", "Some 3,000 troops came."));
  EXPECT_TRUE(disjoint_texts("At least 57 men came.", "Fewer than 57 men came."));
  EXPECT_FALSE(disjoint_texts("At least 57 men came.", "At most 57 men came."));
  EXPECT_TRUE(disjoint_texts("More than 57 men came.", "At most 57 men came."));
}

TEST(Disjoint, AllowsForRounding) {
  EXPECT_FALSE(disjoint_texts("They hold 1,300 villages.", "They hold 1,268 villages."));
  EXPECT_TRUE(disjoint_texts("They hold 1,300 villages.", "They hold 1,240 villages."));
  EXPECT_TRUE(disjoint_texts("12 people died.", "13 people died."));
  EXPECT_TRUE(disjoint_texts("10,000 troops came.", "12,000 troops came."));
  EXPECT_TRUE(disjoint_texts("10,000 troops came.", "11,000 troops came."));
}

TEST(Disjoint, AllowsForToleranceAndSoftWords) {
  EXPECT_TRUE(disjoint_texts("103 people died.", "108 people died."));
  EXPECT_FALSE(disjoint_texts("103 people died.", "108 people died.", 0.05));
  EXPECT_FALSE(disjoint_texts("About 103 people died.", "108 people died."));
  EXPECT_TRUE(disjoint_texts("About 103 people died.", "180 people died."));
}

TEST(Disjoint, IsSymmetric) {
  const std::vector<std::string> texts{
      "Over 10,000 troops came.",   "11,000 troops came.",
      "Some 3,000 troops came.",    "At most 3,400 troops came.",
      "Dozens of troops came.",     "20 to 30 troops came.",
      "It holds 500 square miles.", "It holds 1,300 square kilometers.",
      "The answer is 42."};
  for (const auto& a : texts) {
    for (const auto& b : texts) {
      EXPECT_EQ(disjoint_texts(a, b), disjoint_texts(b, a)) << a << " / " << b;
      EXPECT_EQ(canonical_value(only_figure(a)) == canonical_value(only_figure(b)),
                same_value(only_figure(a), only_figure(b)));
    }
    EXPECT_FALSE(disjoint_texts(a, a)) << a;
    EXPECT_TRUE(contains(only_figure(a), only_figure(a))) << a;
  }
}

TEST(Ratio, IsOfTheNearestEnds) {
  EXPECT_NEAR(*ratio(only_figure("10,000 troops came."), only_figure("20,000 troops came.")), 2.0,
              1e-12);
  EXPECT_NEAR(*ratio(only_figure("Over 9,000 troops came."), only_figure("3,000 troops came.")),
              3.0, 1e-12);
  EXPECT_NEAR(*ratio(only_figure("20 to 40 troops came."), only_figure("30 to 60 troops came.")),
              1.5, 1e-12);
  EXPECT_FALSE(ratio(only_figure("It cost $40."), only_figure("It cost 40 euros.")));
  EXPECT_FALSE(ratio(only_figure("It fell to zero degrees Celsius."), only_figure("It cost $40.")));
}

TEST(Contains, IsExactAtTheEnds) {
  EXPECT_TRUE(contains(only_figure("At least 10 men came."), only_figure("Over 10 men came.")));
  EXPECT_FALSE(contains(only_figure("Over 10 men came."), only_figure("At least 10 men came.")));
  EXPECT_TRUE(contains(only_figure("20 to 30 men came."), only_figure("25 men came.")));
  EXPECT_FALSE(contains(only_figure("20 to 30 men came."), only_figure("Over 25 men came.")));
}

TEST(SameValue, LooksThroughUnitsAndSpelling) {
  EXPECT_TRUE(
      same_value(only_figure("It is 2.5 km long."), only_figure("It is 2,500 meters long.")));
  EXPECT_TRUE(same_value(only_figure("1.2 million people left."),
                         only_figure("1,200,000 residents left.")));
  EXPECT_FALSE(same_value(only_figure("About 12 people left."), only_figure("12 people left.")));
  EXPECT_FALSE(
      same_value(only_figure("Over 12 people left."), only_figure("At least 12 people left.")));
  EXPECT_FALSE(same_value(only_figure("12 homes burned."), only_figure("12 tanks burned.")));
}

TEST(RoundingStep, IsNeverCoarserThanTheSecondDigit) {
  EXPECT_EQ(rounding_step(Decimal(1300)), Decimal(100));
  EXPECT_EQ(rounding_step(Decimal(10000)), Decimal(1000));
  EXPECT_EQ(rounding_step(Decimal(120)), Decimal(10));
  EXPECT_EQ(rounding_step(Decimal(1268)), std::nullopt);
  EXPECT_EQ(rounding_step(Decimal(20)), std::nullopt);
  EXPECT_EQ(rounding_step(Decimal(0)), std::nullopt);
  EXPECT_EQ(rounding_step(*Decimal::parse("3.5")), Decimal::parse("0.1"));
  EXPECT_EQ(rounding_step(*Decimal::parse("-0.25")), Decimal::parse("0.01"));
}

// What `describe` prints is read back as the same interval.
TEST(Describe, ReadsBack) {
  const std::vector<std::string> texts{"Over 10,000 North Korean troops came.",
                                       "At least 12 people died.",
                                       "Up to 700 jobs could go.",
                                       "Fewer than 57 boats sank.",
                                       "Between 20 and 30 people came.",
                                       "About 1,300 square kilometers burned.",
                                       "It is 2.5 km long.",
                                       "Dozens of homes burned.",
                                       "1.2 million people left.",
                                       "They won 12.5 percent.",
                                       "The ship carried 42,000 tonnes of grain.",
                                       "Roughly 40 houses burned."};
  for (const auto& text : texts) {
    const Figure figure = only_figure(text);
    const Figure again = only_figure(describe(figure) + ".");
    EXPECT_EQ(interval(again), interval(figure)) << describe(figure);
  }
}

}  // namespace
}  // namespace claimtrail
