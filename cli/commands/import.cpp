#include "cli/commands/import.h"

#include <memory>
#include <thread>

#include <fmt/format.h>

#include "cli/commands/session.h"
#include "cli/desk/warc_import.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct ImportOptions {
  std::vector<std::string> files;
  std::string outlet;
  unsigned jobs = 0;
};

void print_summary(Session& session, const std::string& file, const WarcImportSummary& summary) {
  const int failed = static_cast<int>(summary.failures.size());
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.string("file", file);
    json.integer("added", summary.added);
    json.integer("revised", summary.revised);
    json.integer("unchanged", summary.unchanged);
    json.integer("known", summary.known);
    json.integer("skipped", summary.skipped);
    json.integer("failed", failed);
    json.end_object();
    session.output().write(json.take_line());
  }
  session.note(fmt::format(
      "{}: {} added, {} revised, {} unchanged, {} known already, {} skipped (no HTML or not "
      "answered with 200), {} failed",
      file, count_of(summary.added, "report"), summary.revised, summary.unchanged, summary.known,
      summary.skipped, failed));
}

ExitCode run_import(const ImportOptions& options, Session& session) {
  const Config& config = session.config();
  const auto store = session.open_store();
  const unsigned jobs =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  bool failed = false;
  for (const std::string& file : options.files) {
    const WarcImportSummary summary = import_warc(*store, config.desk, jobs, file, options.outlet);
    for (const Diagnostic& warning : summary.warnings) session.tell(warning);
    for (const Diagnostic& problem : summary.failures) session.tell(problem);
    failed = failed || !summary.failures.empty();
    print_summary(session, file, summary);
  }
  return failed ? ExitCode::partial : ExitCode::fine;
}

}  // namespace

void define_import(Command& command) {
  const auto options = std::make_shared<ImportOptions>();
  command.argument({"FILE", "", "WARC files, packed by gzip or not", {}, Need::required},
                   options->files);
  command.option({"--outlet", "NAME", "who published what the files hold"}, options->outlet);
  command.option({"--jobs", "N", "threads that analyse; without it one a core"}, options->jobs);
  command.examples({"claimtrail import crawl.warc.gz"});
  command.on_run([options](Session& session) { return run_import(*options, session); });
}

}  // namespace claimtrail
