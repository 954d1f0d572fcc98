#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `rules list`, `show`, `check`, `test`, `schema`, `backtest`, `explain`.
void define_rules(Command& command);

}  // namespace claimtrail
