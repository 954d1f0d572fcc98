#pragma once

#include <string>

namespace claimtrail {

/// What `--version` prints: the program, the extractor and the libraries it was built with and
/// runs on.
[[nodiscard]] std::string version_text();

}  // namespace claimtrail
