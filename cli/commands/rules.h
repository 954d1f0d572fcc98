#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `rules list`, `show`, `check`, `test`, `explain`.
void define_rules(Command& command);

}  // namespace claimtrail
