#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `extract`: documents in, NDJSON out in input order; no config, no database, constant memory.
void define_extract(Command& command);

}  // namespace claimtrail
