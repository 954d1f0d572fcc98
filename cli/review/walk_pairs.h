#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/review.h"
#include "core/store/store.h"

#include "cli/review/walk.h"

namespace claimtrail {

/// Two things that may be one, as a reviewer sees them.
struct PairCard {
  std::string words;  ///< both, with what they hold, and why they may be one
  /// Makes and stores the decision, with the reviewer's reason.
  std::function<Result<Review>(bool same, const std::string& reason)> decide;
};

/// What a walk through pairs calls them.
struct PairWords {
  std::string none;   ///< where there is no pair to show
  std::string title;  ///< "Claimants"
  std::string same;   ///< what follows from "they are one"
};

/// Shows one pair after the other and takes single-key decisions as `walk` does. Gives how many
/// decisions stand. Throws StoreError.
[[nodiscard]] int walk_pairs(const std::vector<PairCard>& cards, const PairWords& words,
                             Store& store, ReviewConsole& console, const Terminal& terminal,
                             const Clock& clock, const std::string& by);

}  // namespace claimtrail
