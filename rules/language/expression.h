#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/model/flag.h"

#include "rules/language/fields.h"
#include "rules/language/functions.h"
#include "rules/language/syntax.h"

namespace claimtrail {

enum class Operation : std::uint8_t {
  constant,
  field,
  column,
  call,
  negation,
  minus,
  conjunction,
  disjunction,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in_list,
  add,
  subtract,
  multiply,
  divide,
};

/// Which part of a subject a node looks at, as bits.
enum Touches : std::uint8_t { kNothing = 0, kFirst = 1, kSecond = 2, kBoth = 4 };

struct ExpressionNode {
  Operation operation = Operation::constant;
  ValueType type = ValueType::boolean;
  std::uint8_t touches = kNothing;
  std::uint8_t slot = 0;
  int first = -1;
  int second = -1;
  const FieldRow* field = nullptr;  ///< of a field or column; null: the whole group
  const FunctionRow* function = nullptr;
  std::vector<int> arguments;  ///< in the order of the parameters
  Value constant;
  std::string written;  ///< of fields and atoms, as the author wrote it
};

/// A checked expression, ready to be evaluated: nodes refer to each other by index. Immutable; safe
/// on many threads. Constants point into the expression itself, which may be moved but not copied.
struct Expression {
  std::vector<ExpressionNode> nodes;
  int root = -1;
  std::vector<int> atoms;      ///< conditions without and, or, not; in the order they are evaluated
  std::vector<int> conjuncts;  ///< the parts that `and` joins at the top
  std::deque<std::string> texts;
  std::deque<std::vector<std::string>> lists;

  Expression() = default;
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;
  Expression(Expression&&) = default;
  Expression& operator=(Expression&&) = default;

  [[nodiscard]] const ExpressionNode& at(int node) const {
    return nodes[static_cast<std::size_t>(node)];
  }
};

/// What a pack defines for its expressions.
struct Definitions {
  std::map<std::string, SyntaxTree> macros;
  std::map<std::string, std::vector<std::string>> lists;
};

/// A mistake found while checking types; `macro` names the macro it stands in, empty: the text
/// itself.
struct CheckProblem {
  std::string macro;
  ExpressionProblem problem;
};

/// Checks names and types of a parsed expression in a scope and compiles it. Every mistake is added
/// to `problems`; with any, the result must not be evaluated. `expected` is the type it must have
/// (any: no matter). Names of macros and lists that were used are added to `used`. More than 4,096
/// nodes once macros are written out is a mistake.
[[nodiscard]] Expression compile_expression(const SyntaxTree& tree, RuleScope scope,
                                            const Definitions& definitions, ValueType expected,
                                            std::vector<CheckProblem>& problems,
                                            std::set<std::string>& used);

/// The value of a node. Total: never fails, an atom on an unknown value is false. `and` and `or`
/// stop as soon as they know. The value lives as long as expression, subject and scratch.
[[nodiscard]] Value evaluate_node(const Expression& expression, int node, const Subject& subject,
                                  Scratch& scratch);

/// True when the node is known and holds. Clears the scratch first.
[[nodiscard]] bool holds(const Expression& expression, int node, const Subject& subject,
                         Scratch& scratch);
[[nodiscard]] inline bool holds(const Expression& expression, const Subject& subject,
                                Scratch& scratch) {
  return holds(expression, expression.root, subject, scratch);
}

/// One atom with the values of its fields.
[[nodiscard]] AtomValue atom_value(const Expression& expression, int atom, const Subject& subject,
                                   Scratch& scratch);

/// The atoms that evaluation looks at for this subject, in order, ending where the answer is known.
[[nodiscard]] std::vector<AtomValue> atoms_until_known(const Expression& expression,
                                                       const Subject& subject, Scratch& scratch);

}  // namespace claimtrail
