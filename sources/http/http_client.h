#pragma once

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
  int max_redirects = 10;
};

struct HttpRequest {
  std::string url;            ///< http or https only
  std::string etag;           ///< sent as If-None-Match when not empty
  std::string last_modified;  ///< sent as If-Modified-Since when not empty
  std::string accept;
  HttpLimits limits;
};

struct HttpRedirect {
  int status = 0;
  std::string location;  ///< absolute, without credentials
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
  double seconds = 0;
};

/// Fetches many addresses at once. One event loop, one thread: `fetch` queues, `run` works until
/// nothing is queued or under way and calls each `done` exactly once from inside it; a `done` may
/// queue more. A response of any status is a value; a failure is a transfer that gave none, its
/// Diagnostic's `file` the URL without credentials, its message plain words, its code one of
///   dns, connect, timeout                            the network or the host is not there
///   tls, protocol, too-slow, cut-off, bad-encoding   it answered, but nothing that can be read
///   too-large, bad-redirect, refused-address, bad-url   we would not have it
///   host-busy    not asked: the host answered 429, or 503 with Retry-After, earlier in this run
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
};

struct HttpOptions {
  std::string user_agent;  ///< "claimtrail/0.1.0 (+mailto:desk@example.org)"
  bool allow_private_networks = false;
  /// Networks that are allowed though they are private: "192.168.4.0/24", "fd00::/8", "127.0.0.1".
  std::vector<std::string> allowed_networks;
  int jobs = 64;  ///< transfers at once
  int jobs_per_host = 2;
  long long per_host_delay_ms = 2'000;  ///< between starts of two transfers to one host
};

}  // namespace claimtrail
