#pragma once

#include <vector>

#include "core/model/flag.h"

namespace claimtrail {

/// Gives every raised flag whose severity depends on it (`severity_if_fills`) the one that it has
/// beside the open flags. A flag fills a side of an open flag of another rule where it shares a
/// claim with that side and flags of its own rule hold all claims of it, whatever people decided
/// about these: a side that rests on anonymous claimants alone, say. `raised` is all that rules
/// raised; `open` are those flags that stand open. Pure.
void settle_severities(const std::vector<RaisedFlag*>& raised,
                       const std::vector<const RaisedFlag*>& open);

}  // namespace claimtrail
