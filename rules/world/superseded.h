#pragma once

#include <vector>

#include "rules/world/world.h"

namespace claimtrail {

/// Asks of every figure whether its claimant gave another one later, before anybody calls it a
/// conflict. Sets `said_first` of all facts: the first day on which a report appeared where the
/// claimant says this; and `superseded` of figures whose claimant, one who is the same wherever he
/// is named, gave a figure that cannot hold beside it, first said on a later day and about days
/// that overlap or are not known. Of a claimant's later figures on a question the newest 32 are
/// looked at. `facts` are in the world's order.
void find_superseded(std::vector<Facts>& facts);

}  // namespace claimtrail
