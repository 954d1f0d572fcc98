#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/model/time.h"

namespace claimtrail {

/// What is remembered of a source between refreshes.
struct SourceState {
  std::string source;         ///< the source's id
  std::string location;       ///< the address it is fetched from now (a 301 may have moved it)
  std::string etag;           ///< echoed byte for byte; empty: none
  std::string last_modified;  ///< echoed byte for byte; empty: none
  std::optional<Timestamp> last_attempt;
  std::optional<Timestamp> last_success;
  std::optional<Timestamp> failing_since;
  int failures = 0;        ///< in a row
  std::string last_error;  ///< why it failed last; empty after a success
  std::optional<Timestamp> next_due;
  std::optional<Timestamp> blocked_until;  ///< Retry-After or back-off
  bool gone = false;                       ///< answered 410: no more fetches until a person says so
  std::optional<Timestamp> not_before;  ///< until when its Cache-Control says it stays as it is
  std::string rhythm;  ///< what the feed says of its own, as write_rhythm writes it; empty: nothing
  /// Of an `adaptive` source: its interval as learnt, in seconds. Empty: nothing learnt yet.
  std::optional<std::int64_t> learnt_every_s;
};

/// A permanent redirect (301, 308) that was believed, or the return to the configured address when
/// it led nowhere. Kept for ever, so that it can be told where a source was fetched from when.
struct SourceMove {
  std::string source;
  Timestamp at;
  std::string from;
  std::string to;
  friend bool operator==(const SourceMove&, const SourceMove&) = default;
};

/// Validators of one page, for conditional fetches of reports.
struct PageState {
  std::string url;  ///< normalised
  std::string etag;
  std::string last_modified;
  std::string redirect;  ///< where a permanent redirect pointed when last seen
  int redirect_sightings = 0;
  std::optional<Timestamp> last_full;  ///< when it last came whole (200), not as a 304
};

/// That somebody asked to be left alone: 429, 503, or a 403 that means it.
struct Pause {
  std::string scope;  ///< "url https://…", "host a.example:8080" or "domain a.example"
  Timestamp until;
  Timestamp limited_at;  ///< when it last asked; the row outlives `until`
  int strikes = 0;       ///< in a row, without a good answer between
  std::string reason;    ///< "too many requests (429)"
  friend bool operator==(const Pause&, const Pause&) = default;
};

/// The robots.txt of one origin as last fetched.
struct RobotsFile {
  std::string origin;  ///< "https://a.example"
  int status = 0;      ///< of its answer; 0: none came
  std::string body;    ///< where the status is 200; at most 500 KiB
  Timestamp fetched_at;
  Timestamp expires;
  std::optional<Timestamp> unreachable_since;  ///< no answer, or 5xx, ever since
  friend bool operator==(const RobotsFile&, const RobotsFile&) = default;
};

}  // namespace claimtrail
