#include "cli/desk/freeze.h"

#include <algorithm>
#include <set>

namespace claimtrail {
namespace {

std::string claimant_of(const StoredClaim& stored, const std::string& outlet) {
  if (stored.claim.attribution.empty()) return outlet;
  const Hop& hop = stored.claim.attribution.front();
  std::string names;
  for (const Claimant& claimant : hop.claimants)
    names += (names.empty() ? "" : ", ") + claimant.name;
  return names;
}

bool holds_words_of(const Flag& flag, const std::string& claim) {
  return std::any_of(flag.evidence.begin(), flag.evidence.end(),
                     [&](const FrozenEvidence& each) { return each.claim == claim; });
}

}  // namespace

void Freezer::note_edits(const Evidence& evidence, const std::vector<RaisedFlag>& raised) {
  if (evidence.changes.empty()) return;
  std::set<std::string_view> flagged;
  for (const RaisedFlag& flag : raised) {
    for (const Side& side : flag.sides) flagged.insert(side.claims.begin(), side.claims.end());
  }
  for (const RevisionChange& change : evidence.changes) {
    if (change.before == nullptr || !flagged.contains(change.before->claim.id)) continue;
    edits_[change.before->claim.id].push_back({change.was, *change.before});
  }
}

void Freezer::freeze(std::vector<Flag>& flags) {
  // Together, for one by one each claim would cost a search of its own in every table.
  std::set<std::string> ids;
  for (const Flag& flag : flags) {
    for (std::string& id : flag.all_claims()) {
      if (edits_.contains(id) || !holds_words_of(flag, id)) ids.insert(std::move(id));
    }
  }
  for (StoredClaim& stored : store_.claims_by_id({ids.begin(), ids.end()})) {
    std::string id = stored.claim.id;
    claims_.emplace(std::move(id), std::move(stored));
  }
  for (Flag& flag : flags) freeze(flag);
}

void Freezer::freeze(Flag& flag) {
  std::map<std::string, std::string> position;
  for (const Side& side : flag.sides) {
    for (const std::string& claim : side.claims) {
      position[claim] = side.position;
      const auto edits = edits_.find(claim);
      if (edits == edits_.end()) continue;
      for (const Edit& edit : edits->second) {
        if (edit.was == side.position) add(flag, edit.before, edit.was);
      }
    }
  }
  for (const std::string& id : flag.all_claims()) {
    if (holds_words_of(flag, id) && !edits_.contains(id)) continue;
    if (const auto stored = claims_.find(id); stored != claims_.end()) {
      add(flag, stored->second, position[id]);
    }
  }
}

void Freezer::add(Flag& flag, const StoredClaim& stored, const std::string& value) {
  const bool kept =
      std::any_of(flag.evidence.begin(), flag.evidence.end(), [&](const FrozenEvidence& each) {
        return each.claim == stored.claim.id && each.revision == stored.revision;
      });
  if (kept) return;
  const Place& place = place_of(stored);
  if (!place.known) return;
  FrozenEvidence& evidence = flag.evidence.emplace_back(place.evidence);
  evidence.claim = stored.claim.id;
  evidence.exact = stored.exact;
  evidence.content = stored.claim.content;
  evidence.claimant = claimant_of(stored, evidence.outlet);
  evidence.value = value;
}

const Freezer::Place& Freezer::place_of(const StoredClaim& stored) {
  const auto [found, fresh] = places_.try_emplace(stored.revision + '\n' + stored.extractor);
  Place& place = found->second;
  if (!fresh) return place;
  const auto revision = store_.revision(stored.revision);
  const auto report = store_.report(stored.report);
  if (!revision || !report) return place;
  for (const RevisionGrounds& text : store_.grounds(stored.report, stored.extractor)) {
    if (text.revision == stored.revision) place.evidence.text_sha256 = text.text_sha256;
  }
  place.known = !place.evidence.text_sha256.empty();
  place.evidence.report = report->id;
  place.evidence.revision = revision->id;
  place.evidence.outlet = report->outlet;
  place.evidence.url = report->url;
  place.evidence.raw_sha256 = revision->raw_sha256;
  place.evidence.fetched_at = format_timestamp(revision->fetched_at);
  return place;
}

}  // namespace claimtrail
