#include "sources/polite_fetcher.h"

#include "sources/http/normalise_url.h"

namespace claimtrail {

PoliteFetcher::PoliteFetcher(HttpClient& client, const Clock& clock, RefreshMemory& memory,
                             const HttpLimits& limits, const FetchManners& manners)
    : client_(client),
      pauses_(memory, clock),
      robots_(client, clock, memory, limits,
              std::chrono::milliseconds{manners.max_crawl_delay_ms}) {
  robots_.permit = [this](const std::string& url) { return permit(url, RobotsPolicy::ignore); };
  on_robots({});
}

void PoliteFetcher::on_robots(
    std::function<void(const std::string& url, const Result<HttpResponse>&)> tell) {
  robots_.on_answer = [this, tell = std::move(tell)](const std::string& url,
                                                     const Result<HttpResponse>& result) {
    // Only a clear word about the whole host: a robots.txt behind a wall says nothing of the pages.
    if (result && result->status == 429) pauses_.note(url, *result, BackoffScope::host);
    if (tell) tell(url, result);
  };
}

Permit PoliteFetcher::permit(const std::string& url, RobotsPolicy robots) {
  if (pauses_.holding(url)) return Permit::pause;
  if (robots == RobotsPolicy::ignore) return Permit::go;
  const auto known = robots_.known(url);
  const bool allowed = known && *known && (*known)->access == RobotsAccess::allowed;
  return allowed ? Permit::go : Permit::hand_back;
}

void PoliteFetcher::fetch(HttpRequest request, const FetchRules& rules, HttpClient::Done done) {
  if (rules.robots == RobotsPolicy::ignore) return send(std::move(request), rules, std::move(done));
  const std::string url = request.url;
  robots_.ask(url, [this, request = std::move(request), rules,
                    done = std::move(done)](const RobotsGate::Answer& answer) mutable {
    if (!answer) return done(tl::unexpected(answer.error()));
    if (answer->access == RobotsAccess::disallowed) {
      return done(failure("robots", answer->reason(), without_credentials(request.url),
                          "'robots: ignore' of the source fetches regardless"));
    }
    send(std::move(request), rules, std::move(done));
  });
}

void PoliteFetcher::send(HttpRequest request, const FetchRules& rules, HttpClient::Done done) {
  // The first address it is asked about is its own, which was judged already.
  request.permit = [this, robots = rules.robots, own = true](const std::string& url) mutable {
    return permit(url, std::exchange(own, false) ? RobotsPolicy::ignore : robots);
  };
  HttpRequest again = request;
  client_.fetch(std::move(request), [this, again = std::move(again), rules,
                                     done = std::move(done)](Result<HttpResponse> result) mutable {
    if (result && !result->handed_back_to.empty()) {
      again.url = result->handed_back_to;
      again.redirects = std::move(result->redirects);
      again.seconds = result->seconds;
      return fetch(std::move(again), rules, std::move(done));
    }
    if (result) pauses_.note(result->url, *result, rules.backoff_scope);
    done(std::move(result));
  });
}

}  // namespace claimtrail
