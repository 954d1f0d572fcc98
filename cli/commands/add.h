#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `add`: analyses, stores and links reports from files, an address or standard input.
void define_add(Command& command);

}  // namespace claimtrail
