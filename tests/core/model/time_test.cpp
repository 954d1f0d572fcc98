#include "core/model/time.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

TEST(Day, ReadsAndWritesIsoDays) {
  EXPECT_EQ(format_day(*parse_day("2025-04-26")), "2025-04-26");
  EXPECT_TRUE(parse_day("2024-02-29"));
  for (const char* text :
       {"2025-02-29", "2025-13-01", "2025-4-26", "26-04-2025", "", "2025-04-26T"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Timestamp, ReadsRfc3339WithOffsets) {
  const char* utc = "2025-04-26T08:30:00Z";
  for (const char* text : {utc, "2025-04-26T10:30:00+02:00", "2025-04-26 08:30",
                           "2025-04-26T08:30:00.999Z", "2025-04-26T03:30:00-0500"}) {
    const auto time = parse_timestamp(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(format_timestamp(*time), utc) << text;
  }
  for (const char* text :
       {"2025-04-26", "2025-04-26T25:00:00Z", "2025-04-26T08:30:00+2", "yesterday"}) {
    EXPECT_FALSE(parse_timestamp(text)) << text;
  }
}

TEST(Published, ADayStaysADay) {
  EXPECT_EQ(format_published(*parse_published("2025-04-26")), "2025-04-26");
  const auto late = parse_published("2025-04-26T23:30:00-05:00");
  ASSERT_TRUE(late);
  EXPECT_EQ(format_day(late->day), "2025-04-26");
  EXPECT_EQ(format_published(*late), "2025-04-27T04:30:00Z");
  EXPECT_EQ(format_as_written(*late), "2025-04-26T23:30:00-05:00");
  EXPECT_EQ(format_as_written(*parse_published("2025-04-26T08:30:00Z")), "2025-04-26T08:30:00Z");
  EXPECT_EQ(format_as_written(*parse_published("2025-04-26")), "2025-04-26");
}

}  // namespace
}  // namespace claimtrail
