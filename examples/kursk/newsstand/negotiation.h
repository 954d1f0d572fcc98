#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace claimtrail::newsstand {

/// What HTTP (RFC 9110) lets a client and the newsstand agree on: encodings and validators. Pure
/// functions on header values.

/// Whether an Accept-Encoding header (section 12.5.3) permits gzip. An absent header does not.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Whether an If-None-Match header (section 13.1.2) names this entity tag, quotes included.
/// Compares weakly, as the section demands.
[[nodiscard]] bool names_entity_tag(std::string_view if_none_match, std::string_view entity_tag);

/// "Sat, 26 Apr 2025 13:40:00 GMT" (section 5.6.7).
[[nodiscard]] std::string http_date(std::chrono::sys_seconds time);

/// Reads the same form, and only that; nothing for any other.
[[nodiscard]] std::optional<std::chrono::sys_seconds> read_http_date(std::string_view text);

}  // namespace claimtrail::newsstand
