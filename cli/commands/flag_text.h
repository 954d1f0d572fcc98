#pragma once

#include "core/model/flag.h"

#include "cli/commands/session.h"

namespace claimtrail {

/// One flag as a few lines: severity, rule, status and id; the message; one line a side.
void print_flag(Session& session, const Flag& flag);

}  // namespace claimtrail
