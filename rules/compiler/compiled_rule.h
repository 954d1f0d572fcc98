#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/language/expression.h"
#include "rules/reader/rule_test.h"
#include "rules/rule.h"

namespace claimtrail {

struct SeverityCase {
  Expression condition;
  FlagSeverity severity = FlagSeverity::warning;
};

struct RuleException {
  std::string name;
  Expression applies;
  Diagnostic place;  ///< where it stands, for lints
};

/// Text, then a value.
struct MessagePart {
  std::string text;
  Expression value;  ///< root -1: none
};

/// `match.window`: which days two readings are near in.
struct MatchWindow {
  const FieldRow* field = nullptr;
  std::optional<int> days;  ///< none: the question's window
};

/// One rule, checked and compiled.
struct Rule {
  std::string id;
  std::string title;
  std::string pack;
  std::string file;
  std::string status;
  std::string replaced_by;
  std::string since;
  std::string version;
  std::vector<std::string> tags;
  std::vector<std::string> falsepositives;
  std::string where_text;
  std::string message_text;
  bool enabled = true;
  RuleScope scope = RuleScope::claim;
  std::vector<const FieldRow*> group_by;
  std::optional<MatchWindow> window;
  const FieldRow* distinct = nullptr;
  const FieldRow* position = nullptr;  ///< null for revision rules
  Expression where;
  FlagSeverity severity = FlagSeverity::warning;
  std::vector<SeverityCase> severity_when;
  std::vector<RuleException> exceptions;
  std::vector<MessagePart> message;
  std::vector<std::size_t> yields_to;  ///< indices into the set
  std::vector<RuleTest> tests;

  [[nodiscard]] bool groups_by(std::string_view field) const;
  /// Whether its severity depends on other flags.
  [[nodiscard]] bool asks_of_flag() const;
  /// The highest severity that the rule can give.
  [[nodiscard]] FlagSeverity highest() const;
};

class RuleSet {
 public:
  explicit RuleSet(std::vector<Rule> rules) : rules_(std::move(rules)) {}

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const Rule* find(std::string_view id) const;

 private:
  std::vector<Rule> rules_;
};

[[nodiscard]] bool asks_of_flag(const Expression& expression);

/// Of the subject: the first case of `severity_when` that holds, else the rule's own.
[[nodiscard]] FlagSeverity severity_of(const Rule& rule, const Subject& subject, Scratch& scratch);

/// The rule's message with the subject's values.
[[nodiscard]] std::string message_of(const Rule& rule, const Subject& subject, Scratch& scratch);

/// The first exception that applies; null when none does.
[[nodiscard]] const RuleException* excepted(const Rule& rule, const Subject& subject,
                                            Scratch& scratch);

}  // namespace claimtrail
