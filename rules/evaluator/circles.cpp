#include "rules/evaluator/circles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/rule.h"

namespace claimtrail {
namespace {

bool is_figure(const Facts& facts) { return facts.reading->quantity() != nullptr; }

CircleKind of_statement(const Facts& facts) {
  return facts.reading->statement_group.empty() ? CircleKind::quotation : CircleKind::statement;
}

CircleKind of_answer(const Facts& facts) {
  return facts.reading->question.empty() ? CircleKind::statement : CircleKind::question;
}

using KindOf = CircleKind (*)(const Facts& facts);

/// Fields that only claims of one circle share, and which kind that is.
struct WithinCircle {
  std::string_view field;
  KindOf kind;
};

constexpr std::array<WithinCircle, 7> kWithinCircles{{
    {"report", [](const Facts&) { return CircleKind::report; }},
    {"question", [](const Facts&) { return CircleKind::question; }},
    {"statement_group", [](const Facts&) { return CircleKind::statement; }},
    {"quote_group", [](const Facts&) { return CircleKind::quotation; }},
    {"said",
     [](const Facts& facts) {
       return is_figure(facts) ? CircleKind::question : of_statement(facts);
     }},
    {"answers", of_answer},
    {"matter",
     [](const Facts& facts) { return is_figure(facts) ? CircleKind::question : of_answer(facts); }},
}};

/// By the first field that lies within circles; null where none does.
KindOf kind_by(const std::vector<const FieldRow*>& fields) {
  for (const FieldRow* row : fields) {
    for (const WithinCircle& one : kWithinCircles) {
      if (one.field == row->name) return one.kind;
    }
  }
  return nullptr;
}

/// What a claimant said before or since is looked up among all who say the same.
constexpr std::array<std::string_view, 3> kFarSighted{"said_first", "superseded",
                                                      "pair.still_carried_by"};

template <class Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool names_far_sighted(const Expression& expression) {
  return std::any_of(expression.nodes.begin(), expression.nodes.end(),
                     [](const ExpressionNode& node) {
                       return node.field != nullptr && holds(kFarSighted, node.field->name);
                     });
}

bool is_far_sighted(const Rule& rule) {
  return names_far_sighted(rule.where) ||
         std::any_of(rule.severity_when.begin(), rule.severity_when.end(),
                     [](const SeverityCase& one) { return names_far_sighted(one.condition); }) ||
         std::any_of(rule.exceptions.begin(), rule.exceptions.end(),
                     [](const RuleException& one) { return names_far_sighted(one.applies); }) ||
         std::any_of(rule.message.begin(), rule.message.end(),
                     [](const MessagePart& part) { return names_far_sighted(part.value); }) ||
         (rule.position != nullptr && holds(kFarSighted, rule.position->name)) ||
         (rule.distinct != nullptr && holds(kFarSighted, rule.distinct->name)) ||
         (rule.window && holds(kFarSighted, rule.window->field->name));
}

/// All who gave the same figure answer its question; all who said the same need not.
bool is_about_figures(const Rule& rule) {
  return rule.position != nullptr &&
         (rule.position->name == "figure" || rule.position->name == "worded_figure") &&
         !rule.groups_by("report");
}

bool stays_in_circles(const Rule& rule) {
  const bool alone = rule.scope == RuleScope::claim || rule.scope == RuleScope::revision;
  return (alone || kind_by(rule.group_by) != nullptr) &&
         (!is_far_sighted(rule) || is_about_figures(rule));
}

}  // namespace

std::optional<CircleKind> circle_kind_of(const Rule& rule, const Facts& facts) {
  if (rule.scope == RuleScope::claim) {
    const bool by_report = rule.groups_by("report") || facts.reading->question.empty();
    return by_report ? CircleKind::report : CircleKind::question;
  }
  const KindOf kind = kind_by(rule.group_by);
  return kind == nullptr ? std::nullopt : std::optional(kind(facts));
}

std::optional<Circle> circle_of(const Rule& rule, const Facts& facts) {
  const std::optional<CircleKind> kind = circle_kind_of(rule, facts);
  if (!kind) return std::nullopt;
  switch (*kind) {
    case CircleKind::question:
      return Circle{*kind, facts.reading->question};
    case CircleKind::statement:
      return Circle{*kind, facts.reading->statement_group};
    case CircleKind::quotation:
      return Circle{*kind, facts.reading->quote_group};
    case CircleKind::report:
      break;
  }
  return Circle{CircleKind::report, facts.report->id};
}

bool is_asked(const Rule& rule, const Facts& facts) {
  const std::optional<CircleKind> kind = circle_kind_of(rule, facts);
  return !kind || facts.is_asked_in(*kind);
}

AskedGroups::AskedGroups(const std::vector<const FieldRow*>& group_by) : kind_(kind_by(group_by)) {}

bool can_judge_circles(const RuleSet& rules) {
  return std::all_of(rules.rules().begin(), rules.rules().end(), [&](const Rule& rule) {
    if (!rule.enabled) return true;
    return stays_in_circles(rule) &&
           std::none_of(rule.yields_to.begin(), rule.yields_to.end(), [&](std::size_t other) {
             return rules.rules()[other].enabled && is_far_sighted(rules.rules()[other]);
           });
  });
}

}  // namespace claimtrail
