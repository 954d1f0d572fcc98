#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sources/http/http_client.h"
#include "sources/http/robots.h"
#include "sources/refresh_memory.h"
#include "sources/settings.h"

namespace claimtrail {

/// The product token we obey under (RFC 9309 2.2.1).
inline constexpr const char* kRobotsAgent = "claimtrail";

/// Asks the robots.txt of every origin before anything else of it is fetched: once, then from
/// memory for as long as its Cache-Control says, an hour at least, a day at most and without it.
///
/// By RFC 9309 2.3.1: redirects are followed, five at most. 4xx (but 429) and redirects that lead
/// nowhere mean that there are no rules. 429, 5xx and answers that cannot be read close the origin
/// until it can be read again, or the rules last read go on; after 30 days it counts as absent. A
/// host that is not there at all (no name, no connection) is no matter of robots.txt: that failure
/// is handed on. Crawl-delay is handed to the client, as far as the config honours it.
class RobotsGate {
 public:
  RobotsGate(HttpClient& client, const Clock& clock, RefreshMemory& memory, HttpLimits limits,
             std::chrono::milliseconds longest_delay);

  /// An allowed or disallowed address with the line that decides, or the failure that asking met:
  /// one of the client's, or "robots-closed" where the origin is closed for the time being.
  using Answer = Result<RobotsDecision>;
  using Then = std::function<void(const Answer&)>;
  /// Calls `then` once: now where the origin is known, else from inside the client's run.
  void ask(const std::string& url, Then then);
  /// What is known of the address without asking; nothing when its origin must be asked first.
  [[nodiscard]] std::optional<Answer> known(const std::string& url);

  /// Set for what is fetched here too, see HttpRequest::permit.
  std::function<Permit(const std::string& url)> permit;
  /// Told of every answer, before anything is made of it.
  std::function<void(const std::string& url, const Result<HttpResponse>& result)> on_answer;

 private:
  struct Origin {
    bool settled = false;
    RobotsRules rules;                 ///< empty ones allow everything
    std::optional<Diagnostic> closed;  ///< why nothing may be fetched now
    std::vector<std::pair<std::string, Then>> waiting;
  };
  [[nodiscard]] static Answer decide(const Origin& origin, const std::string& url);
  void fetch(const std::string& name, std::optional<RobotsFile> before);
  void take(const std::string& name, RobotsFile before, const Result<HttpResponse>& result);
  void settle(const std::string& name, const RobotsFile& file);
  void close(const std::string& name, Diagnostic why);
  void release(Origin& origin);

  HttpClient& client_;
  const Clock& clock_;
  RefreshMemory& memory_;
  HttpLimits limits_;
  std::chrono::milliseconds longest_delay_;
  std::unordered_map<std::string, Origin> origins_;  ///< its nodes keep their addresses
};

/// "https://a.example:8443" of an address; empty for one that is not http or https.
[[nodiscard]] std::string origin_of(const std::string& url);

}  // namespace claimtrail
