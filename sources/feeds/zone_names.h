#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace claimtrail {

/// How far a zone of that abbreviation stands from UTC ("EST", "CEST"), in any case of letters;
/// nothing for one that is not known. RFC 822 section 5.1 and the abbreviations that have one
/// meaning in practice; the military letters other than Z are left out, for RFC 2822 section 4.3
/// says that they are not to be trusted.
[[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view abbreviation);

}  // namespace claimtrail
