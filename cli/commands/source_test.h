#pragma once

#include <string>

#include "cli/commands/session.h"

namespace claimtrail {

/// Fetches an address once, stores nothing, and prints what it holds: a feed with its entries, or a
/// page as it would be read. What cannot be fetched or read is told, exit 1.
[[nodiscard]] ExitCode test_source(Session& session, const std::string& url);

}  // namespace claimtrail
