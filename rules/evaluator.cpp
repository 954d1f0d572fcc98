#include <numeric>

#include "rules/raise.h"

namespace claimtrail {

std::vector<RaisedFlag> evaluate_some(const RuleSet& rules, const std::vector<std::size_t>& which,
                                      const Evidence& evidence) {
  const World world(evidence);
  Judge judge(rules, world);
  std::vector<RaisedFlag> flags;
  for (const std::size_t index : which) {
    const Rule& rule = rules.rules()[index];
    switch (rule.scope) {
      case RuleScope::pair:
        evaluate_pairs(rule, judge, flags);
        break;
      case RuleScope::claim:
        evaluate_claims(rule, judge, flags);
        break;
      case RuleScope::question:
      case RuleScope::report:
        evaluate_groups(rule, judge, flags);
        break;
      case RuleScope::revision:
        evaluate_changes(rule, judge, flags);
        break;
    }
  }
  sort_flags(flags);
  return flags;
}

std::vector<RaisedFlag> evaluate(const RuleSet& rules, const Evidence& evidence) {
  std::vector<std::size_t> enabled;
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    if (rules.rules()[i].enabled) enabled.push_back(i);
  }
  return evaluate_some(rules, enabled, evidence);
}

}  // namespace claimtrail
