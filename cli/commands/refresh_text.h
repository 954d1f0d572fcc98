#pragma once

#include <functional>

#include "cli/commands/session.h"
#include "cli/desk/refresh_desk.h"

namespace claimtrail {

/// What a refresh would fetch: sources, then reports to visit again.
void print_refresh_plan(Session& session, const RefreshPlan& plan);

/// Whether a problem of a source is told now.
using WorthTelling = std::function<bool(const SourceOutcome&)>;

/// One line per problem on standard error, sources that failed for the very same reason on one;
/// what came and what changed as notes; with --json one object a source on standard output. Answers
/// whether every source and page went well; those that a limit on time left to the next run did.
[[nodiscard]] bool print_refresh_summary(Session& session, const RefreshSummary& summary,
                                         const WorthTelling& worth_telling);

/// Whether the source was left to the next run because the refresh was stopped.
[[nodiscard]] bool was_left(const SourceOutcome& outcome);

}  // namespace claimtrail
