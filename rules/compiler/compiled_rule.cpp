#include "rules/compiler/compiled_rule.h"

#include <algorithm>

namespace claimtrail {

bool Rule::groups_by(std::string_view field) const {
  return std::any_of(group_by.begin(), group_by.end(),
                     [&](const FieldRow* row) { return row->name == field; });
}

bool Rule::asks_of_flag() const {
  return std::any_of(severity_when.begin(), severity_when.end(), [](const SeverityCase& one) {
    return claimtrail::asks_of_flag(one.condition);
  });
}

bool asks_of_flag(const Expression& expression) {
  return std::any_of(expression.nodes.begin(), expression.nodes.end(),
                     [](const ExpressionNode& node) {
                       return node.field != nullptr && node.field->of == FieldOf::flag;
                     });
}

FlagSeverity Rule::highest() const {
  FlagSeverity highest = severity;
  for (const SeverityCase& one : severity_when) highest = std::max(highest, one.severity);
  return highest;
}

const Rule* RuleSet::find(std::string_view id) const {
  const auto found =
      std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == rules_.end() ? nullptr : &*found;
}

FlagSeverity severity_of(const Rule& rule, const Subject& subject, Scratch& scratch) {
  for (const SeverityCase& one : rule.severity_when) {
    if (holds(one.condition, subject, scratch)) return one.severity;
  }
  return rule.severity;
}

std::string message_of(const Rule& rule, const Subject& subject, Scratch& scratch) {
  std::string message;
  for (const MessagePart& part : rule.message) {
    message += part.text;
    if (part.value.root < 0) continue;
    scratch.clear();
    message += display(part.value.at(part.value.root).type,
                       evaluate_node(part.value, part.value.root, subject, scratch));
  }
  return message;
}

const RuleException* excepted(const Rule& rule, const Subject& subject, Scratch& scratch) {
  for (const RuleException& exception : rule.exceptions) {
    if (holds(exception.applies, subject, scratch)) return &exception;
  }
  return nullptr;
}

std::vector<RuleInfo> list_rules(const RuleSet& rules) {
  std::vector<RuleInfo> list;
  for (const Rule& rule : rules.rules()) {
    RuleInfo info;
    info.id = rule.id;
    info.title = rule.title;
    info.pack = rule.pack;
    info.status = rule.status;
    info.scope = to_string(rule.scope);
    info.severity = rule.severity;
    info.enabled = rule.enabled;
    info.where = rule.where_text;
    info.message = rule.message_text;
    info.falsepositives = rule.falsepositives;
    info.tests = static_cast<int>(rule.tests.size());
    info.since = rule.since;
    info.version = rule.version;
    if (rule.position != nullptr) info.position = std::string(rule.position->name);
    info.replaced_by = rule.replaced_by;
    info.tags = rule.tags;
    for (const FieldRow* row : rule.group_by) info.group_by.emplace_back(row->name);
    for (const std::size_t other : rule.yields_to)
      info.yields_to.push_back(rules.rules()[other].id);
    list.push_back(std::move(info));
  }
  return list;
}

}  // namespace claimtrail
