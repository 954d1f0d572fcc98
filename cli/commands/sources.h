#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `sources list`, `show`, `add`, `remove`, `enable`, `disable`, `test`, `robots`.
void define_sources(Command& command);

}  // namespace claimtrail
