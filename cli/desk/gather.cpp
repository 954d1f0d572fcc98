#include "cli/desk/gather.h"

#include "core/analysis.h"
#include "core/trail/claimant_merges.h"
#include "core/trail/correction_note.h"

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
  for (const Report& report : input.reports) {
    std::vector<RevisionReading> history = history_of(store, report.id);
    for (RevisionReading& reading : history) merges.apply(reading.claims, as_read);
    if (!history.empty()) input.histories.emplace(report.id, std::move(history));
  }
  return make_evidence(std::move(input));
}

}  // namespace claimtrail
