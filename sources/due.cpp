#include "sources/feeds/feed_rhythm.h"
#include "sources/refresh.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

using std::chrono::seconds;

constexpr seconds kLongestBlock = std::chrono::days{7};
// What a feed or a server asks to wait for is honoured this far.
constexpr seconds kLongestWish = std::chrono::days{1};
constexpr seconds kHour = std::chrono::hours{1};

seconds interval_of(const SourceSettings& source, std::optional<std::int64_t> learnt_every_s) {
  if (source.adaptive && learnt_every_s) {
    return seconds{std::clamp<long long>(*learnt_every_s, source.adaptive->from_ms / 1000,
                                         source.adaptive->to_ms / 1000)};
  }
  return source.every_ms > 0 ? seconds{(source.every_ms + 999) / 1000} : kHour;
}

/// The first point after `from` of the grid that is the source's own.
Timestamp after_on_grid(const std::string& id, seconds every, Timestamp from) {
  // Below a minute no run of cron could tell the points apart.
  if (every < std::chrono::minutes{1}) return from + every;
  const seconds phase = phase_of(id, every);
  const seconds passed = (from.time_since_epoch() - phase) % every;
  return from + (every - passed);
}

std::optional<Timestamp> next_by_cron(const SourceSettings& source,
                                      const std::string& desk_timezone, Timestamp after) {
  if (!source.schedule) return std::nullopt;
  return source.schedule->next(after, source.timezone.empty() ? desk_timezone : source.timezone);
}

/// Never sooner than the feed or its server ask for, at a time of the source's own schedule.
Timestamp lengthened(const SourceSettings& source, const std::string& desk_timezone,
                     const SourceState& state, Timestamp last, Timestamp due) {
  if (!state.not_before && state.rhythm.empty()) return due;
  const FeedRhythm rhythm = parse_rhythm(state.rhythm);
  Timestamp wish = std::max(due, state.not_before.value_or(due));
  if (rhythm.every) wish = std::max(wish, last + *rhythm.every);
  wish = std::max(due, std::min(outside_skipped(rhythm, wish), last + kLongestWish));
  if (wish == due) return due;
  return next_by_cron(source, desk_timezone, wish - seconds{1}).value_or(wish);
}

}  // namespace

Timestamp next_due(const SourceSettings& source, const std::string& desk_timezone,
                   std::optional<Timestamp> last_attempt, Timestamp now,
                   std::optional<std::int64_t> learnt_every_s) {
  // An attempt in the future was noted by a clock that was wrong.
  if (!last_attempt || *last_attempt > now) return now;
  if (const auto next = next_by_cron(source, desk_timezone, *last_attempt)) return *next;
  return after_on_grid(source.id, interval_of(source, learnt_every_s), *last_attempt);
}

Timestamp due_after(const SourceSettings& source, const SourceState& before,
                    const SourceState& after, const std::string& desk_timezone, Timestamp now) {
  const auto next = next_by_cron(source, desk_timezone, now);
  if (next) return lengthened(source, desk_timezone, after, now, *next);
  const seconds every = interval_of(source, after.learnt_every_s);
  // One that was fetched before its time (the first time, or by hand) is not fetched again at once.
  const bool in_its_time = before.next_due && *before.next_due <= now;
  const Timestamp from = in_its_time || every < std::chrono::minutes{1} ? now : now + every / 2;
  return lengthened(source, desk_timezone, after, now, after_on_grid(source.id, every, from));
}

bool is_due(const SourceSettings& source, const SourceState& state,
            const std::string& desk_timezone, Timestamp now) {
  if (!source.enabled || state.gone) return false;
  // Nothing is held back for more than a week; what says so was noted by a clock that was wrong.
  const bool held_back = state.blocked_until && *state.blocked_until > now &&
                         *state.blocked_until <= now + kLongestBlock;
  if (held_back) return false;
  if (!state.last_attempt || *state.last_attempt > now) return true;
  const Timestamp last = *state.last_attempt;
  Timestamp due = next_due(source, desk_timezone, last, now, state.learnt_every_s);
  // What was planned counts as long as the schedule of today could have planned it.
  const seconds every = interval_of(source, state.learnt_every_s);
  if (!source.schedule && state.next_due && due < *state.next_due &&
      *state.next_due <= last + every + every / 2) {
    due = *state.next_due;
  }
  return lengthened(source, desk_timezone, state, last, due) <= now;
}

}  // namespace claimtrail
