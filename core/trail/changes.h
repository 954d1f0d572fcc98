#pragma once

#include <vector>

#include "core/trail/evidence.h"

namespace claimtrail {

/// What changed between each two neighbouring revisions of one report. `before` and `after` point
/// into `history`, which must outlive the answer. In order of the later revision's claims, then
/// what was removed. The kinds:
/// - `figure`, `claimant`, `hedge`, `quote`, `polarity`: of a claim that goes on; several may
/// change;
/// - `as_of`, `wording`: where none of those did; day ranges are told half-open;
/// - `moved`: nothing but its place changed, its block or its order among the claims both hold;
/// - `added`, `removed`.
/// Claims are the same by their id; see linking/identity.h. O(n log n) in the claims.
[[nodiscard]] std::vector<RevisionChange> find_changes(std::size_t report,
                                                       const std::vector<RevisionReading>& history);

}  // namespace claimtrail
