#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `doctor`: what is wrong and what to do.
void define_doctor(Command& command);

}  // namespace claimtrail
