#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "sources/http/http_client.h"

namespace claimtrail {

/// A client that answers from a table, in the order asked. Addresses that are not in it cannot be
/// resolved; a robots.txt that is not in it does not exist where its host answers at all, and is
/// left out of `requests`. Several answers for one address are given in turn, the last one for
/// ever. Like a server it answers 304 to a validator that matches the answer's own.
class FakeHttpClient final : public HttpClient {
 public:
  void on(const std::string& url, HttpResponse response) {
    if (response.url.empty()) response.url = url;
    answers_[url].emplace_back(std::move(response));
  }
  void on(const std::string& url, std::string code, std::string message) {
    answers_[url].emplace_back(failure(std::move(code), std::move(message), url));
  }
  void page(const std::string& url, std::string body, std::string etag = {}) {
    HttpResponse response;
    response.status = 200;
    response.body = std::move(body);
    response.content_type = "text/html; charset=utf-8";
    response.headers = "HTTP/1.1 200 OK";
    response.etag = std::move(etag);
    on(url, std::move(response));
  }
  void status(const std::string& url, int status, std::string retry_after = {}) {
    HttpResponse response;
    response.status = status;
    response.retry_after = std::move(retry_after);
    on(url, std::move(response));
  }
  /// Forgets what was set for the address, so that new answers can be.
  void clear(const std::string& url) { answers_.erase(url); }
  /// Answers 200 with the body even to a validator that matches, as some servers do.
  bool ignores_validators = false;
  /// Called before each answer.
  std::function<void(const HttpRequest&)> on_request;

  void fetch(HttpRequest request, Done done) override {
    queue_.emplace_back(std::move(request), std::move(done));
  }

  void run(std::stop_token stop) override {
    while (!queue_.empty()) {
      auto [request, done] = std::move(queue_.front());
      queue_.pop_front();
      if (stop.stop_requested()) {
        done(failure("stopped", "stopped before it was finished", request.url));
        continue;
      }
      if (request.permit && request.permit(request.url) == Permit::pause) {
        done(failure("host-busy", "the host asked for a pause", request.url));
        continue;
      }
      if (request.url.ends_with("/robots.txt") && !answers_.contains(request.url)) {
        done(unset_robots(request.url));
        continue;
      }
      requests.push_back(request);
      if (on_request) on_request(request);
      done(handed_back(request, answer(request)));
    }
  }

  void slow_down(const std::string& host, std::chrono::milliseconds delay) override {
    delays[host] = delay;
  }
  std::map<std::string, std::chrono::milliseconds> delays;  ///< as asked for, by host

  std::vector<HttpRequest> requests;  ///< all so far

  /// How often an address was asked for.
  [[nodiscard]] int count(const std::string& url) const {
    int found = 0;
    for (const HttpRequest& request : requests) found += request.url == url ? 1 : 0;
    return found;
  }

 private:
  /// 404 where the host answers anything, else what it fails with.
  [[nodiscard]] Result<HttpResponse> unset_robots(const std::string& url) const {
    const std::string origin = url.substr(0, url.rfind('/') + 1);
    const auto found = answers_.lower_bound(origin);
    if (found == answers_.end() || !found->first.starts_with(origin)) {
      return failure("dns", "the name cannot be resolved", url);
    }
    const Result<HttpResponse>& first = found->second.front();
    const bool unreachable =
        !first && (first.error().code == "dns" || first.error().code == "connect" ||
                   first.error().code == "timeout");
    if (unreachable) return first;
    HttpResponse missing;
    missing.status = 404;
    missing.url = url;
    return missing;
  }

  /// The answer as far as its redirects may be followed.
  static Result<HttpResponse> handed_back(const HttpRequest& request, Result<HttpResponse> result) {
    if (!result) return result;
    for (std::size_t i = 0; request.permit && i < result->redirects.size(); ++i) {
      if (request.permit(result->redirects[i].location) != Permit::hand_back) continue;
      HttpResponse redirect;
      redirect.status = result->redirects[i].status;
      redirect.url = result->url;
      redirect.handed_back_to = result->redirects[i].location;
      redirect.redirects.assign(result->redirects.begin(),
                                result->redirects.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      result = std::move(redirect);
      break;
    }
    result->redirects.insert(result->redirects.begin(), request.redirects.begin(),
                             request.redirects.end());
    return result;
  }

  Result<HttpResponse> answer(const HttpRequest& request) {
    const auto found = answers_.find(request.url);
    if (found == answers_.end()) {
      return failure("dns", "the name cannot be resolved", request.url);
    }
    auto& waiting = found->second;
    Result<HttpResponse> given = waiting.front();
    if (waiting.size() > 1) waiting.pop_front();
    const bool same_etag = given && !given->etag.empty() && given->etag == request.etag;
    const bool same_time =
        given && !given->last_modified.empty() && given->last_modified == request.last_modified;
    if (given && given->status == 200 && !ignores_validators &&
        (same_etag || (request.etag.empty() && same_time))) {
      given->status = 304;
      given->body.clear();
    }
    return given;
  }

  std::map<std::string, std::deque<Result<HttpResponse>>> answers_;
  std::deque<std::pair<HttpRequest, Done>> queue_;
};

}  // namespace claimtrail
