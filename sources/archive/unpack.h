#pragma once

#include <string>
#include <string_view>

#include "core/diagnostics/result.h"

namespace claimtrail {

/// How much unpacking may give.
struct UnpackLimits {
  std::size_t most_bytes = std::size_t{64} << 20U;
  std::size_t most_ratio = 1000;  ///< unpacked to packed, beyond the first MiB
};

/// Takes one content coding off (RFC 9110, 8.4.1): gzip, x-gzip, deflate (with or without zlib's
/// frame), br; identity gives the bytes back. Fails with "too-large" beyond the limits,
/// "bad-encoding" for damaged data, "unknown-encoding" for other codings. Data cut short gives what
/// is there.
[[nodiscard]] Result<std::string> unpack(std::string_view bytes, std::string_view coding,
                                         const UnpackLimits& limits);

}  // namespace claimtrail
