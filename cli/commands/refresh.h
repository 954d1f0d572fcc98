#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `refresh`: fetches sources, visits reports again, stores, links, checks.
void define_refresh(Command& command);

}  // namespace claimtrail
