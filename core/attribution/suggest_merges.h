#pragma once

#include <string>
#include <vector>

#include "core/model/claim.h"

namespace claimtrail {

/// Two claimants that may be one. Nothing is merged by it: a person decides.
struct MergeSuggestion {
  Claimant variant;  ///< the shorter name
  Claimant fuller;
  std::string why;  ///< "the surname alone", in words for a reviewer
};

/// Pairs among these claimants (each id once) whose names may mean the same: a surname and a full
/// name, a name with and without a middle name, initials and the name they may stand for, a shorter
/// and a longer name of one organisation, the same words in another order. What is no name ("the
/// ministry", "officials") is left out, and so is a variant that fits too many. Ordered by name of
/// variant, then fuller. Pure.
[[nodiscard]] std::vector<MergeSuggestion> suggest_merges(const std::vector<Claimant>& claimants);

}  // namespace claimtrail
