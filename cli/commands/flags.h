#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `flags`: what rules raised, whatever became of it.
void define_flags(Command& command);

}  // namespace claimtrail
