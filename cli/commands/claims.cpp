#include "cli/commands/claims.h"

#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/text/utf8.h"
#include "core/trail/claimant_merges.h"

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

/// The ids that claimants count as whom these words mean: by their id, or by a part of their name
/// or of a name that was merged into it.
std::set<std::string> meant(const Store& store, const ClaimantMerges& merges,
                            const std::string& words) {
  const std::string folded = fold_case(words);
  std::set<std::string> ids;
  for (const auto& [id, claimant] : claimants_named(store.claims({}))) {
    if (id == words || fold_case(claimant.name).find(folded) != std::string::npos) {
      ids.insert(merges.counts_as(id));
    }
  }
  return ids;
}

/// What the filter lets through, where claimants that people merged count as one.
std::vector<StoredClaim> read_claims(const Store& store, ClaimFilter filter) {
  const ClaimantMerges merges(store.reviews());
  if (filter.claimant.empty() || merges.empty()) return store.claims(filter);
  const std::set<std::string> wanted = meant(store, merges, std::exchange(filter.claimant, {}));
  std::vector<StoredClaim> claims = store.claims(filter);
  std::erase_if(claims, [&](const StoredClaim& stored) {
    for (const Hop& hop : stored.claim.attribution) {
      for (const Claimant& claimant : hop.claimants) {
        if (wanted.contains(merges.counts_as(claimant.id))) return false;
      }
    }
    return true;
  });
  return claims;
}

ExitCode run_claims(const ClaimsOptions& options, Session& session) {
  ClaimFilter filter = options.filter;
  filter.since = since_option(options.since);
  const auto store = session.open_store();
  const std::vector<StoredClaim> claims = read_claims(*store, std::move(filter));
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
