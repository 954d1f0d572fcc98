#pragma once

#include <optional>
#include <vector>

#include "core/model/report.h"
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

/// When a report whose page just answered that it is not there (404, 410) is to be visited again:
/// a day later, until two such answers a day apart are on record, so that one outage is not taken
/// for a withdrawal; `planned` where that is sooner, and once they are. `observations` are the
/// report's, in order, the newest answer included.
[[nodiscard]] std::optional<Timestamp> visit_after_absence(
    const std::vector<Observation>& observations, std::optional<Timestamp> planned, Timestamp now);

}  // namespace claimtrail
