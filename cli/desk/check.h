#pragma once

#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

#include "rules/rule.h"

namespace claimtrail {

/// How many claims a check holds at once, about: memory is bounded by it and by the largest circle.
inline constexpr std::size_t kClaimsAtOnce = 10'000;

/// Evaluates the rules on what is stored and settles flags in one transaction. Answers the flags
/// that are new or changed. Only what changed since the last check is evaluated, where that one
/// rested on the same rules, settings and program; the flags are those of a full check, but for
/// their ids. Throws StoreError.
[[nodiscard]] std::vector<Flag> check(Store& store, const DeskSettings& desk, const RuleSet& rules,
                                      const RuleSettings& settings, Timestamp now,
                                      std::size_t claims_at_once = kClaimsAtOnce);

}  // namespace claimtrail
