#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `claims`: what is stored, by report and place, gone ones too.
void define_claims(Command& command);

}  // namespace claimtrail
