#include "sources/source_health.h"

#include "core/model/digest.h"

namespace claimtrail {
namespace {

constexpr std::chrono::seconds kFirstWait = std::chrono::minutes{5};
constexpr std::chrono::seconds kLongestWait = std::chrono::days{1};

}  // namespace

std::chrono::seconds back_off(int failures) {
  std::chrono::seconds wait = kFirstWait;
  for (int i = 1; i < failures && wait < kLongestWait; ++i) wait *= 2;
  return std::min(wait, kLongestWait);
}

void note_success(SourceState& state, Timestamp now) {
  state.last_attempt = now;
  state.last_success = now;
  state.failing_since.reset();
  state.failures = 0;
  state.last_error.clear();
  state.blocked_until.reset();
  state.gone = false;
}

void note_failure(SourceState& state, const std::string& reason, Timestamp now,
                  std::optional<Timestamp> retry_after) {
  state.last_attempt = now;
  if (!state.failing_since) state.failing_since = now;
  ++state.failures;
  state.last_error = reason;
  state.blocked_until = retry_after.value_or(now + back_off(state.failures));
}

std::chrono::seconds phase_of(const std::string& key, std::chrono::seconds period) {
  const std::string digest = sha256(key).substr(0, 12);
  return std::chrono::seconds{std::stoll(digest, nullptr, 16) % period.count()};
}

bool turn_passed(const std::string& key, std::optional<Timestamp> last, Timestamp now,
                 std::chrono::seconds period) {
  if (!last) return true;
  const auto turn_of = [&, phase = phase_of(key, period)](Timestamp time) {
    return (time.time_since_epoch() + phase) / period;
  };
  return turn_of(*last) != turn_of(now);
}

void note_redirect(PageState& page, const std::string& target) {
  if (target.empty()) {
    page.redirect.clear();
    page.redirect_sightings = 0;
  } else if (page.redirect == target) {
    ++page.redirect_sightings;
  } else {
    page.redirect = target;
    page.redirect_sightings = 1;
  }
}

bool has_moved(const PageState& page) {
  return !page.redirect.empty() && page.redirect_sightings >= kSightingsToMove;
}

}  // namespace claimtrail
