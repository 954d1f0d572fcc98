#include <fmt/format.h>

#include "cli/commands/export_formats.h"
#include "cli/desk/warc_export.h"
#include "cli/render/text.h"

namespace claimtrail {

ExitCode export_warc_format(Session& session, const ExportRequest& request,
                            const ExportSink& sink) {
  const auto store = session.open_store();
  if (!request.report.empty() && !store->report(request.report)) {
    throw CommandFailure(ExitCode::usage, fmt::format("there is no report '{}'", request.report),
                         "'claimtrail reports' lists them");
  }
  WarcWriterOptions options;
  if (request.file.ends_with(".warc")) options.gzip_level = std::nullopt;
  WarcWriter writer(sink, options);
  const WarcExportSummary summary =
      export_warc(*store,
                  {.report = request.report,
                   .since = request.since,
                   .program = fmt::format("claimtrail {}", CLAIMTRAIL_VERSION)},
                  writer);
  for (const Diagnostic& problem : summary.failures) session.tell(problem);
  session.note(fmt::format("{} and {} written", count_of(summary.revisions, "revision"),
                           count_of(summary.revisits, "revisit")));
  return summary.failures.empty() ? ExitCode::fine : ExitCode::partial;
}

}  // namespace claimtrail
