#pragma once

#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

#include "rules/rule.h"

namespace claimtrail {

/// Evaluates the rules on what is stored and settles flags in one transaction. Answers the flags
/// that are new or changed. Throws StoreError.
[[nodiscard]] std::vector<Flag> check(Store& store, const DeskSettings& desk, const RuleSet& rules,
                                      const RuleSettings& settings, Timestamp now);

}  // namespace claimtrail
