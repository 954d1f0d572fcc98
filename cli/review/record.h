#pragma once

#include <functional>
#include <string>

#include "core/diagnostics/result.h"
#include "core/model/review.h"
#include "core/store/store.h"

namespace claimtrail {

/// Gives a review its id and stores it. The id starts with how many reviews of its subject there
/// were before, which keeps them in order whatever the clock says. Inside `decided_at_once`.
void record(Store& store, Review& review);

/// Runs `decide` in one immediate transaction and gives the review that it made, or what it was
/// refused for, with nothing changed. Throws StoreError.
[[nodiscard]] Result<Review> decided_at_once(Store& store, const std::function<Review()>& decide);

/// Refuses a decision that nobody answers for ("no-reviewer").
void require_reviewer(const std::string& by);

/// Ends the decision without a trace. Inside `decided_at_once` only.
[[noreturn]] void refuse(std::string code, std::string message, std::string hint = {});

}  // namespace claimtrail
