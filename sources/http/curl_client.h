#pragma once

#include <memory>

#include "sources/http/http_client.h"

namespace claimtrail {

/// The client over libcurl's multi interface. Follows redirects itself, so that every hop keeps to
/// the schemes, the address check and the politeness. The address check is made on the very address
/// a socket is opened to, so neither a redirect nor a changed DNS answer gets around it. No
/// cookies, no netrc, no proxy of the environment (behind one the address check would see the
/// proxy's address). A name and password in the URL are sent to that very host only, never to where
/// it redirects.
///
/// Threads: belongs to the thread that made it. Cost: at most `options.jobs` bodies in memory.
/// Throws std::runtime_error when libcurl cannot be set up, std::invalid_argument for a network in
/// `options.allowed_networks` that cannot be read.
[[nodiscard]] std::unique_ptr<HttpClient> make_curl_client(const HttpOptions& options);

}  // namespace claimtrail
