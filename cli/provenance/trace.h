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

/// The words of a claim frozen when a flag was raised: those frozen for this side where the claim
/// was frozen more than once (before and after an edit), else any of it; null where there are none.
[[nodiscard]] const FrozenEvidence* frozen_words(const Flag& flag, const std::string& claim,
                                                 std::string_view position);

/// One question with its positions. `claims` holds those the positions name; `flags` is empty.
[[nodiscard]] TracedQuestion trace_question(const Evidence& evidence, const Question& question);

}  // namespace claimtrail
