#pragma once

#include "core/model/settings.h"
#include "core/store/store.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// Reads from the store what rules judge and reports tell. Throws StoreError.
[[nodiscard]] Evidence gather(const Store& store, const DeskSettings& desk);

/// The revisions of one report as the present extractor read them, oldest first; those it has not
/// read are left out. Throws StoreError.
[[nodiscard]] std::vector<RevisionReading> history_of(const Store& store,
                                                      const std::string& report);

}  // namespace claimtrail
