#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `cron print`, `install`, `remove`, `status`.
void define_cron(Command& command);

}  // namespace claimtrail
