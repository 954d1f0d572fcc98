#include <map>
#include <memory>
#include <set>

#include "cli/commands/claimant_summaries.h"
#include "cli/commands/lists.h"
#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

ExitCode run_claimants(const std::string& kind, Session& session) {
  const auto store = session.open_store();
  Table table({"CLAIMANT", "KIND", "CLAIMS", "REPORTS", "OUTLETS", "NAME"});
  JsonWriter json;
  for (const ClaimantSummary& summary : summarise_claimants(*store, session.config().desk)) {
    const Claimant& claimant = summary.claimant;
    if (!kind.empty() && to_string(claimant.kind) != kind) continue;
    if (session.json()) {
      write_claimant(json, summary);
      session.output().write(json.take_line());
    } else {
      table.row({claimant.id, to_string(claimant.kind), std::to_string(summary.claims),
                 std::to_string(summary.reports), std::to_string(summary.outlets), claimant.name});
    }
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

}  // namespace

void define_claimants(Command& command) {
  const auto kind = std::make_shared<std::string>();
  command.option(
      {"--kind",
       "",
       "only claimants of this kind",
       {"named_person", "organization", "role", "group", "anonymous", "document", "outlet"}},
      *kind);
  command.examples({"claimtrail claimants --kind anonymous"});
  command.on_run([kind](Session& session) { return run_claimants(*kind, session); });
}

}  // namespace claimtrail
