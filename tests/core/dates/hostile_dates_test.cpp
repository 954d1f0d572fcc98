#include <ctime>
#include <random>

#include <gmock/gmock.h>

#include "tests/core/dates/spell_dates.h"

namespace claimtrail {
namespace {

void expect_sound(const std::string& text, const char* published = "2024-11-05") {
  std::uint32_t end = 0;
  for (const DateMention& mention : dates_in(text, published)) {
    ASSERT_GE(mention.span.start, end);
    ASSERT_LT(mention.span.start, mention.span.end);
    ASSERT_LE(mention.span.end, text.size());
    ASSERT_TRUE(mention.duration || mention.range.from < mention.range.to) << mention.span.of(text);
    end = mention.span.end;
  }
}

class HostileDates : public testing::TestWithParam<std::string_view> {};

TEST_P(HostileDates, AreReadInLinearTime) {
  std::string text;
  while (text.size() < 200'000) text.append(GetParam());
  const std::clock_t begin = std::clock();
  expect_sound(text);
  EXPECT_LT(std::clock() - begin, 5 * CLOCKS_PER_SEC) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileDates,
                         testing::Values("1999", "1999 ", "May ", "last ", "Friday, ",
                                         "the week of ", "March 5 and ", "1/1/2000/", "2000-",
                                         "two years ago ", "in late early mid ",
                                         "third quarter of ", "year-ago ", "the ",
                                         "nineteen ninety-", "'s ", "9999 years ago ",
                                         "a year earlier "));

TEST(HostileDates, AnySoupOfWordsIsSound) {
  const std::vector<std::string> pieces{
      "last",  "next",    "this",     "the",    "late",    "mid",    "-",        "March",   "May",
      "5",     "31",      "1999",     "2024",   ",",       "of",     "in",       "year",    "weeks",
      "ago",   "earlier", "two",      "a",      "Friday",  "third",  "quarter",  "half",    "'s",
      "today", "night",   "1990s",    "19th",   "century", "summer", "fall",     "since",   "until",
      "will",  "said",    "9999",     "recent", "past",    "months", "decade",   "weekend", "World",
      "War",   "II",      "nineteen", "ninety", "same",    "that",   "following"};
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 25; ++i) {
      text += pieces[pick(random)];
      if (pick(random) % 4 != 0) text += ' ';
    }
    SCOPED_TRACE(text);
    expect_sound(text);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(HostileDates, PublishedAtTheEdgesOfTheCalendar) {
  for (const char* day : {"0001-01-01", "9998-12-31", "2024-02-29"}) {
    expect_sound(
        "Last year, 9999 years ago, next decade, the past 900 decades, last century, Friday, in "
        "March, last winter.",
        day);
  }
}

}  // namespace
}  // namespace claimtrail
