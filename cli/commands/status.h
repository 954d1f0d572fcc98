#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `status`: what the desk holds and how its sources do.
void define_status(Command& command);

}  // namespace claimtrail
