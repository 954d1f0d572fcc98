#include "sources/pauses.h"

#include "sources/answer.h"
#include "sources/http/normalise_url.h"
#include "sources/http/retry_after.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

constexpr std::chrono::days kRemembered{30};
constexpr std::chrono::seconds kLongest = std::chrono::days{7};

std::string host_of(const std::string& authority) {
  const std::size_t colon = authority.rfind(':');
  const bool has_port = colon != std::string::npos && authority.back() != ']';
  return has_port ? authority.substr(0, colon) : authority;
}

}  // namespace

std::string pause_scope(BackoffScope scope, const std::string& url) {
  switch (scope) {
    case BackoffScope::url:
      return "url " + normalise_url(url);
    case BackoffScope::host:
      return "host " + authority_of(url);
    case BackoffScope::domain:
      break;
  }
  return "domain " + registrable_domain(host_of(authority_of(url)));
}

Pauses::Pauses(RefreshMemory& memory, const Clock& clock) : memory_(memory), clock_(clock) {
  for (Pause& pause : memory.pauses()) by_scope_[pause.scope] = std::move(pause);
}

std::optional<Pause> Pauses::holding(const std::string& url) const {
  if (by_scope_.empty()) return std::nullopt;
  const Timestamp now = clock_.now();
  std::optional<Pause> longest;
  for (const BackoffScope scope : {BackoffScope::url, BackoffScope::host, BackoffScope::domain}) {
    const auto found = by_scope_.find(pause_scope(scope, url));
    if (found == by_scope_.end()) continue;
    // One further off than any that is ever set was noted by a clock that was wrong.
    const Pause& pause = found->second;
    if (pause.until <= now || pause.until > now + kLongest) continue;
    if (!longest || longest->until < pause.until) longest = pause;
  }
  return longest;
}

bool Pauses::means_a_pause(const HttpResponse& response, const Pause* known) const {
  if (response.status == 429 || response.status == 503) return true;
  if (response.status != 403) return false;
  const bool limited_before = known != nullptr && known->limited_at + kRemembered > clock_.now();
  return !response.retry_after.empty() || limited_before;
}

void Pauses::forgive(const std::string& url) {
  if (by_scope_.empty()) return;
  for (const BackoffScope scope : {BackoffScope::url, BackoffScope::host, BackoffScope::domain}) {
    const auto found = by_scope_.find(pause_scope(scope, url));
    if (found == by_scope_.end() || found->second.strikes == 0) continue;
    found->second.strikes = 0;
    memory_.put_pause(found->second);
  }
}

void Pauses::note(const std::string& url, const HttpResponse& response, BackoffScope scope) {
  if (response.status < 400) return forgive(url);
  const bool one_address = response.status == 503 && response.retry_after.empty();
  const std::string key = pause_scope(one_address ? BackoffScope::url : scope, url);
  const auto found = by_scope_.find(key);
  const Pause* known = found == by_scope_.end() ? nullptr : &found->second;
  if (!means_a_pause(response, known)) return;
  const Timestamp now = clock_.now();
  Pause pause = known == nullptr ? Pause{} : *known;
  pause.scope = key;
  pause.limited_at = now;
  ++pause.strikes;
  pause.reason = meaning_of(response).reason;
  const auto asked = parse_retry_after(response.retry_after, now);
  pause.until = std::max(pause.until, asked.value_or(now + back_off(pause.strikes)));
  memory_.put_pause(by_scope_[key] = pause);
}

}  // namespace claimtrail
