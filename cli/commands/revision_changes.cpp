#include "cli/commands/revision_changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/analysis.h"
#include "core/trail/changes.h"

#include "cli/desk/capture.h"
#include "cli/desk/gather.h"
#include "cli/render/json_claim.h"

namespace claimtrail {
namespace {

std::vector<CorrectionNote> new_notes(const RevisionText& before, const RevisionText& after) {
  std::set<std::string> known;
  for (const CorrectionNote& note : find_correction_notes(before.text, read_blocks(before.blocks)))
    known.insert(note.words);
  std::vector<CorrectionNote> notes = find_correction_notes(after.text, read_blocks(after.blocks));
  std::erase_if(notes, [&](const CorrectionNote& note) { return known.contains(note.words); });
  return notes;
}

ClaimChange plain(const RevisionChange& change, const RevisionDifference& difference) {
  ClaimChange made{change.kind, "", change.was, change.is, false};
  made.claim = change.after != nullptr ? change.after->claim.id : change.before->claim.id;
  // What was added may be the note's own words.
  made.noted = change.before != nullptr &&
               std::any_of(difference.notes.begin(), difference.notes.end(),
                           [&](const CorrectionNote& note) {
                             return names_change(note, difference.after, change.was, change.is);
                           });
  return made;
}

}  // namespace

RevisionDifferences compare_revisions(const Store& store, const std::string& report) {
  RevisionDifferences differences;
  std::map<std::string, std::vector<RevisionChange>> changes;
  const std::vector<RevisionReading> history = history_of(store, report);
  for (RevisionChange& change : find_changes(0, history)) {
    changes[change.to_revision].push_back(std::move(change));
  }
  std::optional<Revision> earlier;
  std::optional<RevisionText> before;
  for (const Revision& revision : store.revisions(report)) {
    auto after = store.text(revision.id, extractor_version());
    if (!after) {
      ++differences.unread;
      continue;
    }
    if (before) {
      RevisionDifference difference{*earlier, revision, before->text, after->text, {}, {}, {}};
      difference.notes = new_notes(*before, *after);
      for (const RevisionChange& change : changes[revision.id]) {
        difference.claims.push_back(plain(change, difference));
      }
      difference.hunks = diff_words(difference.before, difference.after);
      differences.each.push_back(std::move(difference));
    }
    earlier = revision;
    before = std::move(after);
  }
  return differences;
}

void write_difference(JsonWriter& json, const RevisionDifference& difference) {
  json.begin_object();
  json.string("from_revision", difference.from.id);
  json.string("to_revision", difference.to.id);
  json.timestamp("at", difference.to.fetched_at);
  json.begin_array("notes");
  for (const CorrectionNote& note : difference.notes) {
    json.begin_object();
    json.string("kind", to_string(note.kind));
    json.string("exact", note.words);
    json.integer("start", note.span.start);
    json.integer("end", note.span.end);
    json.begin_array("quotes");
    for (const Span quote : note.quotes) write_span_item(json, quote, difference.after);
    json.end_array();
    json.begin_array("numbers");
    for (const Span number : note.numbers) write_span_item(json, number, difference.after);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.begin_array("claims");
  for (const ClaimChange& change : difference.claims) {
    json.begin_object();
    json.string("kind", change.kind);
    json.string("claim", change.claim);
    json.text("was", change.was);
    json.text("is", change.is);
    json.boolean("named_by_note", change.noted);
    json.end_object();
  }
  json.end_array();
  json.begin_array("hunks");
  for (const Hunk& hunk : difference.hunks) {
    json.begin_object();
    json.string("kind", to_string(hunk.kind));
    json.string("weight", to_string(hunk.weight));
    write_span(json, "before", hunk.before, difference.before);
    write_span(json, "after", hunk.after, difference.after);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace claimtrail
