#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace claimtrail {

/// The value of the first header of that name (any case) in lines joined by "\r\n"; empty when
/// there is none.
[[nodiscard]] std::string_view header_value(std::string_view headers, std::string_view name);

/// For how long an answer says that it stays what it is: max-age of Cache-Control less Age (RFC
/// 9111 5.2.2.1 and 5.1), nothing for no-cache, no-store, or without a max-age that can be read.
[[nodiscard]] std::optional<std::chrono::seconds> fresh_for(std::string_view headers);

}  // namespace claimtrail
