#include "cli/provenance/trace.h"

#include <algorithm>
#include <set>

#include "core/trail/changes.h"
#include "core/trail/positions.h"

#include "cli/desk/gather.h"
#include "cli/provenance/text_fragment.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

TracedChange plain(const RevisionChange& change, const std::string& report) {
  TracedChange traced;
  traced.report = report;
  traced.from_revision = change.from_revision;
  traced.to_revision = change.to_revision;
  traced.at = change.at;
  traced.kind = change.kind;
  traced.was = change.was;
  traced.is = change.is;
  traced.noted = change.noted;
  if (change.before != nullptr) traced.claim_before = change.before->claim.id;
  if (change.after != nullptr) traced.claim_after = change.after->claim.id;
  return traced;
}

}  // namespace

ReviewIndex::ReviewIndex(const std::vector<Review>& reviews) {
  std::set<std::string> undone;
  for (const Review& review : reviews) {
    if (!review.undoes.empty()) undone.insert(review.undoes);
  }
  for (const Review& review : reviews) {
    by_subject_[{review.subject_kind, review.subject}].push_back(
        {review, undone.contains(review.id)});
  }
}

const std::vector<TracedReview>& ReviewIndex::of(const std::string& subject_kind,
                                                 const std::string& subject) const {
  static const std::vector<TracedReview> none;
  const auto found = by_subject_.find({subject_kind, subject});
  return found == by_subject_.end() ? none : found->second;
}

TracedClaim trace_claim(const Store& store, StoredClaim stored, const Report* report) {
  TracedClaim traced;
  const auto text = store.text(stored.revision, stored.extractor);
  const std::string_view words = text ? std::string_view(text->text) : std::string_view();
  traced.passage = passage_of(words, stored.claim.content);
  std::vector<std::string> cues;
  for (const Hop& hop : stored.claim.attribution) {
    HopWords said;
    if (hop.source_span) said.source = hop.source_span->of(words);
    if (hop.cue_span) said.cue = hop.cue_span->of(words);
    cues.push_back(said.cue);
    traced.hops.push_back(std::move(said));
  }
  for (const Figure& figure : stored.claim.figures) {
    traced.figures.emplace_back(figure.span.of(words));
  }
  traced.attribution = attribution_words(
      stored.claim, report != nullptr ? std::string_view(report->outlet) : "", cues);
  if (report != nullptr) {
    traced.address = address_of(report->url, text_fragment(words, stored.claim.content));
  }
  traced.stored = std::move(stored);
  return traced;
}

std::map<std::string, std::vector<TracedChange>> trace_changes(const Evidence& evidence) {
  std::map<std::string, std::vector<TracedChange>> changes;
  for (const RevisionChange& change : evidence.changes) {
    const std::string& report = evidence.reports[change.report].id;
    changes[report].push_back(plain(change, report));
  }
  for (auto& [report, list] : changes) {
    std::stable_sort(list.begin(), list.end(),
                     [](const TracedChange& a, const TracedChange& b) { return a.at < b.at; });
  }
  return changes;
}

std::vector<TracedChange> changes_of(const Store& store, const Flag& flag) {
  std::vector<TracedChange> touching;
  const std::vector<std::string> claims = flag.all_claims();
  const auto touches = [&](const std::string& id) {
    return !id.empty() && std::binary_search(claims.begin(), claims.end(), id);
  };
  for (const std::string& report : flag.reports) {
    const std::vector<RevisionReading> history = history_of(store, report);
    for (const RevisionChange& change : find_changes(0, history)) {
      TracedChange traced = plain(change, report);
      if (touches(traced.claim_before) || touches(traced.claim_after)) {
        touching.push_back(std::move(traced));
      }
    }
  }
  return touching;
}

const FrozenEvidence* frozen_words(const Flag& flag, const std::string& claim,
                                   std::string_view position,
                                   const std::vector<TracedChange>& changes) {
  std::string revision;
  for (const TracedChange& change : changes) {
    if (change.claim_before == claim && change.was == position) revision = change.from_revision;
    if (change.claim_after == claim && change.is == position) revision = change.to_revision;
  }
  const FrozenEvidence* any = nullptr;
  for (const FrozenEvidence& evidence : flag.evidence) {
    if (evidence.claim != claim) continue;
    if (revision.empty() ? evidence.value == position : evidence.revision == revision) {
      return &evidence;
    }
    if (any == nullptr) any = &evidence;
  }
  return any;
}

TracedQuestion trace_question(const Evidence& evidence, const Question& question) {
  TracedQuestion traced;
  const QuestionTrail trail = follow(evidence, question);
  traced.question = question;
  traced.reports = trail.reports;
  traced.outlets = trail.outlets;
  std::set<std::string> listed;
  for (const ClaimantPosition& position : trail.positions) {
    TracedPosition out;
    out.claimant_id = position.claimant_id;
    out.claimant = position.claimant;
    out.attributed = position.attributed;
    for (const TrailEntry& entry : position.entries) {
      const Reading& reading = *entry.reading;
      const ReportEvidence& report = evidence.reports[reading.report];
      out.entries.push_back({reading.claim().id, reading.figure, entry.value, reading.as_of,
                             report.published, report.outlet});
      if (listed.insert(reading.claim().id).second) traced.claims.push_back(reading.claim().id);
    }
    traced.positions.push_back(std::move(out));
  }
  return traced;
}

}  // namespace claimtrail
