#pragma once

#include "cli/commands/session.h"
#include "cli/desk/refresh_desk.h"

namespace claimtrail {

/// What a refresh would fetch: sources, then reports to visit again.
void print_refresh_plan(Session& session, const RefreshPlan& plan);

/// One line per problem on standard error; what came and what changed as notes; with --json one
/// object a source on standard output. Answers whether every source and page went well.
[[nodiscard]] bool print_refresh_summary(Session& session, const RefreshSummary& summary);

}  // namespace claimtrail
