#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"

namespace claimtrail {

struct HttpLimits {
  long long connect_timeout_ms = 10'000;
  long long total_timeout_ms = 20'000;  ///< over all redirects, waiting for politeness not counted
  long long low_speed_bytes = 100;      ///< fewer bytes a second than this …
  long long low_speed_seconds = 10;     ///< … for so long end the transfer
  long long max_bytes = 8'000'000;      ///< of the decoded body
  /// A body of more than 1 MB may not be larger than this many times what was sent of it: text
  /// rarely shrinks to a thirtieth, a bomb shrinks to a thousandth.
  long long max_ratio = 200;
  int max_redirects = 10;
};

struct HttpRedirect {
  int status = 0;
  std::string location;  ///< absolute, without credentials
};

/// What may be done about an address whose turn has come.
enum class Permit {
  go,
  pause,      ///< it is not asked: the answer is the failure "host-busy"
  hand_back,  ///< only of a redirect's target: the redirect itself is the answer
};

struct HttpRequest {
  std::string url;            ///< http or https only
  std::string etag;           ///< sent as If-None-Match when not empty
  std::string last_modified;  ///< sent as If-Modified-Since when not empty
  std::string accept;
  HttpLimits limits;
  /// Asked before every hop, when its turn has come; empty: the client itself pauses a host that
  /// answered 429, or 503 with Retry-After, for the rest of the run. Must not call the client.
  std::function<Permit(const std::string& url)> permit;
  std::vector<HttpRedirect> redirects;  ///< followed before, where a redirect was handed back
  double seconds = 0;                   ///< that those took
};

struct HttpResponse {
  int status = 0;
  std::string url;           ///< the address that answered, without credentials
  std::string headers;       ///< of the final response, lines joined by "\r\n", status line first
  std::string body;          ///< decoded (gzip, br, zstd, deflate)
  std::string content_type;  ///< as sent; empty when absent
  std::string etag;
  std::string last_modified;
  std::string retry_after;  ///< as sent
  std::vector<HttpRedirect> redirects;
  std::string handed_back_to;  ///< where a redirect leads that was handed back; empty: it was not
  double seconds = 0;
};

/// Fetches many addresses at once. One event loop, one thread: `fetch` queues, `run` works until
/// nothing is queued or under way and calls each `done` exactly once from inside it; a `done` may
/// queue more. A response of any status is a value; a failure is a transfer that gave none, its
/// Diagnostic's `file` the URL without credentials, its message plain words, its code one of
///   dns, connect, timeout                            the network or the host is not there
///   tls, protocol, too-slow, cut-off, bad-encoding   it answered, but nothing that can be read
///   too-large, bad-redirect, refused-address, bad-url   we would not have it
///   host-busy    not asked: it wants a pause (see HttpRequest::permit)
///   stopped      not finished: `stop` was requested
/// While a `done` runs nothing else is read, so it should be short against the time limits.
/// When `stop` is requested everything queued or under way fails with "stopped" within a second.
/// What a `done` throws passes through `run`; the client may only be destroyed then.
class HttpClient {
 public:
  using Done = std::function<void(Result<HttpResponse>)>;
  virtual ~HttpClient() = default;
  virtual void fetch(HttpRequest request, Done done) = 0;
  virtual void run(std::stop_token stop) = 0;
  /// From now on there is this much time between starts of transfers to the host ("host" or
  /// "host:port"), or the options' own delay where that is longer.
  virtual void slow_down(const std::string& host, std::chrono::milliseconds delay) = 0;
};

struct HttpOptions {
  std::string user_agent;  ///< "claimtrail/0.1.0 (+mailto:desk@example.org)"
  bool allow_private_networks = false;
  /// Networks that are allowed though they are private: "192.168.4.0/24", "fd00::/8", "127.0.0.1".
  std::vector<std::string> allowed_networks;
  int jobs = 64;  ///< transfers at once
  int jobs_per_host = 2;
  long long per_host_delay_ms = 2'000;  ///< between starts of two transfers to one host
  /// A PEM file of authorities to trust instead of the system's; empty: the system's.
  std::string ca_file;
};

}  // namespace claimtrail
