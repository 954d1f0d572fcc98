#pragma once

#include <string>

namespace claimtrail {

/// The config that `init` writes: complete, commented, and valid as it stands.
[[nodiscard]] const std::string& starting_config();

}  // namespace claimtrail
