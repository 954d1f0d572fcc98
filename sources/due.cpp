#include "sources/refresh.h"

namespace claimtrail {
namespace {

constexpr std::chrono::seconds kLongestBlock = std::chrono::days{7};

}  // namespace

Timestamp next_due(const SourceSettings& source, const std::string& desk_timezone,
                   std::optional<Timestamp> last_attempt, Timestamp now) {
  // An attempt in the future was noted by a clock that was wrong.
  if (!last_attempt || *last_attempt > now) return now;
  if (source.schedule) {
    const std::string& zone = source.timezone.empty() ? desk_timezone : source.timezone;
    const auto next = source.schedule->next(*last_attempt, zone);
    if (next) return *next;
  }
  const std::chrono::seconds every{source.every_ms > 0 ? (source.every_ms + 999) / 1000 : 3'600};
  // Counted from the minute, so that a run a few seconds late does not make the next one a turn
  // late.
  const bool by_minutes = every >= std::chrono::minutes{1};
  const Timestamp from = by_minutes
                             ? Timestamp{std::chrono::floor<std::chrono::minutes>(*last_attempt)}
                             : *last_attempt;
  return from + every;
}

bool is_due(const SourceSettings& source, const SourceState& state,
            const std::string& desk_timezone, Timestamp now) {
  if (!source.enabled || state.gone) return false;
  // Nothing is held back for more than a week; what says so was noted by a clock that was wrong.
  const bool held_back = state.blocked_until && *state.blocked_until > now &&
                         *state.blocked_until <= now + kLongestBlock;
  if (held_back) return false;
  return next_due(source, desk_timezone, state.last_attempt, now) <= now;
}

}  // namespace claimtrail
