#pragma once

#include "cli/commands/probe.h"

namespace claimtrail {

/// What a probe found: for a person sheets and tables, with --json one object. The problem is left
/// to the caller to tell; it stands in the object too.
void print_probe(Session& session, const Probe& probe);

}  // namespace claimtrail
