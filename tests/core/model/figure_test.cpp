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

}  // namespace
}  // namespace claimtrail
