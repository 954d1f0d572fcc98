#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimtrail {

/// Whether bytes have the digest that a record names ("sha1:" or "sha256:" and the value in base32,
/// as warcio and wget write it, or in hexadecimal, as warcio.js does; also md5). Nothing where the
/// algorithm or the shape of the value is not known, so that nothing can be said.
[[nodiscard]] std::optional<bool> has_digest(std::string_view bytes, std::string_view labelled);

}  // namespace claimtrail
