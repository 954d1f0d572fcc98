#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `sources robots FILE --agent NAME URL`: whether a robots.txt allows an address, and which line
/// decided. Exit 0 for allowed, 1 for not.
void define_source_robots(Command& command);

}  // namespace claimtrail
