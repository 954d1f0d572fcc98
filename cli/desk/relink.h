#pragma once

#include "core/model/settings.h"
#include "core/store/store.h"

namespace claimtrail {

/// Works out anew which question each stored reading answers and stores questions and links in one
/// transaction. Throws StoreError.
void relink(Store& store, const DeskSettings& desk);

}  // namespace claimtrail
