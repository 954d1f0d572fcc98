#include <random>

#include <gmock/gmock.h>

#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

struct BadExpression {
  std::string text;
  int column;
  std::string message;
  std::string hint;
};

void PrintTo(const BadExpression& bad, std::ostream* out) { *out << bad.text; }

class CronReaderRefuses : public testing::TestWithParam<BadExpression> {};

TEST_P(CronReaderRefuses, SaysWhereAndWhatToDo) {
  const auto read = CronExpression::parse(GetParam().text);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().code, "bad-cron");
  EXPECT_EQ(read.error().column, GetParam().column);
  EXPECT_THAT(read.error().message, testing::HasSubstr(GetParam().message));
  EXPECT_THAT(read.error().hint, testing::HasSubstr(GetParam().hint));
}

INSTANTIATE_TEST_SUITE_P(
    Table, CronReaderRefuses,
    testing::Values(
        BadExpression{"", 1, "minute field is missing", "five fields"},
        BadExpression{"   ", 4, "minute field is missing", "five fields"},
        BadExpression{"* * * *", 8, "weekday field is missing", "five fields"},
        BadExpression{"0 * * * * *", 11, "has five fields, this has 6", "seconds"},
        BadExpression{"60 * * * *", 1, "60 is out of range for the minute field", "0 to 59"},
        BadExpression{"0 24 * * *", 3, "24 is out of range for the hour field", "0 to 23"},
        BadExpression{"0 0 0 * *", 5, "0 is out of range for the day of the month", "1 to 31"},
        BadExpression{"0 0 * 13 *", 7, "13 is out of range for the month field", "jan to dec"},
        BadExpression{"0 0 * * 8", 9, "8 is out of range for the weekday field", "sun to sat"},
        BadExpression{"0 0 * * mno", 9, "'mno' is no weekday", "sun to sat"},
        BadExpression{"0 0 * mon *", 7, "'mon' is no month", "jan to dec"},
        BadExpression{"5,,7 * * * *", 3, "a value is missing in the minute field", "0 to 59"},
        BadExpression{"5- * * * *", 3, "a value is missing in the minute field", "0 to 59"},
        BadExpression{"-5 * * * *", 1, "a value is missing in the minute field", "0 to 59"},
        BadExpression{"30-10 * * * *", 1, "'30-10' runs backwards", "two ranges"},
        BadExpression{"0 0 * * FRI-MON", 9, "'FRI-MON' runs backwards", "two ranges"},
        BadExpression{"5/15 * * * *", 1, "a step needs a range", "5-59/15"},
        BadExpression{"*/0 * * * *", 3, "'0' is no step", "from 1 to 59"},
        BadExpression{"*/ * * * *", 3, "'' is no step", "from 1 to 59"},
        BadExpression{"*/61 * * * *", 3, "'61' is no step", "from 1 to 59"},
        BadExpression{"1-5-7 * * * *", 3, "'5-7' is no minute", "0 to 59"},
        BadExpression{"0 0 ? * 1", 5, "'?' is no day of the month", "write *"},
        BadExpression{"0 0 L * *", 5, "'L' is no day of the month", "1 to 31"},
        BadExpression{"** * * * *", 1, "'**' is no minute", "0 to 59"},
        BadExpression{"+5 * * * *", 1, "'+5' is no minute", "0 to 59"},
        BadExpression{"99999999999 * * * *", 1, "'99999999999' is no minute", "0 to 59"},
        BadExpression{"0 0 30 2 *", 5, "no month '2' has a day '30'", "never run"},
        BadExpression{"0 0 31 4,6,9,11 *", 5, "has a day '31'", "never run"},
        BadExpression{"@dayly", 1, "'@dayly' is no schedule", "did you mean '@daily'?"},
        BadExpression{"@reboot", 1, "'@reboot' names no time", "@hourly"},
        BadExpression{" @fortnightly", 2, "'@fortnightly' is no schedule", "known: @yearly"}));

TEST(CronReader, TakesEverySpelling) {
  for (const char* text :
       {"* * * * *", "*/7 * * * *", "0 9-17 * * MON-FRI", "0 0 1,15 * *", "0 0 * JAN-mar *",
        "0 0 * * 7", "0 0 * * fri-sun", "0 0 29 2 *", "0 0 31 4 1", "10-50/20 * * * *",
        "\t0  0\t* * * ", "@HOURLY", "@midnight", "0 0 * * Thursday", "0-59 0-23 1-31 1-12 0-7"}) {
    EXPECT_TRUE(CronExpression::parse(text).has_value()) << text;
  }
}

TEST(CronReader, SurvivesAnything) {
  std::mt19937 random{20251122};
  const std::string alphabet = "0123456789*,-/ \t@?LW#abcMONjan\xC3\xA9";
  std::uniform_int_distribution<std::size_t> letter{0, alphabet.size() - 1};
  std::uniform_int_distribution<int> length{0, 40};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) text += alphabet[letter(random)];
    const auto read = CronExpression::parse(text);
    if (read) continue;
    EXPECT_GE(read.error().column, 1) << text;
    EXPECT_LE(read.error().column, static_cast<int>(text.size()) + 1) << text;
  }
}

}  // namespace
}  // namespace claimtrail
