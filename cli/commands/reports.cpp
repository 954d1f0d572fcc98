#include <map>
#include <memory>

#include "cli/commands/lists.h"
#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct ReportsOptions {
  std::string outlet;
  std::string source;
  std::string since;
};

ExitCode run_reports(const ReportsOptions& options, Session& session) {
  const auto since = since_option(options.since);
  const auto store = session.open_store();
  std::map<std::string, std::size_t> claims;
  for (const StoredClaim& claim : store->claims({})) ++claims[claim.report];
  Table table({"REPORT", "PUBLISHED", "OUTLET", "REVISIONS", "CLAIMS", "TITLE"});
  JsonWriter json;
  for (const Report& report : store->reports()) {
    if (!options.outlet.empty() && report.outlet != options.outlet) continue;
    if (!options.source.empty() && report.source != options.source) continue;
    if (since && report.first_seen < *since) continue;
    const ReportCounts counts{store->revisions(report.id).size(), claims[report.id]};
    if (session.json()) {
      write_report(json, report, counts);
      session.output().write(json.take_line());
    } else {
      table.row({report.id, report.published ? format_day(report.published->day) : "unknown",
                 report.outlet, std::to_string(counts.revisions), std::to_string(counts.claims),
                 report.title});
    }
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

}  // namespace

void define_reports(Command& command) {
  const auto options = std::make_shared<ReportsOptions>();
  command.option({"--outlet", "NAME", "published by this outlet"}, options->outlet);
  command.option({"--source", "ID", "brought by this source"}, options->source);
  command.option({"--since", "DAY", "first seen at or after this day or time"}, options->since);
  command.examples({"claimtrail reports --outlet \"TRT World\" --json"});
  command.on_run([options](Session& session) { return run_reports(*options, session); });
}

}  // namespace claimtrail
