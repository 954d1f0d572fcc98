#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `reanalyse`: derives text and claims anew from the stored bytes.
void define_reanalyse(Command& command);

}  // namespace claimtrail
