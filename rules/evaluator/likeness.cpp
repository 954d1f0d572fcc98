#include "rules/evaluator/likeness.h"

#include <set>

#include "rules/evaluator/window.h"

namespace claimtrail {
namespace {

void collect(const Expression& expression, std::set<const FieldRow*>& fields) {
  for (const ExpressionNode& node : expression.nodes) {
    if (node.operation == Operation::field) fields.insert(node.field);
  }
}

class Likeness {
 public:
  Likeness(const RuleSet& rules, const World& world) : rules_(rules), world_(world) {}

  std::string take() { return std::move(text_); }

  void add_rule(const Rule& rule, const Facts& facts) {
    std::set<const FieldRow*> fields;
    collect(rule.where, fields);
    for (const RuleException& one : rule.exceptions) collect(one.applies, fields);
    for (const SeverityCase& one : rule.severity_when) collect(one.condition, fields);
    bool of_pair = false;
    for (const FieldRow* row : fields) {
      if (row->of == FieldOf::reading) add_field(*row, facts);
      of_pair = of_pair || row->of == FieldOf::pair;
    }
    // Fields of the pair go back to the reports, the words and the quotations.
    if (of_pair) {
      add(facts.report->id);
      add(facts.reading->quote);
      add(facts.utterance);
      add(facts.reading->stored->exact);
    }
    add(facts.reading->question);
    if (rule.window) add_window(rule, facts);
    for (const std::size_t other : rule.yields_to) add_claim(rules_.rules()[other], facts);
  }

 private:
  void add(std::string_view text) {
    text_ += text;
    text_ += '\x1d';
  }

  void add_field(const FieldRow& row, const Facts& facts) {
    Subject subject;
    subject.world = &world_;
    subject.a = &facts;
    add(display(row.type, row.get(subject, facts)));
    if (row.type == ValueType::figure) add(facts.value);
    add(key_of(row, subject, facts));
  }

  void add_window(const Rule& rule, const Facts& facts) {
    const std::optional<DayRange> range = window_range(rule, facts);
    add(range ? display(*range) : "");
    // Totals may be of their reports' days.
    const bool total = behaviour_of(facts.question) == Behaviour::running_total;
    const std::optional<Day>& published = facts.report->published;
    add(total && published ? display(DayRange{*published, *published}) : "");
    add(total && names_the_events_day(facts) ? "event" : "");
  }

  /// All readings of the claim, as the other rule places and sees them.
  void add_claim(const Rule& other, const Facts& facts) {
    if (!other.enabled) return;
    for (const Facts& reading : world_.with_claim_of(facts)) {
      add(group_key(other, reading));
      add_field(*other.position, reading);
      if (other.distinct != nullptr) add_field(*other.distinct, reading);
      add_rule(other, reading);
    }
  }

  const RuleSet& rules_;
  const World& world_;
  std::string text_;
};

}  // namespace

std::string likeness(const RuleSet& rules, const Rule& rule, const World& world,
                     const Facts& facts) {
  Likeness made(rules, world);
  made.add_rule(rule, facts);
  return made.take();
}

}  // namespace claimtrail
