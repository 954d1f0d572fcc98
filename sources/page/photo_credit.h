#pragma once

#include <string_view>

namespace claimtrail {

/// True when the line ends in the credit of a picture: "(AP)", "(AP Photo/Jane Doe)", "[Reuters]",
/// "(Photo by Jane Doe/Getty Images)". A full stop after the bracket makes it ordinary prose.
[[nodiscard]] bool ends_in_photo_credit(std::string_view line);

/// True when the whole text is nothing but a credit: "Jane Doe/Reuters", "Photo: Jane Doe", "AP".
[[nodiscard]] bool is_photo_credit(std::string_view text);

}  // namespace claimtrail
