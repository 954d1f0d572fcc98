#pragma once

#include <string>

#include "core/linking/look_up.h"
#include "core/store/store.h"

namespace claimtrail {

/// The index of the database's claims, up to date: the file beside the database (its name with
/// ".lookup"), brought up to what the database holds where the marks in both differ, in memory
/// where the file or the database cannot be written. Deleting the file loses nothing. Throws
/// StoreError.
[[nodiscard]] LookUpIndex open_claim_index(Store& store, const std::string& database);

}  // namespace claimtrail
