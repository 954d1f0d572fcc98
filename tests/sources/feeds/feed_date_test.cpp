#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

std::string read(std::string_view text) {
  const auto date = parse_feed_date(text);
  return date ? format_published(*date) : "nothing";
}

struct Case {
  const char* written;
  const char* meant;
};

class FeedDate : public testing::TestWithParam<Case> {};

TEST_P(FeedDate, IsRead) { EXPECT_EQ(read(GetParam().written), GetParam().meant); }

INSTANTIATE_TEST_SUITE_P(
    Shapes, FeedDate,
    testing::Values(Case{"Sat, 26 Apr 2025 10:30:00 GMT", "2025-04-26T10:30:00Z"},
                    Case{"26 Apr 25 10:30 +0200", "2025-04-26T08:30:00Z"},
                    Case{"5 Mar 2013 18:08 EST", "2013-03-05T23:08:00Z"},
                    Case{"Tue, 05 Mar 2013 18:08 +0100", "2013-03-05T17:08:00Z"},
                    Case{"Tue, 5 March 2013 18:08:09 PDT", "2013-03-06T01:08:09Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00", "2025-04-26T10:30:00Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00 GMT+7", "2025-04-26T03:30:00Z"},
                    Case{"Sat Apr 26 10:30:00 2025", "2025-04-26T10:30:00Z"},
                    Case{"Saturday, April 26, 2025 10:30 PM", "2025-04-26T22:30:00Z"},
                    Case{"2025-04-26T10:30:00Z", "2025-04-26T10:30:00Z"},
                    Case{"2025-04-26T10:30:00.123+02:00", "2025-04-26T08:30:00Z"},
                    Case{"2025-04-26 10:30:00 -0500", "2025-04-26T15:30:00Z"},
                    Case{"2025-04-26T10:30:00", "2025-04-26T10:30:00Z"},
                    Case{"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
                    Case{"2025-04-26T24:00:00Z", "2025-04-27T00:00:00Z"},
                    Case{"20250426", "2025-04-26"}, Case{"2025-04-26", "2025-04-26"},
                    Case{"2025/4/6", "2025-04-06"}, Case{"26.04.2025", "2025-04-26"},
                    Case{"26/04/2025", "2025-04-26"}, Case{"04/26/2025", "2025-04-26"},
                    Case{"April 26, 2025", "2025-04-26"}, Case{"26. April 2025", "2025-04-26"},
                    Case{"26 de abril de 2025", "2025-04-26"},
                    Case{"26 kwietnia 2025", "2025-04-26"}, Case{"26 апреля 2025", "2025-04-26"},
                    Case{"le 26 août 2025", "2025-08-26"},
                    Case{"2025-04-26T23:30:00-05:00", "2025-04-27T04:30:00Z"}));

// miniflux/v2#1906, #290, #1233, #4407, PR#1012, PR#1995: no zone, PST and EST, "GMT+7", a region's
// name, an offset that cannot be.
INSTANTIATE_TEST_SUITE_P(
    Zones, FeedDate,
    testing::Values(Case{"Sat, 26 Apr 2025 10:30:00 PST", "2025-04-26T18:30:00Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00 est", "2025-04-26T15:30:00Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00 GMT+7", "2025-04-26T03:30:00Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00 America/Los_Angeles", "2025-04-26T17:30:00Z"},
                    Case{"2025-01-26 10:30:00 America/Argentina/Buenos_Aires",
                         "2025-01-26T13:30:00Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00 Europe/Warsaw", "2025-04-26T08:30:00Z"},
                    Case{"Sat, 26 Apr 2025 10:30:00 Europe/../etc/passwd", "2025-04-26"},
                    Case{"Sat, 26 Apr 2025 10:30:00 +9900", "2025-04-26"}));

TEST(FeedDate, ATimeWithoutAZoneIsOfTheZoneOfItsSource) {
  const auto in = [](std::string_view text, std::string_view zone) {
    const auto date = parse_feed_date(text, zone);
    return date ? format_published(*date) : "nothing";
  };
  EXPECT_EQ(in("Sat, 26 Apr 2025 10:30:00", "Europe/Warsaw"), "2025-04-26T08:30:00Z");
  EXPECT_EQ(in("2025-01-26T10:30:00", "Europe/Warsaw"), "2025-01-26T09:30:00Z") << "in winter";
  EXPECT_EQ(in("2025-04-26T10:30:00Z", "Europe/Warsaw"), "2025-04-26T10:30:00Z");
  EXPECT_EQ(in("2025-04-26T10:30:00 GMT", "Europe/Warsaw"), "2025-04-26T10:30:00Z");
  EXPECT_EQ(in("2025-04-26", "Europe/Warsaw"), "2025-04-26") << "a day stays a day";
  EXPECT_EQ(in("2025-04-26T10:30:00", "Mars/Olympus"), "2025-04-26");
  EXPECT_EQ(parse_feed_date("2025-04-26T00:30:00", "Europe/Warsaw")->day, *parse_day("2025-04-26"));
}

INSTANTIATE_TEST_SUITE_P(
    Unknowable, FeedDate,
    testing::Values(Case{"", "nothing"}, Case{"yesterday", "nothing"},
                    Case{"04/05/2025", "nothing"}, Case{"31 Feb 2025", "nothing"},
                    Case{"2025-13-01", "nothing"}, Case{"32 Jan 2025", "nothing"},
                    Case{"2025-04", "nothing"}, Case{"0000-00-00T00:00:00Z", "nothing"},
                    Case{"10:30", "nothing"}, Case{"2025-04-02 24:30", "2025-04-02"},
                    Case{"Sat, 26 Apr 2025 10:30:00 America/Nowhere", "2025-04-26"},
                    Case{"Sat, 26 Apr 2025 10:30:00 QQT", "2025-04-26"},
                    Case{"Sat, 26 Apr 2025 10:30:00 +9900", "2025-04-26"}));

TEST(FeedDate, TheDayIsTheOneWritten) {
  const auto date = parse_feed_date("2025-04-26T23:30:00-05:00");
  ASSERT_TRUE(date);
  EXPECT_EQ(format_day(date->day), "2025-04-26");
}

TEST(FeedDate, HostileTextIsNothing) {
  EXPECT_FALSE(parse_feed_date(std::string(100'000, '9')));
  EXPECT_FALSE(parse_feed_date("99999999999999999999 Jan 99999999999999999999"));
  EXPECT_FALSE(parse_feed_date("\xFF\xFE\x00"));
}

}  // namespace
}  // namespace claimtrail
