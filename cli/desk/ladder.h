#pragma once

#include <optional>
#include <vector>

#include "core/model/time.h"

namespace claimtrail {

/// Whether a report stands in an open flag: then it is visited sooner and for longer.
enum class UnderReview { no, yes };

/// When a report is to be visited again: at its first capture plus the first rung of the ladder
/// that still lies ahead. Under review the wait is halved and the last rung's gap repeats;
/// otherwise the ladder ends (nothing).
[[nodiscard]] std::optional<Timestamp> next_visit(const std::vector<long long>& ladder_ms,
                                                  Timestamp first_seen, Timestamp now,
                                                  UnderReview under_review);

}  // namespace claimtrail
