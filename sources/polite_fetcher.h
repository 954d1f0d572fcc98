#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sources/http/http_client.h"
#include "sources/pauses.h"
#include "sources/refresh_memory.h"
#include "sources/robots_gate.h"
#include "sources/settings.h"

namespace claimtrail {

/// How one address is to be asked for.
struct FetchRules {
  RobotsPolicy robots = RobotsPolicy::obey;
  BackoffScope backoff_scope = BackoffScope::host;
};

/// The client with its manners: robots.txt is asked first and at every redirect to another address,
/// who wants a pause gets it, and both are remembered. Everything of the client's contract holds;
/// besides its failures there are
///   robots          robots.txt forbids the address; the message names the line
///   robots-closed   robots.txt cannot be read, which closes the origin for now
class PoliteFetcher {
 public:
  PoliteFetcher(HttpClient& client, const Clock& clock, RefreshMemory& memory,
                const HttpLimits& limits, const FetchManners& manners);
  PoliteFetcher(const PoliteFetcher&) = delete;
  PoliteFetcher& operator=(const PoliteFetcher&) = delete;

  void fetch(HttpRequest request, const FetchRules& rules, HttpClient::Done done);
  /// The pause that holds the address back now.
  [[nodiscard]] std::optional<Pause> pause(const std::string& url) const {
    return pauses_.holding(url);
  }
  /// Told of every answer of robots.txt files.
  void on_robots(std::function<void(const std::string& url, const Result<HttpResponse>&)> tell);

 private:
  void send(HttpRequest request, const FetchRules& rules, HttpClient::Done done);
  [[nodiscard]] Permit permit(const std::string& url, RobotsPolicy robots);

  HttpClient& client_;
  Pauses pauses_;
  RobotsGate robots_;
};

}  // namespace claimtrail
