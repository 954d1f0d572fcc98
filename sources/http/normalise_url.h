#pragma once

#include <string>
#include <string_view>

namespace claimtrail {

/// The URL under which a report is known. By RFC 3986 6.2.2: scheme and host in lower case, an
/// international host name in punycode, the default port, user and password dropped, dot segments
/// removed, percent-encoding in upper case and only where it is needed; an empty path is "/". The
/// fragment and the tracking parameters go: every query parameter whose name begins with "utm_",
/// "at_", "mc_", "hsa_", "mtm_" or "pk_", and those named in the table of normalise_url.cpp
/// (fbclid, gclid, …). Names compare without case; what stays keeps its order and spelling. http
/// and https stay apart. Idempotent. Empty when it is no http or https address or longer than 8,000
/// bytes.
[[nodiscard]] std::string normalise_url(std::string_view url);

/// `reference` against `base` by RFC 3986, its fragment kept; empty when either cannot be read or
/// the result is neither http nor https.
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

/// The URL without "user:password@", for messages. Text that is no URL comes back with whatever
/// stands before an "@" in its authority cut.
[[nodiscard]] std::string without_credentials(std::string_view url);

/// "host" or "host:port" (only a port that is not the scheme's own), in lower case; empty when it
/// is no http or https address. What politeness counts by.
[[nodiscard]] std::string authority_of(std::string_view url);

/// The registrable domain of a host by the Public Suffix List: "news.bbc.co.uk" gives "bbc.co.uk".
/// A host that has none (an address, a single label, a public suffix) comes back itself, in lower
/// case.
[[nodiscard]] std::string registrable_domain(std::string_view host);

/// True when both are http or https URLs whose hosts share a registrable domain.
[[nodiscard]] bool same_registrable_domain(std::string_view url, std::string_view other);

}  // namespace claimtrail
