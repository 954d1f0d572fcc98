#pragma once

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "rules/compiler/compiled_rule.h"
#include "rules/reader/rule_test.h"
#include "rules/rule.h"

namespace claimtrail::worlds {

/// The claims (reports, questions, changes) of a small world, written as the body of a rule's test.
[[nodiscard]] Evidence evidence(std::string_view yaml);

/// A world of about `claims` claims that agree and differ in many ways, and of edits; the same seed
/// gives the same.
[[nodiscard]] RuleTest random_world(std::mt19937& random, int claims);

/// The evidence of a world; a world that cannot be built throws.
[[nodiscard]] Evidence build(const RuleTest& world);

/// The same evidence with reports, claims, questions, readings and changes in another order.
[[nodiscard]] Evidence shuffled(Evidence evidence, std::mt19937& random);

/// Compiles one pack, whose mistakes throw as text.
[[nodiscard]] std::shared_ptr<const RuleSet> rules(std::string_view yaml);
[[nodiscard]] std::shared_ptr<const RuleSet> builtin();

/// The mistakes of one pack, as "LINE:COLUMN CODE", in order.
[[nodiscard]] std::vector<std::string> mistakes(std::string_view yaml);

/// A flag in one line, everything told but the pack.
[[nodiscard]] std::string in_words(const RaisedFlag& flag);
[[nodiscard]] std::vector<std::string> in_words(const std::vector<RaisedFlag>& flags);

}  // namespace claimtrail::worlds
