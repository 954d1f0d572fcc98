#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "sources/http/http_client.h"
#include "sources/refresh_memory.h"
#include "sources/settings.h"

namespace claimtrail {

/// Who asked to be left alone, in this run and in earlier ones.
///
/// 429 pauses the scope that the config names; so does 503 with Retry-After, and 403 where it has
/// a Retry-After or comes from a scope that was limited in the last 30 days (some sites say 403 for
/// 429). 503 without Retry-After pauses the one address, whatever the scope: behind one host there
/// may be many servers. A pause lasts as Retry-After says, a week at most; without it 5 minutes,
/// doubled each time in a row, a day at most. A good answer ends the row, not the memory of it.
class Pauses {
 public:
  Pauses(RefreshMemory& memory, const Clock& clock);

  /// The pause that holds the address back now, the longest where there are several.
  [[nodiscard]] std::optional<Pause> holding(const std::string& url) const;
  /// Learns from an answer of `url`.
  void note(const std::string& url, const HttpResponse& response, BackoffScope scope);

 private:
  void forgive(const std::string& url);
  [[nodiscard]] bool means_a_pause(const HttpResponse& response, const Pause* known) const;

  RefreshMemory& memory_;
  const Clock& clock_;
  std::unordered_map<std::string, Pause> by_scope_;
};

/// "url https://a.example/x", "host a.example:8080", "domain a.example".
[[nodiscard]] std::string pause_scope(BackoffScope scope, const std::string& url);

}  // namespace claimtrail
