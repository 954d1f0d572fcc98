#pragma once

#include <string>
#include <vector>

#include "rules/rule.h"

namespace claimtrail {

/// What one rule would have flagged since a day, and what reviewers made of its flags.
struct Backtest {
  std::string rule;
  FlagSeverity severity = FlagSeverity::info;  ///< the highest that was raised
  int raised = 0;                              ///< flags that came up at or after `since`
  int never_stored = 0;                        ///< of these, flags that no check has stored yet
  /// Of all flags of the rule that are stored, whatever their day, what they are now.
  int confirmed = 0;
  int dismissed = 0;
  int explained = 0;
  int undecided = 0;
  std::vector<std::string> messages;  ///< of the raised ones, at most kMostMessages

  static constexpr std::size_t kMostMessages = 20;
  /// Of the flags that were decided, the share that was dismissed or explained away, 0 to 1;
  /// nothing while none was decided.
  [[nodiscard]] std::optional<double> noise() const;
};

/// Evaluates the rules on what is known now. A flag of a pair rule came up when the second of its
/// sides was first seen, one of a revision rule when the edit was captured, any other with its
/// first claim. By rule, in the order of the set; rules that are switched off are left out. Pure.
[[nodiscard]] std::vector<Backtest> backtest(const RuleSet& rules, const Evidence& evidence,
                                             const std::vector<Flag>& stored, Timestamp since);

}  // namespace claimtrail
