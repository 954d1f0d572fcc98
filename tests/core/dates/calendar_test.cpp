#include "core/dates/calendar.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

std::string spelled(DayRange range) { return format_day(range.from) + ".." + format_day(range.to); }

TEST(Calendar, UnitsAreHalfOpen) {
  EXPECT_EQ(spelled(month_of(2024, 2)), "2024-02-01..2024-03-01");
  EXPECT_EQ(spelled(month_of(2024, 12)), "2024-12-01..2025-01-01");
  EXPECT_EQ(spelled(month_of(2024, 0)), "2023-12-01..2024-01-01");
  EXPECT_EQ(spelled(month_of(2024, -11)), "2023-01-01..2023-02-01");
  EXPECT_EQ(spelled(month_of(2024, 13)), "2025-01-01..2025-02-01");
  EXPECT_EQ(spelled(quarter_of(2024, 4)), "2024-10-01..2025-01-01");
  EXPECT_EQ(spelled(quarter_of(2024, 0)), "2023-10-01..2024-01-01");
  EXPECT_EQ(spelled(half_of(2024, 2)), "2024-07-01..2025-01-01");
  EXPECT_EQ(spelled(season_of(2024, 3)), "2024-12-01..2025-03-01");
  EXPECT_EQ(spelled(decade_of(1994)), "1990-01-01..2000-01-01");
  EXPECT_EQ(spelled(century_of(20)), "1900-01-01..2000-01-01");
}

TEST(Calendar, WeeksStartOnMonday) {
  const Day tuesday = *parse_day("2024-11-05");
  EXPECT_EQ(spelled(week_of(tuesday)), "2024-11-04..2024-11-11");
  EXPECT_EQ(spelled(weekend_of(tuesday)), "2024-11-09..2024-11-11");
  EXPECT_EQ(weekday_number(tuesday), 1);
}

TEST(Calendar, ShiftedDaysFitTheirMonth) {
  EXPECT_EQ(format_day(shift_months(*parse_day("2024-03-31"), -1)), "2024-02-29");
  EXPECT_EQ(format_day(shift_months(*parse_day("2024-02-29"), -12)), "2023-02-28");
  EXPECT_EQ(format_day(day_of(2023, 2, 30)), "2023-03-02");
}

TEST(Calendar, NoYearLeavesIt) {
  EXPECT_EQ(format_day(year_of(-5).from), "0001-01-01");
  EXPECT_EQ(format_day(year_of(99'999).from), "9998-01-01");
}

}  // namespace
}  // namespace claimtrail
