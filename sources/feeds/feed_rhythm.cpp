#include "sources/feeds/feed_rhythm.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "sources/feeds/feed.h"
#include "sources/feeds/xml_reader.h"

namespace claimtrail {
namespace {

using std::chrono::seconds;

constexpr std::uint32_t kAllHours = (1U << 24U) - 1;
constexpr std::uint8_t kAllDays = (1U << 7U) - 1;
constexpr long long kDay = 86'400;
constexpr long long kMost = 366 * kDay;

struct NamedNumber {
  std::string_view name;
  long long number;
};
constexpr std::array<NamedNumber, 7> kDays{{{"sunday", 0},
                                            {"monday", 1},
                                            {"tuesday", 2},
                                            {"wednesday", 3},
                                            {"thursday", 4},
                                            {"friday", 5},
                                            {"saturday", 6}}};
constexpr std::array<NamedNumber, 5> kPeriods{{{"hourly", 3'600},
                                               {"daily", kDay},
                                               {"weekly", 7 * kDay},
                                               {"monthly", 30 * kDay},
                                               {"yearly", 365 * kDay}}};

std::string lower_word(std::string_view text) {
  std::string word;
  for (const char letter : text) {
    if (letter >= 'A' && letter <= 'Z') word += static_cast<char>(letter - 'A' + 'a');
    if (static_cast<unsigned char>(letter) > ' ' && !(letter >= 'A' && letter <= 'Z')) {
      word += letter;
    }
  }
  return word;
}

template <std::size_t N>
std::optional<long long> named(const std::array<NamedNumber, N>& table, std::string_view name) {
  for (const NamedNumber& row : table) {
    if (row.name == name) return row.number;
  }
  return std::nullopt;
}

std::optional<long long> number_in(std::string_view text) {
  long long value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return std::min(value, kMost);
}

/// Follows the elements of a feed's head.
class RhythmReader {
 public:
  FeedRhythm read(std::string_view bytes) {
    XmlReader xml(bytes);
    for (const XmlEvent* event = &xml.next(); event->kind != XmlEventKind::finished;
         event = &xml.next()) {
      if (event->kind == XmlEventKind::text) words_ += event->text;
      if (event->kind == XmlEventKind::start) {
        if (event->name == "item" || event->name == "entry") break;
        words_.clear();
      }
      if (event->kind == XmlEventKind::end) take(event->name);
    }
    if (period_) longer(*period_ / std::max(frequency_, 1LL));
    if (rhythm_.skipped_hours == kAllHours) rhythm_.skipped_hours = 0;
    if (rhythm_.skipped_days == kAllDays) rhythm_.skipped_days = 0;
    return rhythm_;
  }

 private:
  void longer(long long wish) {
    if (wish > 0) rhythm_.every = std::max(rhythm_.every.value_or(seconds{0}), seconds{wish});
  }

  void take(std::string_view name) {
    const std::string word = lower_word(words_);
    words_.clear();
    const auto number = number_in(word);
    if (name == "ttl" && number) longer(std::min(*number * 60, kMost));
    if (name == "updatePeriod") period_ = named(kPeriods, word);
    if (name == "updateFrequency" && number) frequency_ = *number;
    if (name == "hour" && number && *number <= 24) rhythm_.skipped_hours |= 1U << (*number % 24);
    if (name == "day") {
      if (const auto day = named(kDays, word)) {
        rhythm_.skipped_days = static_cast<std::uint8_t>(rhythm_.skipped_days | (1U << *day));
      }
    }
  }

  FeedRhythm rhythm_;
  std::optional<long long> period_;
  long long frequency_ = 1;
  std::string words_;
};

long long value_of(std::string_view text, std::string_view key) {
  const std::size_t place = text.find(key);
  if (place == std::string_view::npos) return 0;
  text.remove_prefix(place + key.size());
  return number_in(text.substr(0, text.find(' '))).value_or(0);
}

}  // namespace

FeedRhythm read_feed_rhythm(std::string_view bytes) {
  if (is_json_feed(bytes)) return {};
  return RhythmReader().read(bytes);
}

std::string write_rhythm(const FeedRhythm& rhythm) {
  if (rhythm.says_nothing()) return {};
  return fmt::format("every={} hours={} days={}", rhythm.every.value_or(seconds{0}).count(),
                     rhythm.skipped_hours, rhythm.skipped_days);
}

FeedRhythm parse_rhythm(std::string_view text) {
  FeedRhythm rhythm;
  if (text.empty()) return rhythm;
  if (const long long every = value_of(text, "every="); every > 0) rhythm.every = seconds{every};
  rhythm.skipped_hours = static_cast<std::uint32_t>(value_of(text, "hours=")) & kAllHours;
  rhythm.skipped_days = static_cast<std::uint8_t>(value_of(text, "days=")) & kAllDays;
  return rhythm;
}

Timestamp outside_skipped(const FeedRhythm& rhythm, Timestamp time) {
  using std::chrono::days;
  using std::chrono::hours;
  // A week holds every combination there is.
  for (int step = 0; step < 7 * 24; ++step) {
    const Day day = std::chrono::floor<days>(time);
    const auto hour = std::chrono::floor<hours>(time - day).count();
    const unsigned weekday = std::chrono::weekday{day}.c_encoding();
    const bool skipped =
        ((rhythm.skipped_hours >> hour) & 1U) != 0 || ((rhythm.skipped_days >> weekday) & 1U) != 0;
    if (!skipped) return time;
    time = Timestamp{std::chrono::floor<hours>(time) + hours{1}};
  }
  return time;
}

}  // namespace claimtrail
