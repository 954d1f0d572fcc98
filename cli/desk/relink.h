#pragma once

#include <vector>

#include "core/linking/link.h"
#include "core/model/settings.h"
#include "core/store/store.h"

namespace claimtrail {

/// The stored claims that can answer a question, as linking sees them: gone and rejected ones are
/// left out. `inputs` point into `claims`; move it, do not copy it.
struct LinkableClaims {
  std::vector<StoredClaim> claims;
  std::vector<LinkInput> inputs;

  LinkableClaims() = default;
  LinkableClaims(const LinkableClaims&) = delete;
  LinkableClaims& operator=(const LinkableClaims&) = delete;
  LinkableClaims(LinkableClaims&&) = default;
  LinkableClaims& operator=(LinkableClaims&&) = default;
};
[[nodiscard]] LinkableClaims linkable_claims(const Store& store);

/// Works out anew which question each stored reading answers and stores questions and links in one
/// transaction. Throws StoreError.
void relink(Store& store, const DeskSettings& desk);

}  // namespace claimtrail
