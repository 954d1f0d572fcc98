#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `help [VERB]`, and with flags the man page and shell completions.
void define_help(Command& command);

}  // namespace claimtrail
