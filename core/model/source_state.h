#pragma once

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
};

/// Validators of one page, for conditional fetches of reports.
struct PageState {
  std::string url;  ///< normalised
  std::string etag;
  std::string last_modified;
  std::string redirect;  ///< where a permanent redirect pointed when last seen
  int redirect_sightings = 0;
};

}  // namespace claimtrail
