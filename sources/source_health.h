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

/// True when the key's weekly turn for a fetch without validators lies after `last` (or there was
/// none) and not after `now`. Turns are spread over the week by the key, so that not all fall
/// together.
[[nodiscard]] bool weekly_turn_passed(const std::string& key, std::optional<Timestamp> last,
                                      Timestamp now);

/// True on the one day in seven that is the key's.
[[nodiscard]] bool is_weekly_day(const std::string& key, Timestamp now);

/// Counts a sighting of a permanent redirect to `target`; an empty one or another starts anew.
void note_redirect(PageState& page, const std::string& target);

/// The address to ask for: where a redirect moved it once that is believed, else its own.
[[nodiscard]] bool has_moved(const PageState& page);

}  // namespace claimtrail
