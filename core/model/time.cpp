#include "core/model/time.h"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace claimtrail {
namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

struct ClockTime {
  std::chrono::seconds of_day{0};
  std::chrono::seconds offset{0};
};

std::optional<std::chrono::seconds> parse_offset(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return std::chrono::seconds{0};
  if (text.front() != '+' && text.front() != '-') return std::nullopt;
  const bool colon = text.size() == 6 && text[3] == ':';
  if (!colon && text.size() != 5) return std::nullopt;
  const auto hours = digits(text, 1, 2);
  const auto minutes = digits(text, colon ? 4 : 3, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const auto offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
  return text.front() == '-' ? -offset : offset;
}

std::optional<ClockTime> parse_clock(std::string_view text) {
  const auto hour = digits(text, 0, 2);
  const auto minute = digits(text, 3, 2);
  if (!hour || !minute || text[2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  std::size_t at = 5;
  int second = 0;
  if (at < text.size() && text[at] == ':') {
    const auto value = digits(text, at + 1, 2);
    if (!value || *value > 60) return std::nullopt;
    second = *value;
    at += 3;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
      ++at;
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }
  }
  const auto offset = parse_offset(text.substr(at));
  if (!offset) return std::nullopt;
  return ClockTime{
      std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{second},
      *offset};
}

class MachineClock : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    if (const char* fixed = std::getenv("CLAIMTRAIL_NOW")) {
      if (const auto time = parse_timestamp(fixed)) return *time;
    }
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
      const std::string_view text = epoch;
      long long seconds = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
      if (error == std::errc{} && end == text.data() + text.size()) {
        return Timestamp{std::chrono::seconds{seconds}};
      }
    }
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

}  // namespace

std::string format_day(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::string format_timestamp(Timestamp time) {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto published = parse_published(text);
  return published ? published->time : std::nullopt;
}

std::optional<Published> parse_published(std::string_view text) {
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return Published{*day, std::nullopt};
  if (text.size() < 16 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) {
    return std::nullopt;
  }
  const auto clock = parse_clock(text.substr(11));
  if (!clock) return std::nullopt;
  return Published{*day, Timestamp{*day} + clock->of_day - clock->offset,
                   std::chrono::duration_cast<std::chrono::minutes>(clock->offset)};
}

std::string format_as_written(const Published& published) {
  if (!published.time || published.offset == std::chrono::minutes{0}) {
    return format_published(published);
  }
  std::string text = format_timestamp(*published.time + published.offset);
  const auto shift = std::chrono::abs(published.offset);
  text.back() = published.offset < std::chrono::minutes{0} ? '-' : '+';
  return text + fmt::format("{:02}:{:02}", shift.count() / 60, shift.count() % 60);
}

std::string format_published(const Published& published) {
  return published.time ? format_timestamp(*published.time) : format_day(published.day);
}

const Clock& system_clock() {
  static const MachineClock clock;
  return clock;
}

}  // namespace claimtrail
