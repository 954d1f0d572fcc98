#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `sources import`: the feeds of an OPML list, in one file of sources.d. What is followed already
/// is told and skipped; nobody is asked.
void define_source_import(Command& command);

}  // namespace claimtrail
