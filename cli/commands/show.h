#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `show KIND ID`: one of anything, whole.
void define_show(Command& command);

}  // namespace claimtrail
