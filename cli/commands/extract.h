#pragma once

#include "cli/commands/verbs.h"

namespace claimtrail {

/// `extract`: documents in, NDJSON out in input order; no config, no database, constant memory.
void define_extract(CLI::App& command, Runs& runs);

}  // namespace claimtrail
