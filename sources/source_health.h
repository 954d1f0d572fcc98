#pragma once

#include <optional>
#include <string>

#include "core/model/source_state.h"
#include "core/model/time.h"

namespace claimtrail {

/// Sightings in a row after which a permanent redirect is believed.
inline constexpr int kSightingsToMove = 3;

/// How long to leave a source alone after so many failures in a row: 5 minutes, doubled each time,
/// a day at most.
[[nodiscard]] std::chrono::seconds back_off(int failures);

void note_success(SourceState& state, Timestamp now);

/// `retry_after` overrides the back-off.
void note_failure(SourceState& state, const std::string& reason, Timestamp now,
                  std::optional<Timestamp> retry_after);

/// A place in a period that is the key's own, in whole seconds: what spreads sources over it.
[[nodiscard]] std::chrono::seconds phase_of(const std::string& key, std::chrono::seconds period);

/// True when the key's turn for a fetch without validators, once a period, lies after `last` (or
/// there was none) and not after `now`. Turns are spread over the period by the key.
[[nodiscard]] bool turn_passed(const std::string& key, std::optional<Timestamp> last, Timestamp now,
                               std::chrono::seconds period);

/// Counts a sighting of a permanent redirect to `target`; an empty one or another starts anew.
void note_redirect(PageState& page, const std::string& target);

/// The address to ask for: where a redirect moved it once that is believed, else its own.
[[nodiscard]] bool has_moved(const PageState& page);

}  // namespace claimtrail
