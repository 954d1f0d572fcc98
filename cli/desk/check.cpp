#include "cli/desk/check.h"

#include <map>

#include "core/trail/evidence.h"

#include "cli/desk/gather.h"

namespace claimtrail {
namespace {

std::string claimant_of(const StoredClaim& stored, const Report& report) {
  if (stored.claim.attribution.empty()) return report.outlet;
  const Hop& hop = stored.claim.attribution.front();
  std::string names;
  for (const Claimant& claimant : hop.claimants)
    names += (names.empty() ? "" : ", ") + claimant.name;
  return names;
}

/// Freezes the words of every claim of a flag, as they stand in the revision they are read in now.
/// Claims that were frozen before keep what they had.
void freeze(Flag& flag, const Store& store) {
  std::map<std::string, std::string> position;
  for (const Side& side : flag.sides) {
    for (const std::string& claim : side.claims) position.emplace(claim, side.position);
  }
  std::map<std::string, FrozenEvidence> kept;
  for (FrozenEvidence& evidence : flag.evidence) kept.emplace(evidence.claim, std::move(evidence));
  flag.evidence.clear();
  for (const std::string& id : flag.all_claims()) {
    if (const auto earlier = kept.find(id); earlier != kept.end()) {
      flag.evidence.push_back(std::move(earlier->second));
      continue;
    }
    const auto stored = store.claim(id);
    if (!stored) continue;
    const auto revision = store.revision(stored->revision);
    const auto report = store.report(stored->report);
    const auto text = store.text(stored->revision, stored->extractor);
    if (!revision || !report || !text) continue;
    FrozenEvidence evidence;
    evidence.claim = id;
    evidence.report = report->id;
    evidence.revision = revision->id;
    evidence.outlet = report->outlet;
    evidence.url = report->url;
    evidence.exact = stored->exact;
    evidence.content = stored->claim.content;
    evidence.claimant = claimant_of(*stored, *report);
    const auto value = position.find(id);
    if (value != position.end()) evidence.value = value->second;
    evidence.raw_sha256 = revision->raw_sha256;
    evidence.text_sha256 = text->text_sha256;
    evidence.fetched_at = format_timestamp(revision->fetched_at);
    flag.evidence.push_back(std::move(evidence));
  }
}

}  // namespace

std::vector<Flag> check(Store& store, const DeskSettings& desk, const RuleSet& rules,
                        const RuleSettings& settings, Timestamp now) {
  std::vector<Flag> changed;
  store.in_transaction([&] {
    const Evidence evidence = gather(store, desk);
    changed = settle_flags(store.flags({}), evaluate(rules, evidence), settings.suppressions, now);
    for (Flag& flag : changed) {
      if (flag.status != FlagStatus::resolved) freeze(flag, store);
      store.put_flag(flag);
    }
  });
  return changed;
}

}  // namespace claimtrail
