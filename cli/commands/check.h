#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `check`: evaluates the rules on what is stored.
void define_check(Command& command);

}  // namespace claimtrail
