#pragma once

#include <vector>

#include "rules/compiler/compiled_rule.h"

namespace claimtrail::naive {

/// What the rules say of the evidence, worked out straight from the definitions: every pair of
/// readings is asked everything, sides are found by walking the graph of joined positions. Shares
/// with the evaluator only the table of fields and the evaluation of expressions. Quadratic and
/// slow on purpose.
[[nodiscard]] std::vector<RaisedFlag> evaluate(const RuleSet& rules, const Evidence& evidence);

}  // namespace claimtrail::naive
