#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `verify`: recomputes every hash and span.
void define_verify(Command& command);

}  // namespace claimtrail
