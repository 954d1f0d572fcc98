#include "cli/desk/check.h"

#include <algorithm>
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

/// The words of one sighting, with the revision they stand in.
std::optional<FrozenEvidence> frozen(const Store& store, const StoredClaim& stored,
                                     std::string value) {
  const auto revision = store.revision(stored.revision);
  const auto report = store.report(stored.report);
  const auto text = store.text(stored.revision, stored.extractor);
  if (!revision || !report || !text) return std::nullopt;
  FrozenEvidence evidence;
  evidence.claim = stored.claim.id;
  evidence.report = report->id;
  evidence.revision = revision->id;
  evidence.outlet = report->outlet;
  evidence.url = report->url;
  evidence.exact = stored.exact;
  evidence.content = stored.claim.content;
  evidence.claimant = claimant_of(stored, *report);
  evidence.value = std::move(value);
  evidence.raw_sha256 = revision->raw_sha256;
  evidence.text_sha256 = text->text_sha256;
  evidence.fetched_at = format_timestamp(revision->fetched_at);
  return evidence;
}

/// Freezes the words of every claim of a flag: as they stand in the revision they are read in now,
/// and, where the flag is about an edit, as they stood before it. Words that were frozen before
/// stay.
void freeze(Flag& flag, const Store& store, const Evidence& evidence) {
  const auto add = [&](const StoredClaim& stored, const std::string& value) {
    const bool kept =
        std::any_of(flag.evidence.begin(), flag.evidence.end(), [&](const FrozenEvidence& each) {
          return each.claim == stored.claim.id && each.revision == stored.revision;
        });
    if (kept) return;
    if (auto words = frozen(store, stored, value)) flag.evidence.push_back(std::move(*words));
  };
  for (const RevisionChange& change : evidence.changes) {
    for (const Side& side : flag.sides) {
      if (change.before == nullptr || side.position != change.was) continue;
      const std::string& id = change.before->claim.id;
      if (std::binary_search(side.claims.begin(), side.claims.end(), id))
        add(*change.before, change.was);
    }
  }
  std::map<std::string, std::string> position;
  for (const Side& side : flag.sides) {
    for (const std::string& claim : side.claims) position[claim] = side.position;
  }
  for (const std::string& id : flag.all_claims()) {
    const bool held = std::any_of(flag.evidence.begin(), flag.evidence.end(),
                                  [&](const FrozenEvidence& each) { return each.claim == id; });
    const bool edited = std::any_of(
        evidence.changes.begin(), evidence.changes.end(), [&](const RevisionChange& change) {
          return change.before != nullptr && change.before->claim.id == id;
        });
    if (held && !edited) continue;
    if (const auto stored = store.claim(id)) add(*stored, position[id]);
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
      if (flag.status != FlagStatus::resolved) freeze(flag, store, evidence);
      store.put_flag(flag);
    }
  });
  return changed;
}

}  // namespace claimtrail
