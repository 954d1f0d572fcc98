#pragma once

#include <vector>

#include "core/model/review.h"

namespace claimtrail {

/// The decisions that still hold, in their order: those that no later review takes back, without
/// the reviews that take back. The pointers go into `reviews`.
[[nodiscard]] std::vector<const Review*> standing(const std::vector<Review>& reviews);

}  // namespace claimtrail
