#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `sources add`: follows what a location leads to. Without --kind an address is asked and its feed
/// found; with it nothing is asked.
void define_source_add(Command& command);

}  // namespace claimtrail
