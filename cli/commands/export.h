#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `export`: writes what is stored in a format that other tools read.
void define_export(Command& command);

}  // namespace claimtrail
