#pragma once

#include <vector>

#include "core/trail/evidence.h"

namespace claimtrail {

/// What changed between each two neighbouring revisions of one report. `before` and `after` point
/// into `history`, which must outlive the answer.
[[nodiscard]] std::vector<RevisionChange> find_changes(std::size_t report,
                                                       const std::vector<RevisionReading>& history);

}  // namespace claimtrail
