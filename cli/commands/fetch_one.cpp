#include "cli/commands/fetch_one.h"

#include <fmt/format.h>

#include "sources/http/curl_client.h"

namespace claimtrail {

Result<HttpResponse> ask_once(Session& session, const std::string& url) {
  const Config& config = session.config();
  const auto client = make_curl_client(config.fetch.http);
  HttpRequest request;
  request.url = url;
  request.limits = config.fetch.limits;
  Result<HttpResponse> answer = failure("no-answer", "there was no answer", url);
  client->fetch(std::move(request), [&](Result<HttpResponse> got) { answer = std::move(got); });
  client->run(session.interrupted());
  return answer;
}

Result<HttpResponse> fetch_one(Session& session, const std::string& url) {
  Result<HttpResponse> answer = ask_once(session, url);
  if (answer && (answer->status < 200 || answer->status > 299)) {
    return failure("http-status", fmt::format("the server answered {}", answer->status), url);
  }
  return answer;
}

bool names_web_address(std::string_view word) {
  return word.starts_with("http://") || word.starts_with("https://");
}

}  // namespace claimtrail
