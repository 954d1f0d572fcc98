#include "cli/commands/claimant_summaries.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/trail/claimant_merges.h"

namespace claimtrail {
namespace {

struct Tally {
  ClaimantSummary summary;
  std::set<std::string> reports;
  std::set<std::string> outlets;
};

void count(Tally& tally, const StoredClaim& claim, const std::string& outlet) {
  ClaimantSummary& summary = tally.summary;
  const bool first = summary.claims == 0;
  ++summary.claims;
  tally.reports.insert(claim.report);
  if (!outlet.empty()) tally.outlets.insert(outlet);
  summary.first_seen = first ? claim.first_seen : std::min(summary.first_seen, claim.first_seen);
  summary.last_seen = first ? claim.last_seen : std::max(summary.last_seen, claim.last_seen);
}

}  // namespace

std::vector<ClaimantSummary> summarise_claimants(const Store& store, const DeskSettings& desk) {
  std::map<std::string, std::string> outlet_of;
  for (const Report& report : store.reports()) outlet_of[report.id] = report.outlet;
  std::map<std::string, Tally> tallies;
  std::vector<StoredClaim> claims = store.claims({});
  const ClaimantMerges merges(store.reviews());
  std::map<std::string, std::set<std::string>> merged_names;
  for (const StoredClaim& claim : claims) {
    for (const Hop& hop : claim.claim.attribution) {
      for (const Claimant& claimant : hop.claimants) {
        const std::string target = merges.counts_as(claimant.id);
        if (target != claimant.id) merged_names[target].insert(claimant.name);
      }
    }
  }
  if (!merges.empty()) merges.apply(claims, claimants_named(claims));
  for (const StoredClaim& claim : claims) {
    std::set<std::string> counted;
    for (const Hop& hop : claim.claim.attribution) {
      for (const Claimant& claimant : hop.claimants) {
        if (!counted.insert(claimant.id).second) continue;
        Tally& tally = tallies[claimant.id];
        tally.summary.claimant = claimant;
        count(tally, claim, outlet_of[claim.report]);
      }
    }
  }
  std::vector<ClaimantSummary> summaries;
  for (auto& [id, tally] : tallies) {
    tally.summary.reports = tally.reports.size();
    tally.summary.outlets = tally.outlets.size();
    for (const ClaimantSettings& known : desk.claimants) {
      if (known.name == tally.summary.claimant.name) tally.summary.aliases = known.aliases;
    }
    auto& aliases = tally.summary.aliases;
    for (const std::string& name : merged_names[id]) {
      if (std::find(aliases.begin(), aliases.end(), name) == aliases.end()) aliases.push_back(name);
    }
    summaries.push_back(std::move(tally.summary));
  }
  std::stable_sort(summaries.begin(), summaries.end(),
                   [](const auto& a, const auto& b) { return a.claimant.name < b.claimant.name; });
  return summaries;
}

}  // namespace claimtrail
