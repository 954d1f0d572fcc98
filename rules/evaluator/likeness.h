#pragma once

#include <string>

#include "rules/evaluator/judge.h"

namespace claimtrail {

/// Everything that a pair rule, and those it yields to, can see of one reading, as one text: two
/// readings of which it is equal are joined with any third, of another claim than theirs, alike.
/// For groups so large that asking every pair would take too long.
[[nodiscard]] std::string likeness(const RuleSet& rules, const Rule& rule, const World& world,
                                   const Facts& facts);

}  // namespace claimtrail
