#include "cli/commands/reanalyse.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "cli/desk/reanalyse.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct ReanalyseOptions {
  std::string since;
  std::string report;
};

ExitCode run_reanalyse(const ReanalyseOptions& options, Session& session) {
  ReanalyseRequest request;
  request.since = since_option(options.since);
  request.report = options.report;
  const auto store = session.open_store();
  if (!request.report.empty() && !store->report(request.report)) {
    throw CommandFailure(ExitCode::usage, fmt::format("there is no report '{}'", request.report),
                         "'claimtrail reports' lists them");
  }
  const ReanalyseSummary summary = reanalyse(*store, session.config().desk, request);
  for (const Diagnostic& problem : summary.failures) session.tell(problem);
  session.note(fmt::format("{} of {} read anew", count_of(summary.revisions, "revision"),
                           count_of(summary.reports, "report")));
  return summary.failures.empty() ? ExitCode::fine : ExitCode::partial;
}

}  // namespace

void define_reanalyse(Command& command) {
  const auto options = std::make_shared<ReanalyseOptions>();
  command.option({"--since", "DAY", "only reports seen at or after this day or time"},
                 options->since);
  command.option({"--report", "ID", "only this report"}, options->report);
  command.examples({"claimtrail reanalyse --since 2025-04-01"});
  command.on_run([options](Session& session) { return run_reanalyse(*options, session); });
}

}  // namespace claimtrail
