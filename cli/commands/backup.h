#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `backup FILE`: an online copy of the database.
void define_backup(Command& command);

}  // namespace claimtrail
