#pragma once

#include "cli/commands/command.h"

namespace claimtrail {

/// `questions`: declared and discovered ones, with how many readings answer them.
void define_questions(Command& command);
/// `reports`: every report, by when it was first seen.
void define_reports(Command& command);
/// `claimants`: who claims are attributed to, by name.
void define_claimants(Command& command);

}  // namespace claimtrail
