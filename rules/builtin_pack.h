#pragma once

#include <string_view>

namespace claimtrail {

/// The text of rules/packs/builtin.yaml, as it was when the program was built.
[[nodiscard]] std::string_view builtin_pack_text();

}  // namespace claimtrail
