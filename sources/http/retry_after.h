#pragma once

#include <optional>
#include <string_view>

#include "core/model/time.h"

namespace claimtrail {

/// The instant a Retry-After header names (RFC 9110 10.2.3): seconds after `now`, or an HTTP date
/// in any of its three spellings. A time that has passed gives `now`, one further than a week a
/// week. Nothing for any other text.
[[nodiscard]] std::optional<Timestamp> parse_retry_after(std::string_view text, Timestamp now);

}  // namespace claimtrail
