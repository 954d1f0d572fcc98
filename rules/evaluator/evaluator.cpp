#include <numeric>

#include "rules/evaluator/raise.h"

namespace claimtrail {

void evaluate_rule(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags) {
  switch (rule.scope) {
    case RuleScope::pair:
      return evaluate_pairs(rule, judge, flags);
    case RuleScope::claim:
      return evaluate_claims(rule, judge, flags);
    case RuleScope::question:
    case RuleScope::report:
      return evaluate_groups(rule, judge, flags);
    case RuleScope::revision:
      return evaluate_changes(rule, judge, flags);
  }
}

std::vector<RaisedFlag> evaluate_some(const RuleSet& rules, const std::vector<std::size_t>& which,
                                      const Evidence& evidence) {
  const World world(evidence);
  Judge judge(rules, world);
  std::vector<RaisedFlag> flags;
  for (const std::size_t index : which) evaluate_rule(rules.rules()[index], judge, flags);
  sort_flags(flags);
  return flags;
}

std::vector<RaisedFlag> evaluate_circles(const RuleSet& rules, const Evidence& evidence,
                                         const std::vector<Circle>& circles, SaidAlone said_alone) {
  World world(evidence);
  world.ask_only(circles, said_alone);
  Judge judge(rules, world);
  std::vector<RaisedFlag> flags;
  for (const Rule& rule : rules.rules()) {
    if (rule.enabled) evaluate_rule(rule, judge, flags);
  }
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
