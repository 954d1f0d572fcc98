#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/store/store.h"
#include "core/trail/evidence.h"

#include "cli/provenance/report.h"

namespace claimtrail {

/// Reviews by what they are about, each with whether it was taken back.
class ReviewIndex {
 public:
  explicit ReviewIndex(const std::vector<Review>& reviews);
  /// By time; empty where there is none.
  [[nodiscard]] const std::vector<TracedReview>& of(const std::string& subject_kind,
                                                    const std::string& subject) const;

 private:
  std::map<std::pair<std::string, std::string>, std::vector<TracedReview>> by_subject_;
};

/// Adds to a stored claim what a reader needs to check it: the words around it, of its attribution
/// and of its figures, and its address. `report` may be null.
[[nodiscard]] TracedClaim trace_claim(const Store& store, StoredClaim stored, const Report* report);

/// By report id: what changed between its revisions, by time, as plain data.
[[nodiscard]] std::map<std::string, std::vector<TracedChange>> trace_changes(
    const Evidence& evidence);

/// The changes of a flag's reports that touch its claims, worked out from the texts the present
/// extractor read.
[[nodiscard]] std::vector<TracedChange> changes_of(const Store& store, const Flag& flag);

/// The words of a claim frozen when a flag was raised; null where there are none. A claim that was
/// edited was frozen before and after: the side whose position is what a change says it was (or is)
/// gets the words of that revision.
[[nodiscard]] const FrozenEvidence* frozen_words(const Flag& flag, const std::string& claim,
                                                 std::string_view position,
                                                 const std::vector<TracedChange>& changes);

/// One question with its positions. `claims` holds those the positions name; `flags` is empty.
[[nodiscard]] TracedQuestion trace_question(const Evidence& evidence, const Question& question);

}  // namespace claimtrail
