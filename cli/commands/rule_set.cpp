#include "cli/commands/rule_set.h"

namespace claimtrail {

std::shared_ptr<const RuleSet> load_rule_set(Session& session) {
  auto rules = load_rules(session.config().rules);
  if (!rules) throw CommandFailure(ExitCode::usage, std::move(rules.error()));
  return *rules;
}

}  // namespace claimtrail
