#include "cli/desk/gather.h"

#include <map>

#include "core/analysis.h"
#include "core/trail/claimant_merges.h"
#include "core/trail/correction_note.h"
#include "core/trail/wire_credit.h"

#include "cli/desk/capture.h"

namespace claimtrail {
namespace {

std::string notes_of(const RevisionText& text) {
  std::string notes;
  for (const CorrectionNote& note : find_correction_notes(text.text, read_blocks(text.blocks))) {
    if (!notes.empty()) notes += "\n\n";
    notes += note.words;
  }
  return notes;
}

constexpr std::chrono::hours kGoneForGood{24};

/// Since when a report's page answers that it is gone: twice, a day or more apart, and nothing
/// since that shows it. What failed in another way says nothing.
std::optional<Timestamp> withdrawn_since(const Store& store, const std::string& report,
                                         Timestamp newest_text) {
  std::optional<Timestamp> first;
  std::optional<Timestamp> since;
  for (const Observation& one : store.observations(report)) {
    if (one.outcome == "unchanged" || one.outcome == "not_modified") {
      first.reset();
      since.reset();
    } else if (one.outcome == "not_found" || one.outcome == "gone") {
      if (one.at <= newest_text) continue;
      if (!first) first = one.at;
      if (one.at - *first >= kGoneForGood) since = first;
    }
  }
  return since;
}

/// What a text is known to rest on: an agency that it prints, a publisher whom its feed names, a
/// text that it says it is, a text that another report has word for word.
std::vector<std::string> origins_of(const Report& report, const RevisionText& text) {
  std::vector<std::string> origins;
  for (const WireCredit& credit :
       find_wire_credits(text.text, read_blocks(text.blocks), report.byline)) {
    if (credit.place != CreditPlace::contribution) origins.push_back("agency " + credit.agency);
  }
  if (!report.url.empty()) origins.push_back("text at " + report.url);
  if (!report.syndicated_from.empty()) origins.push_back("text of " + report.syndicated_from);
  if (!report.is_based_on.empty()) origins.push_back("text at " + report.is_based_on);
  origins.push_back("text " + text.text_sha256);
  return origins;
}

/// What rules ask of a report beyond its claims.
struct Grounds {
  std::optional<Timestamp> withdrawn;
  std::vector<std::string> origins;
};

Grounds grounds_of(const Store& store, const Report& report, const Revision& newest,
                   const std::optional<RevisionText>& text) {
  Grounds grounds;
  grounds.withdrawn = withdrawn_since(store, report.id, newest.fetched_at);
  if (text) grounds.origins = origins_of(report, *text);
  return grounds;
}

}  // namespace

std::vector<RevisionReading> history_of(const Store& store, const std::string& report) {
  std::vector<RevisionReading> history;
  for (const Revision& revision : store.revisions(report)) {
    const auto text = store.text(revision.id, extractor_version());
    if (!text) continue;
    RevisionReading reading;
    reading.revision = revision.id;
    reading.fetched_at = revision.fetched_at;
    reading.note = notes_of(*text);
    reading.claims = store.sightings(revision.id, extractor_version());
    history.push_back(std::move(reading));
  }
  return history;
}

Evidence gather(const Store& store, const DeskSettings& desk) {
  EvidenceInput input;
  input.reports = store.reports();
  input.claims = store.claims({});
  input.questions = store.questions();
  input.links = store.links();
  input.outlets = desk.outlets;
  const ClaimantMerges merges(store.reviews());
  const std::vector<StoredClaim> as_read =
      merges.empty() ? std::vector<StoredClaim>() : input.claims;
  merges.apply(input.claims, as_read);
  std::map<std::string, Grounds> grounds;
  for (const Report& report : input.reports) {
    const std::vector<Revision> revisions = store.revisions(report.id);
    if (revisions.empty()) continue;
    const auto newest = store.text(revisions.back().id, extractor_version());
    grounds.emplace(report.id, grounds_of(store, report, revisions.back(), newest));
    std::vector<RevisionReading> history;
    if (revisions.size() > 1) {
      history = history_of(store, report.id);
    } else if (newest) {
      // With one text there is nothing to compare: only its note counts, not its claims once more.
      history.push_back({revisions[0].id, revisions[0].fetched_at, notes_of(*newest), {}});
    }
    for (RevisionReading& reading : history) merges.apply(reading.claims, as_read);
    if (!history.empty()) input.histories.emplace(report.id, std::move(history));
  }
  Evidence evidence = make_evidence(std::move(input));
  for (ReportEvidence& report : evidence.reports) {
    const auto found = grounds.find(report.id);
    if (found == grounds.end()) continue;
    report.withdrawn = found->second.withdrawn;
    report.origins = std::move(found->second.origins);
  }
  return evidence;
}

}  // namespace claimtrail
