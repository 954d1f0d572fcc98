#pragma once

#include <memory>

#include "cli/commands/session.h"
#include "rules/rule.h"

namespace claimtrail {

/// The config's rules, compiled. Mistakes end the verb: all of them, exit 2.
[[nodiscard]] std::shared_ptr<const RuleSet> load_rule_set(Session& session);

}  // namespace claimtrail
