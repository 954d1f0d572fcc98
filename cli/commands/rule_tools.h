#pragma once

#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "rules/rule.h"

namespace claimtrail {

/// Packs named on the command line stand in for those of the config, whose suppressions and
/// overrides are then left aside; a pack that is read beside built-in rules names "builtin" too.
[[nodiscard]] RuleSettings settings_for(Session& session, const std::vector<std::string>& packs);
[[nodiscard]] OptionRow pack_row();

// What rule authors use, each adding one verb below `rules`.
void define_rules_check(Command& rules);
void define_rules_test(Command& rules);
void define_rules_schema(Command& rules);
void define_rules_backtest(Command& rules);

}  // namespace claimtrail
