#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `config check`, `config show`.
void define_config(Command& command);

}  // namespace claimtrail
