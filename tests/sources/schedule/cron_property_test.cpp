#include <cstdlib>
#include <ctime>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

// A second evaluator, written after cron(8)'s own loop rather than after ours: it walks minute by
// minute, asks the C library what the wall shows, and keeps cron's virtual clock, which catches up
// with a wall that jumped ahead and waits for one that was set back.

/// One field as text and as the set it means.
struct SlowField {
  std::string text;
  std::set<int> values;
  bool star = false;
};

struct SlowCron {
  std::string text;
  SlowField minute, hour, day, month, weekday;

  [[nodiscard]] bool real_time() const { return minute.star || hour.star; }
  [[nodiscard]] bool matches(const std::tm& wall) const {
    if (!minute.values.contains(wall.tm_min) || !hour.values.contains(wall.tm_hour)) return false;
    if (!month.values.contains(wall.tm_mon + 1)) return false;
    const bool of_month = day.values.contains(wall.tm_mday);
    const bool of_week = weekday.values.contains(wall.tm_wday);
    return day.star || weekday.star ? of_month && of_week : of_month || of_week;
  }
};

/// Random expressions, about half of them with "*" in a field.
class Expressions {
 public:
  explicit Expressions(unsigned seed) : random_(seed) {}

  SlowCron next() {
    SlowCron cron;
    cron.minute = field(0, 59, 3, {});
    cron.hour = field(0, 23, 3, {});
    cron.day = field(1, 31, 1, {});
    cron.month = field(1, 12, 1,
                       {"", "jan", "Feb", "MAR", "apr", "may", "june", "jul", "aug", "september",
                        "oct", "nov", "dec"});
    cron.weekday = field(0, 7, 1, {"sun", "mon", "TUE", "wed", "thursday", "fri", "sat", "7"});
    if (cron.weekday.values.contains(7)) cron.weekday.values.insert(0);
    cron.text = cron.minute.text + " " + cron.hour.text + " " + cron.day.text + " " +
                cron.month.text + " " + cron.weekday.text;
    return cron;
  }

 private:
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

  SlowField field(int low, int high, int most_items, const std::vector<std::string>& names) {
    SlowField made;
    if (number(0, 2) == 0) {
      const int step = number(0, 1) == 0 ? 1 : number(2, high);
      made.text = step == 1 ? "*" : "*/" + std::to_string(step);
      made.star = true;
      for (int value = low; value <= high; value += step) made.values.insert(value);
      return made;
    }
    for (int items = number(1, most_items + 1); items > 0; --items) {
      if (!made.text.empty()) made.text += ',';
      const int first = number(low, high);
      int last = first;
      int step = 1;
      made.text += name_of(first, names);
      if (number(0, 1) == 0) {
        last = number(first, high);
        made.text += "-" + name_of(last, names);
        if (number(0, 2) == 0) {
          step = number(1, high);
          made.text += "/" + std::to_string(step);
        }
      }
      for (int value = first; value <= last; value += step) made.values.insert(value);
    }
    return made;
  }

  std::string name_of(int value, const std::vector<std::string>& names) {
    return names.empty() || number(0, 1) == 0 ? std::to_string(value)
                                              : names[static_cast<std::size_t>(value)];
  }

  std::mt19937 random_;
};

/// What the wall shows at each minute of a stretch of time, by the C library.
class Wall {
 public:
  Wall(const std::string& zone, Timestamp from, int days) : from_(from) {
    setenv("TZ", zone.c_str(), 1);
    tzset();
    const std::time_t start = from.time_since_epoch().count();
    for (int minute = 0; minute < days * 1440; ++minute) {
      const std::time_t at = start + minute * 60;
      std::tm wall{};
      localtime_r(&at, &wall);
      shown_.push_back(wall);
      read_as_utc_.push_back((at + wall.tm_gmtoff) / 60);
    }
    unsetenv("TZ");
    tzset();
  }

  /// Every time of the stretch at which cron would start the job.
  [[nodiscard]] std::vector<std::string> runs(const SlowCron& cron) const {
    std::vector<std::string> found;
    long virtual_minute = read_as_utc_.front();
    for (std::size_t i = 1; i < shown_.size(); ++i) {
      bool run = false;
      if (cron.real_time()) {
        run = cron.matches(shown_[i]);
      } else {
        for (; virtual_minute < read_as_utc_[i];) {
          const std::time_t wall_seconds = ++virtual_minute * 60;
          std::tm wall{};
          gmtime_r(&wall_seconds, &wall);
          run = run || cron.matches(wall);
        }
      }
      if (run) found.push_back(format_timestamp(from_ + std::chrono::minutes(i)));
    }
    return found;
  }

  [[nodiscard]] Timestamp from() const { return from_; }
  [[nodiscard]] Timestamp to() const { return from_ + std::chrono::minutes(shown_.size()); }

 private:
  Timestamp from_;
  std::vector<std::tm> shown_;
  std::vector<long> read_as_utc_;
};

std::vector<std::string> runs_of(const CronExpression& cron, const std::string& zone,
                                 Timestamp from, Timestamp to) {
  std::vector<std::string> found;
  for (auto at = cron.next(from, zone); at && *at < to; at = cron.next(*at, zone)) {
    found.push_back(format_timestamp(*at));
  }
  return found;
}

struct Stretch {
  const char* zone;
  const char* from;
};

TEST(CronProperty, AgreesWithAMinuteByMinuteCron) {
  // Around clock changes of an hour, half an hour, at midnight, over midnight, and a day left out.
  const Stretch stretches[] = {{"Europe/Warsaw", "2025-03-29T12:00:00Z"},
                               {"Europe/Warsaw", "2025-10-25T12:00:00Z"},
                               {"America/New_York", "2025-03-08T12:00:00Z"},
                               {"America/New_York", "2025-11-01T12:00:00Z"},
                               {"Africa/Cairo", "2025-04-24T12:00:00Z"},
                               {"America/Havana", "2025-11-01T12:00:00Z"},
                               {"Australia/Lord_Howe", "2025-10-04T00:00:00Z"},
                               {"Australia/Lord_Howe", "2026-04-04T00:00:00Z"},
                               {"Pacific/Apia", "2011-12-29T00:00:00Z"},
                               {"Asia/Gaza", "2025-10-24T12:00:00Z"},
                               {"America/Santiago", "2025-04-05T12:00:00Z"},
                               {"Asia/Kathmandu", "2025-12-30T00:00:00Z"},
                               {"UTC", "2024-02-27T00:00:00Z"}};
  Expressions expressions(20251129);
  int compared = 0;
  std::size_t runs = 0;
  for (const Stretch& stretch : stretches) {
    const Wall wall(stretch.zone, parse_timestamp(stretch.from).value(), 3);
    for (int round = 0; round < 150; ++round) {
      const SlowCron slow = expressions.next();
      const auto cron = CronExpression::parse(slow.text);
      if (!cron) {
        // Only days that never come may be refused.
        ASSERT_NE(cron.error().message.find("has a day"), std::string::npos)
            << slow.text << ": " << cron.error().message;
        continue;
      }
      const auto expected = wall.runs(slow);
      ASSERT_EQ(runs_of(*cron, stretch.zone, wall.from(), wall.to()), expected)
          << slow.text << " in " << stretch.zone;
      ++compared;
      runs += expected.size();
    }
  }
  EXPECT_GT(compared, 1'000);
  EXPECT_GT(runs, 10'000u);
}

}  // namespace
}  // namespace claimtrail
