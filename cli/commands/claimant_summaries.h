#pragma once

#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

#include "cli/render/json_stored.h"

namespace claimtrail {

/// Everyone that a stored claim is attributed to, by name then id, with the aliases of the config.
/// Those that a reviewer merged count as one; their names are aliases, too.
[[nodiscard]] std::vector<ClaimantSummary> summarise_claimants(const Store& store,
                                                               const DeskSettings& desk);

}  // namespace claimtrail
