#pragma once

#include <string_view>

namespace claimtrail {

/// The text of templates/NAME.mustache (or templates/style.css for "style"), built into the
/// program. Throws std::logic_error for a name that is not there.
[[nodiscard]] std::string_view page_template(std::string_view name);

}  // namespace claimtrail
