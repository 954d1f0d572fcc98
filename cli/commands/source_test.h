#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `sources test`: fetches an address (or that of a source, or looks into a directory) once, stores
/// nothing, and prints step by step what a refresh would do and why: robots.txt, redirects, the
/// answer, what it was recognised as, and what was read. What cannot be fetched or read is told,
/// exit 1.
void define_source_test(Command& command);

}  // namespace claimtrail
