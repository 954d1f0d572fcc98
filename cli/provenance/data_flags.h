#pragma once

#include <vector>

#include "cli/provenance/json_value.h"
#include "cli/provenance/report.h"

namespace claimtrail {

/// The parts of `report_data` that concern flags, reviews and changes.

[[nodiscard]] JsonValue flag_data(const TracedFlag& flag);
[[nodiscard]] JsonValue reviews_data(const std::vector<TracedReview>& reviews);
[[nodiscard]] JsonValue review_data(const Review& review);
[[nodiscard]] JsonValue change_data(const TracedChange& change);

}  // namespace claimtrail
