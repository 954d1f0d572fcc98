#include "cli/commands/watchdog.h"

#include <fmt/format.h>

#include "sources/http/curl_client.h"

namespace claimtrail {
namespace {

std::string with_suffix(const std::string& url, const char* suffix) {
  const std::size_t end = std::min(url.find_first_of("?#"), url.size());
  std::string path = url.substr(0, end);
  if (*suffix != '\0' && path.ends_with('/')) path.pop_back();
  return path + suffix + url.substr(end);
}

}  // namespace

Watchdog::Watchdog(Session& session, std::string url) : session_(session), url_(std::move(url)) {
  ping("/start");
}

Watchdog::~Watchdog() {
  try {
    ping(went_well_ ? "" : "/fail");
  } catch (const std::exception& error) {
    session_.tell_error(error.what());
  }
}

void Watchdog::ping(const char* suffix) {
  if (url_.empty()) return;
  HttpOptions options = session_.config().fetch.http;
  options.allow_private_networks = true;
  const auto client = make_curl_client(options);
  HttpRequest request;
  request.url = with_suffix(url_, suffix);
  request.limits = session_.config().fetch.limits;
  request.limits.total_timeout_ms = std::min<long long>(request.limits.total_timeout_ms, 10'000);
  Result<HttpResponse> answer = failure("no-answer", "there was no answer", url_);
  client->fetch(std::move(request), [&](Result<HttpResponse> got) { answer = std::move(got); });
  // Not with the session's token: that a run was interrupted is what the watchdog should hear.
  client->run({});
  if (answer && answer->status >= 200 && answer->status <= 299) return;
  Diagnostic warning =
      answer ? failure("http-status", fmt::format("the watchdog answered {}", answer->status), url_)
                   .value()
             : answer.error();
  warning.severity = DiagnosticSeverity::warning;
  session_.tell(warning);
}

}  // namespace claimtrail
