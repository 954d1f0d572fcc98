#include "cli/commands/export_formats.h"
#include "cli/commands/opml_sources.h"

namespace claimtrail {

ExitCode export_opml_format(Session& session, const ExportRequest&, const ExportSink& sink) {
  sink(sources_as_opml(session.config().desk.name, session.config().sources));
  return ExitCode::fine;
}

}  // namespace claimtrail
