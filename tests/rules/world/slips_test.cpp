#include "rules/world/slips.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

Figure number(const char* low, const char* high) {
  Figure figure;
  if (*low != 0) figure.low = Decimal::parse(low);
  if (*high != 0) figure.high = Decimal::parse(high);
  return figure;
}

Figure exactly(const char* value) { return number(value, value); }

TEST(Slips, OneNumberWhateverTheBound) {
  EXPECT_TRUE(same_number(exactly("1300"), exactly("1300.0")));
  EXPECT_TRUE(same_number(number("10000", ""), exactly("10000")));
  EXPECT_FALSE(same_number(number("120", "130"), exactly("120"))) << "a range gives no number";
  EXPECT_FALSE(same_number(number("", ""), number("", "")));
}

TEST(Slips, ScaleNeedsTwoDigitsAndAFactorOfTenOrAThousand) {
  EXPECT_TRUE(scale_slip(exactly("1300"), exactly("13000")));
  EXPECT_TRUE(scale_slip(exactly("2400000"), exactly("2400000000")));
  EXPECT_TRUE(scale_slip(exactly("0.12"), exactly("1.2")));
  EXPECT_TRUE(scale_slip(exactly("12"), exactly("120")));
  EXPECT_FALSE(scale_slip(exactly("20"), exactly("200"))) << "one digit";
  EXPECT_FALSE(scale_slip(exactly("13"), exactly("1300"))) << "a hundred";
  EXPECT_FALSE(scale_slip(exactly("1300"), exactly("1300")));
  EXPECT_FALSE(scale_slip(exactly("-12"), exactly("120")));
  EXPECT_FALSE(scale_slip(exactly("0"), exactly("0")));
}

TEST(Slips, AWeekdayFitsItsDateOrDoesNot) {
  const Day day = *parse_day("2025-04-28");
  const DayRange monday{day, day + std::chrono::days{1}};
  EXPECT_EQ(weekday_fits("Monday, 28 April", monday), WeekdayFit::fits);
  EXPECT_EQ(weekday_fits("on SUNDAY, April 28", monday), WeekdayFit::differs);
  EXPECT_EQ(weekday_fits("on Monday", monday), WeekdayFit::unknown) << "no date";
  EXPECT_EQ(weekday_fits("28 April", monday), WeekdayFit::unknown) << "no weekday";
  EXPECT_EQ(weekday_fits("Monday or Tuesday, 28 April", monday), WeekdayFit::unknown);
  EXPECT_EQ(weekday_fits("Monday, 28 April", {day, day + std::chrono::days{2}}),
            WeekdayFit::unknown);
}

}  // namespace
}  // namespace claimtrail
