#pragma once

#include <string>
#include <vector>

#include "core/attribution/suggest_merges.h"
#include "core/diagnostics/result.h"
#include "core/model/review.h"
#include "core/store/store.h"

#include "cli/review/walk.h"

namespace claimtrail {

/// Claimants of stored claims that may be one and that nobody has decided about.
[[nodiscard]] std::vector<MergeSuggestion> open_suggestions(const Store& store);

/// One decision about two claimants, by a person.
struct MergeRequest {
  std::string variant;  ///< id of the one that goes into the other
  std::string into;     ///< id of the other
  bool same = true;     ///< else: they are not one
  std::string reason;   ///< the reviewer's words; needed where they are not one
  std::string by;
};

/// Adds the review, in one transaction; core/trail/claimant_merges.h says what follows from it.
/// `cli/review/decide.h` takes it back. Fails when a claimant is not there ("no-such-claimant"),
/// when that is decided already ("already"), when both count as one already but should not
/// ("merged"), and when a reason or name is missing ("no-reason", "no-reviewer"). Throws
/// StoreError.
[[nodiscard]] Result<Review> decide_merge(Store& store, const MergeRequest& request, Timestamp now);

/// Shows one suggestion after the other with what both said, and takes single-key decisions as
/// `walk` does. Throws StoreError.
[[nodiscard]] WalkSummary walk_claimants(Store& store, ReviewConsole& console,
                                         const Terminal& terminal, const Clock& clock,
                                         const std::string& by);

}  // namespace claimtrail
