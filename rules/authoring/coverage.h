#pragma once

#include <string>
#include <vector>

#include "rules/rule.h"

namespace claimtrail {

/// One part of a rule and whether its tests met it.
struct CoveredPart {
  enum class Kind { atom, exception, severity } kind = Kind::atom;
  std::string words;    ///< as written; of an exception its name
  bool held = false;    ///< it was asked, and held
  bool failed = false;  ///< it was asked, and did not hold

  /// An atom is covered when it was seen both ways, an exception or case when it once held.
  [[nodiscard]] bool covered() const { return held && (failed || kind != Kind::atom); }
};

/// How much of one rule its tests go through. Parts are asked the way evaluation asks them: what an
/// earlier part has decided is not asked, exceptions only where the condition holds, cases of
/// `severity_when` only until one holds. In the order of the rule.
struct RuleCoverage {
  std::string rule;
  std::string file;
  int tests = 0;
  std::vector<CoveredPart> parts;

  [[nodiscard]] int covered() const;
};

/// Runs the tests whose "rule/name" matches the pattern, as `run_rule_tests` does, and tells what
/// they met; rules without a matching test are told where the pattern is empty.
[[nodiscard]] std::vector<RuleCoverage> cover_rules(const RuleSet& rules,
                                                    const std::string& name_pattern);

}  // namespace claimtrail
