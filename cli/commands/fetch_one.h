#pragma once

#include <string>

#include "cli/commands/session.h"
#include "sources/http/http_client.h"

namespace claimtrail {

/// Asks one address with the limits of the config; an answer of any status is a value.
[[nodiscard]] Result<HttpResponse> ask_once(Session& session, const std::string& url);

/// The same, a status other than 2xx being a failure that names it.
[[nodiscard]] Result<HttpResponse> fetch_one(Session& session, const std::string& url);

/// Whether the word is an http or https address rather than a file's name.
[[nodiscard]] bool names_web_address(std::string_view word);

}  // namespace claimtrail
