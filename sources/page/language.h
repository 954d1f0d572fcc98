#pragma once

#include <string>
#include <string_view>

namespace claimtrail {

/// The BCP 47 primary tag of a text's language by detection (CLD2), by the page's own tag where the
/// text is too short to tell; empty when neither says.
[[nodiscard]] std::string detect_language(std::string_view text, std::string_view tag);

}  // namespace claimtrail
