#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `init`: a commented config that works, and the database.
void define_init(Command& command);

}  // namespace claimtrail
