#include <algorithm>
#include <array>
#include <cmath>

#include "core/quantity/compare.h"

#include "rules/language/expression.h"

namespace claimtrail {
namespace {

constexpr std::size_t kMostArguments = 4;

bool equal(ValueType type, const Value& a, const Value& b) {
  switch (type) {
    case ValueType::boolean:
      return a.truth == b.truth;
    case ValueType::number:
      return a.number == b.number;
    case ValueType::text:
      return a.text == b.text;
    case ValueType::figure:
      return same_value(*a.figure, *b.figure);
    case ValueType::days:
      return a.days == b.days;
    case ValueType::list:
      return *a.list == *b.list;
    case ValueType::column:
    case ValueType::any:
      break;
  }
  return false;
}

/// Ranges and figures are less only where every value is.
bool less(ValueType type, const Value& a, const Value& b) {
  switch (type) {
    case ValueType::number:
      return a.number < b.number;
    case ValueType::days:
      return a.days.to <= b.days.from;
    case ValueType::figure:
      return certainly_less(*a.figure, *b.figure);
    default:
      return false;
  }
}

bool compare(Operation operation, ValueType type, const Value& a, const Value& b) {
  switch (operation) {
    case Operation::equal:
      return equal(type, a, b);
    case Operation::not_equal:
      return !equal(type, a, b);
    case Operation::less:
      return less(type, a, b);
    case Operation::greater:
      return less(type, b, a);
    case Operation::less_equal:
      return less(type, a, b) || equal(type, a, b);
    case Operation::greater_equal:
      return less(type, b, a) || equal(type, a, b);
    default:
      return false;
  }
}

Value calculate(Operation operation, double a, double b) {
  double result = 0;
  switch (operation) {
    case Operation::add:
      result = a + b;
      break;
    case Operation::subtract:
      result = a - b;
      break;
    case Operation::multiply:
      result = a * b;
      break;
    default:
      if (b == 0) return Value::unknown();
      result = a / b;
  }
  return std::isfinite(result) ? Value::of(result) : Value::unknown();
}

Value call(const Expression& expression, const ExpressionNode& node, const Subject& subject,
           Scratch& scratch) {
  std::array<Argument, kMostArguments> arguments;
  for (std::size_t i = 0; i < node.arguments.size(); ++i) {
    const ExpressionNode& argument = expression.at(node.arguments[i]);
    if (argument.operation == Operation::column) {
      arguments[i].column = argument.field;
      continue;
    }
    arguments[i].value = evaluate_node(expression, node.arguments[i], subject, scratch);
    if (!arguments[i].value.known && !node.function->takes_unknown) return Value::unknown();
  }
  return node.function->call({arguments.data(), node.arguments.size()}, subject, scratch);
}

void collect_fields(const Expression& expression, int at, std::vector<int>& fields) {
  const ExpressionNode& node = expression.at(at);
  if (node.operation == Operation::field) {
    const auto same = [&](int other) { return expression.at(other).written == node.written; };
    if (std::none_of(fields.begin(), fields.end(), same)) fields.push_back(at);
  }
  for (const int child : {node.first, node.second}) {
    if (child >= 0) collect_fields(expression, child, fields);
  }
  for (const int child : node.arguments) collect_fields(expression, child, fields);
}

/// Follows the short-circuit of `evaluate_node`, writing down each atom it asks.
bool follow(const Expression& expression, int at, const Subject& subject, Scratch& scratch,
            std::vector<AtomValue>& seen) {
  const ExpressionNode& node = expression.at(at);
  switch (node.operation) {
    case Operation::conjunction:
      return follow(expression, node.first, subject, scratch, seen) &&
             follow(expression, node.second, subject, scratch, seen);
    case Operation::disjunction:
      return follow(expression, node.first, subject, scratch, seen) ||
             follow(expression, node.second, subject, scratch, seen);
    case Operation::negation:
      return !follow(expression, node.first, subject, scratch, seen);
    default:
      seen.push_back(atom_value(expression, at, subject, scratch));
      return seen.back().holds;
  }
}

}  // namespace

Value evaluate_node(const Expression& expression, int at, const Subject& subject,
                    Scratch& scratch) {
  const ExpressionNode& node = expression.at(at);
  const auto value_of = [&](int child) {
    return evaluate_node(expression, child, subject, scratch);
  };
  const auto true_of = [&](int child) {
    const Value value = value_of(child);
    return value.known && value.truth;
  };
  switch (node.operation) {
    case Operation::constant:
      return node.constant;
    case Operation::field: {
      // Fields of the pair or the report look at the subject; the facts are then not asked.
      static const Facts kNoFacts;
      if (node.field->make != nullptr) return node.field->make(subject, scratch);
      const Facts* facts = node.slot == 0 ? subject.a : subject.b;
      return node.field->get(subject, facts == nullptr ? kNoFacts : *facts);
    }
    case Operation::column:
      return Value::unknown();
    case Operation::call:
      return call(expression, node, subject, scratch);
    case Operation::negation:
      return Value::of(!true_of(node.first));
    case Operation::conjunction:
      return Value::of(true_of(node.first) && true_of(node.second));
    case Operation::disjunction:
      return Value::of(true_of(node.first) || true_of(node.second));
    case Operation::minus: {
      const Value value = value_of(node.first);
      return value.known ? Value::of(-value.number) : value;
    }
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::divide: {
      const Value left = value_of(node.first);
      if (!left.known) return left;
      const Value right = value_of(node.second);
      return right.known ? calculate(node.operation, left.number, right.number) : right;
    }
    case Operation::in_list: {
      const Value text = value_of(node.first);
      const Value list = value_of(node.second);
      return Value::of(text.known && list.known &&
                       std::find(list.list->begin(), list.list->end(), text.text) !=
                           list.list->end());
    }
    default: {
      const Value left = value_of(node.first);
      if (!left.known) return Value::of(false);
      const Value right = value_of(node.second);
      if (!right.known) return Value::of(false);
      return Value::of(compare(node.operation, expression.at(node.first).type, left, right));
    }
  }
}

bool holds(const Expression& expression, int node, const Subject& subject, Scratch& scratch) {
  scratch.clear();
  const Value value = evaluate_node(expression, node, subject, scratch);
  return value.known && value.truth;
}

AtomValue atom_value(const Expression& expression, int atom, const Subject& subject,
                     Scratch& scratch) {
  AtomValue seen;
  seen.atom = expression.at(atom).written;
  std::vector<int> fields;
  collect_fields(expression, atom, fields);
  for (const int field : fields) {
    const ExpressionNode& node = expression.at(field);
    if (!seen.values.empty()) seen.values += "; ";
    seen.values += node.written + " = " +
                   display(node.type, evaluate_node(expression, field, subject, scratch));
  }
  seen.holds = holds(expression, atom, subject, scratch);
  return seen;
}

std::vector<AtomValue> atoms_until_known(const Expression& expression, const Subject& subject,
                                         Scratch& scratch) {
  std::vector<AtomValue> seen;
  if (expression.root >= 0) follow(expression, expression.root, subject, scratch, seen);
  return seen;
}

}  // namespace claimtrail
