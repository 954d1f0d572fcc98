#pragma once

#include "core/model/settings.h"
#include "core/store/store.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// Reads from the store what rules judge and reports tell. Throws StoreError.
[[nodiscard]] Evidence gather(const Store& store, const DeskSettings& desk);

}  // namespace claimtrail
