#include "cli/commands/verify.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/session.h"
#include "cli/desk/verify.h"
#include "cli/provenance/verify_report.h"
#include "cli/render/json.h"

namespace claimtrail {
namespace {

/// A report file is compared with the desk's database where there is one; a stranger has none.
VerifySummary verified(Session& session, const std::string& file) {
  if (file.empty()) return verify_database(*session.open_store());
  const std::unique_ptr<Store> store =
      std::filesystem::exists(session.config().database) ? session.open_store() : nullptr;
  Result<VerifySummary> summary = verify_report_file(file, store.get());
  if (!summary) throw CommandFailure(ExitCode::usage, {summary.error()});
  return std::move(*summary);
}

ExitCode run_verify(Session& session, const std::string& file) {
  const VerifySummary summary = verified(session, file);
  for (const Diagnostic& problem : summary.problems) session.tell(problem);
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.integer("revisions", summary.revisions);
    json.integer("texts", summary.texts);
    json.integer("claims", summary.claims);
    json.integer("spans", summary.spans);
    json.integer("evidence", summary.evidence);
    json.integer("problems", static_cast<long long>(summary.problems.size()));
    json.end_object();
    session.output().write(json.take_line());
  }
  session.note(fmt::format(
      "{} revisions, {} texts, {} claims, {} spans, {} frozen words recomputed: {}",
      summary.revisions, summary.texts, summary.claims, summary.spans, summary.evidence,
      summary.problems.empty() ? std::string("everything holds")
                               : fmt::format("{} do not hold", summary.problems.size())));
  return summary.problems.empty() ? ExitCode::fine : ExitCode::findings;
}

}  // namespace

void define_verify(Command& command) {
  const auto file = std::make_shared<std::string>();
  command.argument({"FILE", "", "a provenance report (HTML or JSON); without one the database"},
                   *file);
  command.examples(
      {"claimtrail verify && echo nothing was altered", "claimtrail verify report.html"});
  command.on_run([file](Session& session) { return run_verify(session, *file); });
}

}  // namespace claimtrail
