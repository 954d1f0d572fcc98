#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `review`: decisions about flags and claims, by single keys or one from a script.
void define_review(Command& command);

}  // namespace claimtrail
