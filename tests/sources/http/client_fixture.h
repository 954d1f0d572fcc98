#pragma once

#include <gmock/gmock.h>

#include "sources/http/curl_client.h"
#include "tests/support/http_server.h"

namespace claimtrail {

/// Options for a server on loopback: no politeness, nothing refused.
inline HttpOptions loopback_options() {
  HttpOptions options;
  options.user_agent = "claimtrail-test/1 (+mailto:desk@desk.example)";
  options.allow_private_networks = true;
  options.jobs_per_host = 64;
  options.per_host_delay_ms = 0;
  return options;
}

/// Fetches one address and waits for what it brings.
inline Result<HttpResponse> fetch_one(const HttpOptions& options, HttpRequest request) {
  const auto client = make_curl_client(options);
  Result<HttpResponse> result = failure("not-called", "done was not called");
  int calls = 0;
  client->fetch(std::move(request), [&](Result<HttpResponse> response) {
    result = std::move(response);
    ++calls;
  });
  client->run({});
  EXPECT_EQ(calls, 1);
  return result;
}

inline Result<HttpResponse> fetch_url(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return fetch_one(loopback_options(), request);
}

/// The code of a failure; "ok" and the status for a response.
inline std::string outcome(const Result<HttpResponse>& result) {
  return result ? "ok " + std::to_string(result->status) : result.error().code;
}

}  // namespace claimtrail
