#include "cli/commands/claims.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "cli/commands/stored_claims.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct ClaimsOptions {
  ClaimFilter filter;
  std::string since;
};

void print_json(Session& session, const Store& store, const std::vector<StoredClaim>& claims) {
  StoredClaimWriter writer(store);
  JsonWriter json;
  for (const StoredClaim& claim : claims) {
    writer.write(json, claim);
    session.output().write(json.take_line());
  }
}

void print_table(Session& session, const Store& store, const std::vector<StoredClaim>& claims) {
  StoredClaimWriter writer(store);
  Table table({"CLAIM", "PUBLISHED", "OUTLET", "WHO", "HEDGE", "WORDS"});
  for (const StoredClaim& stored : claims) {
    const ReportLine& report = writer.report_of(stored);
    const Claim& claim = stored.claim;
    const std::string words =
        stored.gone_since ? fmt::format("[gone] {}", stored.exact) : stored.exact;
    table.row({claim.id, report.published ? format_day(report.published->day) : "unknown",
               report.outlet, describe_attribution(claim, {}),
               claim.attribution.empty() ? "" : to_string(claim.attribution.front().hedge), words});
  }
  table.print(session.output(), session.terminal());
}

ExitCode run_claims(const ClaimsOptions& options, Session& session) {
  ClaimFilter filter = options.filter;
  filter.since = since_option(options.since);
  const auto store = session.open_store();
  const std::vector<StoredClaim> claims = store->claims(filter);
  if (session.json()) {
    print_json(session, *store, claims);
  } else {
    print_table(session, *store, claims);
  }
  return ExitCode::fine;
}

}  // namespace

void define_claims(Command& command) {
  const auto options = std::make_shared<ClaimsOptions>();
  ClaimFilter& filter = options->filter;
  command.option({"--question", "ID", "that answer this question"}, filter.question);
  command.option({"--claimant", "NAME", "attributed to this claimant: its id or part of its name"},
                 filter.claimant);
  command.option({"--report", "ID", "read in this report"}, filter.report);
  command.option({"--outlet", "NAME", "published by this outlet"}, filter.outlet);
  command.option({"--since", "DAY", "first seen at or after this day or time"}, options->since);
  command.option({"--search", "WORDS", "that hold all of these words"}, filter.search);
  command.examples({"claimtrail claims --claimant Gerasimov",
                    "claimtrail claims --question nk-troops-deployed --json"});
  command.on_run([options](Session& session) { return run_claims(*options, session); });
}

}  // namespace claimtrail
