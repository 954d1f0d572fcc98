#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/linking/word_diff.h"
#include "core/store/store.h"
#include "core/trail/correction_note.h"
#include "core/trail/evidence.h"

#include "cli/commands/session.h"
#include "cli/render/json.h"

namespace claimtrail {

/// One change of a claim, as plain data.
struct ClaimChange {
  std::string kind;
  std::string claim;  ///< its id
  std::string was;
  std::string is;
  bool noted = false;  ///< a new correction note names it
};

/// What changed between two neighbouring revisions of a report, both read by the present extractor.
struct RevisionDifference {
  Revision from;
  Revision to;
  std::string before;  ///< the text of `from`
  std::string after;
  std::vector<CorrectionNote> notes;  ///< of `to` that `from` did not carry
  std::vector<ClaimChange> claims;
  std::vector<Hunk> hunks;
};

/// The differences between each two neighbouring revisions, oldest first. A revision that the
/// present extractor has not read is passed over and counted in `unread`.
struct RevisionDifferences {
  std::vector<RevisionDifference> each;
  int unread = 0;
};
[[nodiscard]] RevisionDifferences compare_revisions(const Store& store, const std::string& report);

/// For people: the notes, the claims and the changed words with some words around them. What went
/// stands in [-…-], what came in {+…+}, red and green on a terminal. Marks and white space alone
/// are counted, not shown, unless nothing else changed.
void print_difference(Session& session, const RevisionDifference& difference);

/// As one object of the array `changes`.
void write_difference(JsonWriter& json, const RevisionDifference& difference);

}  // namespace claimtrail
