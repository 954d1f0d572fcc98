#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `report`: the provenance report, as a page, Markdown, JSON or CSV.
void define_report(Command& command);

}  // namespace claimtrail
