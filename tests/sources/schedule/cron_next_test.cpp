#include <gmock/gmock.h>

#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

constexpr const char* kWarsaw = "Europe/Warsaw";
constexpr const char* kNewYork = "America/New_York";

Timestamp at(const std::string& text) { return parse_timestamp(text).value(); }

/// The times that follow `after`, as many as asked for, in UTC.
std::vector<std::string> times(const std::string& expression, const std::string& zone,
                               const std::string& after, int count) {
  const auto read = CronExpression::parse(expression);
  if (!read) return {read.error().message};
  std::vector<std::string> found;
  Timestamp time = at(after);
  for (int i = 0; i < count; ++i) {
    const auto next = read->next(time, zone);
    if (!next) {
      found.emplace_back("never");
      break;
    }
    found.push_back(format_timestamp(*next));
    time = *next;
  }
  return found;
}

struct Row {
  std::string expression;
  std::string zone;
  std::string after;
  std::vector<std::string> expected;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.expression << " in " << row.zone; }

class CronNext : public testing::TestWithParam<Row> {};

TEST_P(CronNext, FollowsTheTable) {
  const Row& row = GetParam();
  EXPECT_EQ(times(row.expression, row.zone, row.after, static_cast<int>(row.expected.size())),
            row.expected);
}

// changedetection.io#164, #1086, #2719: hours, weekdays and windows, as cron has them.
INSTANTIATE_TEST_SUITE_P(
    Fields, CronNext,
    testing::Values(Row{"*/15 * * * *",
                        "UTC",
                        "2025-04-26T10:00:00Z",
                        {"2025-04-26T10:15:00Z", "2025-04-26T10:30:00Z", "2025-04-26T10:45:00Z",
                         "2025-04-26T11:00:00Z"}},
                    Row{"* * * * *", "UTC", "2025-04-26T10:00:30Z", {"2025-04-26T10:01:00Z"}},
                    Row{"*/7 * * * *",
                        "UTC",
                        "2025-04-26T10:50:00Z",
                        {"2025-04-26T10:56:00Z", "2025-04-26T11:00:00Z", "2025-04-26T11:07:00Z"}},
                    Row{"30 8 * * MON-FRI",
                        "UTC",
                        "2025-04-25T09:00:00Z",
                        {"2025-04-28T08:30:00Z", "2025-04-29T08:30:00Z"}},
                    Row{"0 0 * * FRI-SUN",
                        "UTC",
                        "2025-04-24T00:00:00Z",
                        {"2025-04-25T00:00:00Z", "2025-04-26T00:00:00Z", "2025-04-27T00:00:00Z",
                         "2025-05-02T00:00:00Z"}},
                    Row{"0 0 * * 7", "UTC", "2025-04-24T00:00:00Z", {"2025-04-27T00:00:00Z"}},
                    Row{"0 0 * * 0", "UTC", "2025-04-24T00:00:00Z", {"2025-04-27T00:00:00Z"}},
                    Row{"59 23 31 12 *", "UTC", "2025-12-31T23:59:00Z", {"2026-12-31T23:59:00Z"}},
                    Row{"10-50/20 4 1 feb,oct *",
                        "UTC",
                        "2025-04-24T00:00:00Z",
                        {"2025-10-01T04:10:00Z", "2025-10-01T04:30:00Z", "2025-10-01T04:50:00Z",
                         "2026-02-01T04:10:00Z"}},
                    Row{"@monthly",
                        "UTC",
                        "2025-01-31T12:00:00Z",
                        {"2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z"}},
                    Row{"@weekly", "UTC", "2025-04-26T00:00:00Z", {"2025-04-27T00:00:00Z"}},
                    Row{"@yearly", "UTC", "2025-04-26T00:00:00Z", {"2026-01-01T00:00:00Z"}},
                    Row{"@hourly", "UTC", "2025-04-26T10:00:00Z", {"2025-04-26T11:00:00Z"}}));

INSTANTIATE_TEST_SUITE_P(
    DayFields, CronNext,
    testing::Values(
        // Both restricted: the 13th or a Friday.
        Row{"0 0 13 * 5",
            "UTC",
            "2025-06-01T00:00:00Z",
            {"2025-06-06T00:00:00Z", "2025-06-13T00:00:00Z", "2025-06-20T00:00:00Z",
             "2025-06-27T00:00:00Z", "2025-07-04T00:00:00Z", "2025-07-11T00:00:00Z",
             "2025-07-13T00:00:00Z"}},
        // A field that begins with "*" binds even with a step: odd days that are Mondays.
        Row{"0 0 */2 * 1",
            "UTC",
            "2025-06-01T00:00:00Z",
            {"2025-06-09T00:00:00Z", "2025-06-23T00:00:00Z", "2025-07-07T00:00:00Z"}},
        Row{"0 0 13 * *", "UTC", "2025-06-14T00:00:00Z", {"2025-07-13T00:00:00Z"}},
        // The 31st never comes in April, a Monday does.
        Row{"0 0 31 4 1", "UTC", "2025-04-01T00:00:00Z", {"2025-04-07T00:00:00Z"}},
        Row{"0 0 29 2 *",
            "UTC",
            "2025-01-01T00:00:00Z",
            {"2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"}},
        Row{"0 0 29 2 *", "UTC", "2096-03-01T00:00:00Z", {"2104-02-29T00:00:00Z"}},
        Row{"0 0 31 * *",
            "UTC",
            "2025-03-31T00:00:00Z",
            {"2025-05-31T00:00:00Z", "2025-07-31T00:00:00Z"}}));

INSTANTIATE_TEST_SUITE_P(
    Warsaw, CronNext,
    testing::Values(
        // 30 March 2025: 02:00 becomes 03:00 at 01:00 UTC.
        Row{"30 2 * * *",
            kWarsaw,
            "2025-03-29T00:00:00Z",
            {"2025-03-29T01:30:00Z", "2025-03-30T01:00:00Z", "2025-03-31T00:30:00Z"}},
        Row{"15,45 2 * * *",
            kWarsaw,
            "2025-03-30T00:00:00Z",
            {"2025-03-30T01:00:00Z", "2025-03-31T00:15:00Z"}},
        Row{"0 3 * * *",
            kWarsaw,
            "2025-03-29T03:00:00Z",
            {"2025-03-30T01:00:00Z", "2025-03-31T01:00:00Z"}},
        Row{"30 * * * *",
            kWarsaw,
            "2025-03-30T00:00:00Z",
            {"2025-03-30T00:30:00Z", "2025-03-30T01:30:00Z", "2025-03-30T02:30:00Z"}},
        Row{"0 0-23/2 * * *",
            kWarsaw,
            "2025-03-29T23:30:00Z",
            {"2025-03-30T01:00:00Z", "2025-03-30T02:00:00Z"}},
        // A minute or hour that begins with "*" follows elapsed time: nothing runs in an hour that
        // is left out, and both passes count of one that comes twice.
        Row{"*/30 2 * * *",
            kWarsaw,
            "2025-03-29T12:00:00Z",
            {"2025-03-31T00:00:00Z", "2025-03-31T00:30:00Z"}},
        Row{"0 */2 * * *",
            kWarsaw,
            "2025-03-29T23:30:00Z",
            {"2025-03-30T02:00:00Z", "2025-03-30T04:00:00Z"}},
        Row{"*/30 2 * * *",
            kWarsaw,
            "2025-10-25T12:00:00Z",
            {"2025-10-26T00:00:00Z", "2025-10-26T00:30:00Z", "2025-10-26T01:00:00Z",
             "2025-10-26T01:30:00Z", "2025-10-27T01:00:00Z"}},
        // 26 October 2025: 03:00 becomes 02:00 at 01:00 UTC.
        Row{"30 2 * * *",
            kWarsaw,
            "2025-10-25T12:00:00Z",
            {"2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"}},
        Row{"0 3 * * *",
            kWarsaw,
            "2025-10-25T12:00:00Z",
            {"2025-10-26T02:00:00Z", "2025-10-27T02:00:00Z"}},
        Row{"*/30 * * * *",
            kWarsaw,
            "2025-10-26T00:00:00Z",
            {"2025-10-26T00:30:00Z", "2025-10-26T01:00:00Z", "2025-10-26T01:30:00Z",
             "2025-10-26T02:00:00Z"}},
        Row{"0 9 * * SUN",
            kWarsaw,
            "2025-10-20T00:00:00Z",
            {"2025-10-26T08:00:00Z", "2025-11-02T08:00:00Z"}}));

INSTANTIATE_TEST_SUITE_P(
    NewYork, CronNext,
    testing::Values(
        // 9 March 2025: 02:00 becomes 03:00 at 07:00 UTC. 2 November: 02:00 becomes 01:00 at 06:00.
        Row{"30 2 * * *",
            kNewYork,
            "2025-03-08T12:00:00Z",
            {"2025-03-09T07:00:00Z", "2025-03-10T06:30:00Z"}},
        Row{"30 1 * * *",
            kNewYork,
            "2025-11-01T12:00:00Z",
            {"2025-11-02T05:30:00Z", "2025-11-03T06:30:00Z"}},
        Row{"0 * * * *",
            kNewYork,
            "2025-11-02T04:30:00Z",
            {"2025-11-02T05:00:00Z", "2025-11-02T06:00:00Z", "2025-11-02T07:00:00Z"}},
        Row{"0 0 13 * 5", kNewYork, "2025-06-12T00:00:00Z", {"2025-06-13T04:00:00Z"}}));

INSTANTIATE_TEST_SUITE_P(
    OddZones, CronNext,
    testing::Values(
        // Cairo skips midnight itself on 25 April 2025.
        Row{"0 0 * * *",
            "Africa/Cairo",
            "2025-04-23T23:00:00Z",
            {"2025-04-24T22:00:00Z", "2025-04-25T21:00:00Z"}},
        Row{"15 * * * *", "Africa/Cairo", "2025-04-24T21:30:00Z", {"2025-04-24T22:15:00Z"}},
        // Havana shows midnight twice on 2 November 2025.
        Row{"0 0 * * *",
            "America/Havana",
            "2025-11-01T12:00:00Z",
            {"2025-11-02T04:00:00Z", "2025-11-03T05:00:00Z"}},
        Row{"59 * 1 11 *",
            "America/Havana",
            "2025-11-02T03:00:00Z",
            {"2025-11-02T03:59:00Z", "2026-11-01T04:59:00Z"}},
        // Lord Howe moves its clocks by half an hour.
        Row{"10 2 * * *", "Australia/Lord_Howe", "2025-10-04T00:00:00Z", {"2025-10-04T15:30:00Z"}},
        Row{"0 12 * * *", "Asia/Kathmandu", "2025-04-26T00:00:00Z", {"2025-04-26T06:15:00Z"}}));

// changedetection.io PR#4350
TEST(CronNextLimits, AnUnknownZoneHasNoNext) {
  for (const char* zone : {"Europe/Warsawa", "", "../../etc/passwd", "Europe", "/etc/localtime"}) {
    for (const char* expression : {"0 0 * * *", "* * * * *"}) {
      EXPECT_EQ(times(expression, zone, "2025-04-26T00:00:00Z", 1),
                std::vector<std::string>{"never"})
          << zone;
    }
  }
}

TEST(CronNextLimits, TimesAlwaysRise) {
  for (const char* expression : {"*/7 * * * *", "15 1,2,3 * * *", "0 0 * * *", "50 23 * * 6,0"}) {
    for (const char* zone : {kWarsaw, kNewYork, "Africa/Cairo", "America/Havana", "Asia/Gaza"}) {
      const auto read = CronExpression::parse(expression).value();
      for (const char* start : {"2025-03-01T00:00:00Z", "2025-10-20T00:00:00Z"}) {
        Timestamp time = at(start);
        for (int i = 0; i < 300; ++i) {
          const auto next = read.next(time, zone);
          ASSERT_TRUE(next.has_value());
          ASSERT_GT(*next, time) << expression << " in " << zone;
          time = *next;
        }
      }
    }
  }
}

TEST(KnownTimezone, KnowsTheDatabaseOnly) {
  EXPECT_TRUE(known_timezone(kWarsaw));
  EXPECT_TRUE(known_timezone("UTC"));
  EXPECT_TRUE(known_timezone("Europe/Kyiv"));
  EXPECT_FALSE(known_timezone(""));
  EXPECT_FALSE(known_timezone("Mars/Olympus"));
  EXPECT_FALSE(known_timezone("../../etc/passwd"));
}

}  // namespace
}  // namespace claimtrail
