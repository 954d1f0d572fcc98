#pragma once

#include <optional>
#include <string_view>

namespace claimtrail {

/// "8MB", "512kB", "1GiB", "100" (bytes) in bytes; nothing for any other shape or beyond 1 TB.
[[nodiscard]] std::optional<long long> parse_bytes(std::string_view text);

/// "500ms", "2s", "15m", "6h", "3d", "1w" in milliseconds; nothing for any other shape.
[[nodiscard]] std::optional<long long> parse_duration_ms(std::string_view text);

}  // namespace claimtrail
