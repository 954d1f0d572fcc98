#pragma once

#include <string>

#include "sources/http/http_client.h"

namespace claimtrail {

/// What an answer that brings no report means.
struct AnswerMeaning {
  std::string outcome;  ///< as in Observation: not_found, gone, legal, bot_wall, disallowed,
                        ///< error
  std::string reason;   ///< in words: "not found (404)"
  bool may_come_right = false;  ///< 408, 425, 429 and 5xx: asking again later makes sense
};

/// Of a response whose status is neither 200 nor an expected 304. A bot wall is a 403, 429 or 503
/// with the marks of one in its headers (Cloudflare, DataDome, PerimeterX, Imperva).
[[nodiscard]] AnswerMeaning meaning_of(const HttpResponse& response);

/// The same of a transfer that gave no response.
[[nodiscard]] AnswerMeaning meaning_of(const Diagnostic& failure);

/// True for a failure that says the host or the network is not there, not that it answered badly.
[[nodiscard]] bool is_unreachable(const Diagnostic& failure);

/// True for a failure that shows that the network is there: somebody answered, if badly. False also
/// for what was never asked.
[[nodiscard]] bool came_from_the_network(const Diagnostic& failure);

/// Where the permanent redirects (301, 308) that lead on from `url` without a gap end; empty when
/// the first redirect is no such one, or they lead from https to http.
[[nodiscard]] std::string permanent_target(const std::string& url, const HttpResponse& response);

}  // namespace claimtrail
