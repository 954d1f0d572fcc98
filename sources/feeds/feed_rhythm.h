#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/time.h"

namespace claimtrail {

/// What a feed says of how often asking it makes sense: ttl, skipHours and skipDays of RSS 2.0,
/// updatePeriod and updateFrequency of the syndication module of RSS 1.0.
struct FeedRhythm {
  std::optional<std::chrono::seconds> every;  ///< the longer one where both are said
  std::uint32_t skipped_hours = 0;            ///< bit n: from n:00 to n:59 in UTC
  std::uint8_t skipped_days = 0;              ///< bit n: weekday n in UTC, Sunday 0

  [[nodiscard]] bool says_nothing() const {
    return !every && skipped_hours == 0 && skipped_days == 0;
  }
  friend bool operator==(const FeedRhythm&, const FeedRhythm&) = default;
};

/// Reads what stands before the feed's first entry; a JSON Feed says nothing. Values that cannot be
/// read are passed over, and so are skips that would leave no hour at all.
[[nodiscard]] FeedRhythm read_feed_rhythm(std::string_view bytes);

/// As kept in SourceState::rhythm: "every=3600 hours=48 days=1", the latter two as bits; empty for
/// one that says nothing. What cannot be read back says nothing.
[[nodiscard]] std::string write_rhythm(const FeedRhythm& rhythm);
[[nodiscard]] FeedRhythm parse_rhythm(std::string_view text);

/// The first time not before `time` that lies in no skipped hour or day.
[[nodiscard]] Timestamp outside_skipped(const FeedRhythm& rhythm, Timestamp time);

}  // namespace claimtrail
