#include "sources/http/retry_after.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

std::string after(std::string_view text) {
  const auto time = parse_retry_after(text, parse_timestamp("2025-04-26T10:00:00Z").value());
  return time ? format_timestamp(*time) : "nothing";
}

TEST(RetryAfter, TakesSeconds) {
  EXPECT_EQ(after("0"), "2025-04-26T10:00:00Z");
  EXPECT_EQ(after("120"), "2025-04-26T10:02:00Z");
  EXPECT_EQ(after("31536000"), "2025-05-03T10:00:00Z");
  EXPECT_EQ(after("99999999999999999999999"), "2025-05-03T10:00:00Z");
}

TEST(RetryAfter, TakesTheThreeHttpDates) {
  EXPECT_EQ(after("Sat, 26 Apr 2025 11:30:00 GMT"), "2025-04-26T11:30:00Z");
  EXPECT_EQ(after("Saturday, 26-Apr-25 11:30:00 GMT"), "2025-04-26T11:30:00Z");
  EXPECT_EQ(after("Sat Apr 26 11:30:00 2025"), "2025-04-26T11:30:00Z");
  EXPECT_EQ(after("Sat, 26 Apr 2025 09:00:00 GMT"), "2025-04-26T10:00:00Z");
  EXPECT_EQ(after("Sun, 26 Apr 2026 09:00:00 GMT"), "2025-05-03T10:00:00Z");
}

TEST(RetryAfter, IgnoresTheRest) {
  for (const char* text : {"", "soon", "-5", "1.5", "5 minutes", "12:xx"}) {
    EXPECT_EQ(after(text), "nothing") << text;
  }
}

}  // namespace
}  // namespace claimtrail
