#include "sources/answer.h"

#include <fmt/format.h>

namespace claimtrail {
namespace {

struct StatusMeaning {
  int status;
  const char* outcome;
  const char* reason;
};

constexpr std::array<StatusMeaning, 14> kStatuses{{
    {401, "error", "a login is asked for"},
    {402, "error", "payment is asked for"},
    {403, "error", "access denied"},
    {404, "not_found", "not found"},
    {407, "error", "a proxy login is asked for"},
    {408, "error", "the server gave up waiting"},
    {410, "gone", "gone for good"},
    {425, "error", "too early"},
    {429, "error", "too many requests"},
    {451, "legal", "withheld for legal reasons"},
    {500, "error", "the server has an error"},
    {502, "error", "the server behind the gateway has an error"},
    {503, "error", "the server is not available"},
    {504, "error", "the server behind the gateway did not answer"},
}};

// Header lines that only bot walls send, in lower case.
constexpr std::array<const char*, 6> kWallMarks{"\r\ncf-mitigated:",   "\r\nset-cookie: __cf_bm",
                                                "\r\nx-datadome:",     "\r\nset-cookie: datadome",
                                                "\r\nset-cookie: _px", "\r\nx-iinfo:"};

bool has_wall_mark(const HttpResponse& response) {
  std::string headers = response.headers;
  for (char& letter : headers) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return std::any_of(kWallMarks.begin(), kWallMarks.end(),
                     [&](const char* mark) { return headers.find(mark) != std::string::npos; });
}

}  // namespace

AnswerMeaning meaning_of(const HttpResponse& response) {
  const int status = response.status;
  AnswerMeaning meaning{"error", fmt::format("an answer that brings no page ({})", status), false};
  for (const StatusMeaning& row : kStatuses) {
    if (row.status != status) continue;
    meaning = {row.outcome, fmt::format("{} ({})", row.reason, status), false};
  }
  meaning.may_come_right = status == 408 || status == 425 || status == 429 || status >= 500;
  const bool wall_status = status == 403 || status == 429 || status == 503;
  if (wall_status && has_wall_mark(response)) {
    meaning.outcome = "bot_wall";
    meaning.reason = fmt::format("a bot wall answered ({})", status);
  }
  return meaning;
}

AnswerMeaning meaning_of(const Diagnostic& failure) {
  if (failure.code == "robots") return {"disallowed", failure.message, false};
  if (failure.code == "robots-closed") return {"disallowed", failure.message, true};
  const bool for_good = failure.code == "refused-address" || failure.code == "bad-url" ||
                        failure.code == "too-large" || failure.code == "bad-redirect";
  return {"error", failure.message, !for_good};
}

bool is_unreachable(const Diagnostic& failure) {
  return failure.code == "dns" || failure.code == "connect" || failure.code == "timeout";
}

bool came_from_the_network(const Diagnostic& failure) {
  constexpr std::array<std::string_view, 6> kNeverAsked{
      "stopped", "host-busy", "bad-url", "refused-address", "robots", "robots-closed"};
  return !is_unreachable(failure) &&
         std::find(kNeverAsked.begin(), kNeverAsked.end(), failure.code) == kNeverAsked.end();
}

std::string permanent_target(const std::string& url, const HttpResponse& response) {
  std::string target;
  for (const HttpRedirect& redirect : response.redirects) {
    if (redirect.status != 301 && redirect.status != 308) break;
    target = redirect.location;
  }
  const bool downgraded = url.starts_with("https:") && !target.starts_with("https:");
  return downgraded ? std::string{} : target;
}

}  // namespace claimtrail
