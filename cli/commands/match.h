#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `match`: for each text, the earlier claims most like it.
void define_match(Command& command);

}  // namespace claimtrail
