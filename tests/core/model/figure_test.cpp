#include "core/model/figure.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

Figure count(std::optional<Decimal> low, std::optional<Decimal> high, bool low_open = false) {
  Figure figure;
  figure.low = std::move(low);
  figure.high = std::move(high);
  figure.low_open = low_open;
  figure.dimension = "count";
  figure.unit = "person";
  return figure;
}

TEST(IsCutOff, KnowsTheWordsForHowThingsStood) {
  const auto told = [](const char* words) { return is_cut_off(AsOf{{}, words, {}}); };
  EXPECT_TRUE(told("as of Sunday"));
  EXPECT_TRUE(told("By Sunday evening"));
  EXPECT_FALSE(told("Sunday"));
  EXPECT_FALSE(told(""));
}

TEST(Describe, SaysTheIntervalInWords) {
  EXPECT_EQ(describe(count(10'000, std::nullopt, true)), "over 10,000 people");
  EXPECT_EQ(describe(count(120, std::nullopt)), "at least 120 people");
  EXPECT_EQ(describe(count(120, 130)), "120 to 130 people");
  EXPECT_EQ(describe(count(1, 1)), "1 person");
}

TEST(Describe, NamesNounsAndUnits) {
  Figure troops = count(11'000, 11'000);
  troops.noun = "North Korean troops";
  EXPECT_EQ(describe(troops), "11,000 North Korean troops");
  Figure area = count(1'300, 1'300);
  area.dimension = "area";
  area.unit = "square kilometer";
  area.modifier = Modifier::approximately;
  EXPECT_EQ(describe(area), "about 1,300 square kilometers");
}

TEST(Describe, PutsTheRightWordInThePlural) {
  Figure figure = count(3, 3);
  figure.dimension = "other";
  const auto words = [&](const char* unit) {
    figure.unit = unit;
    return describe(figure);
  };
  EXPECT_EQ(words("square foot"), "3 square feet");
  EXPECT_EQ(words("barrel per day"), "3 barrels per day");
  EXPECT_EQ(words("degree Celsius"), "3 degrees Celsius");
  EXPECT_EQ(words("year of age"), "3 years of age");
  EXPECT_EQ(words("inch"), "3 inches");
}

}  // namespace
}  // namespace claimtrail
