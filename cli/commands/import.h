#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `import`: takes in what other tools wrote: WARC files.
void define_import(Command& command);

}  // namespace claimtrail
