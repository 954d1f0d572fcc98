#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/diagnostic.h"

#include "rules/language/expression.h"

namespace claimtrail {
namespace {

constexpr std::size_t kMostNodes = 4096;
constexpr int kWrong = -1;

std::vector<std::string> split_words(std::string_view words) {
  std::istringstream stream{std::string(words)};
  std::vector<std::string> list;
  for (std::string word; stream >> word;) list.push_back(word);
  return list;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? "" : fmt::format("did you mean '{}'?", near);
}

bool ordered(ValueType type) {
  return type == ValueType::number || type == ValueType::days || type == ValueType::figure;
}

class Compiler {
 public:
  Compiler(Expression& out, RuleScope scope, const Definitions& definitions,
           std::vector<CheckProblem>& problems, std::set<std::string>& used)
      : out_(out), scope_(scope), definitions_(definitions), problems_(problems), used_(used) {}

  int compile_root(const SyntaxTree& tree, ValueType expected) {
    const int root = compile(tree, tree.root);
    if (root != kWrong && expected == ValueType::boolean) require_condition(tree, tree.root, root);
    return root;
  }

  void mark_atoms(int node) {
    const ExpressionNode& at = out_.at(node);
    if (at.operation == Operation::conjunction || at.operation == Operation::disjunction) {
      mark_atoms(at.first);
      mark_atoms(at.second);
    } else if (at.operation == Operation::negation) {
      mark_atoms(at.first);
    } else if (at.type == ValueType::boolean) {
      out_.atoms.push_back(node);
    }
  }

  void mark_conjuncts(int node) {
    const ExpressionNode& at = out_.at(node);
    if (at.operation != Operation::conjunction) {
      out_.conjuncts.push_back(node);
      return;
    }
    mark_conjuncts(at.first);
    mark_conjuncts(at.second);
  }

 private:
  int fail(std::size_t offset, std::string code, std::string message, std::string hint = {}) {
    problems_.push_back({macros_.empty() ? "" : macros_.back(),
                         {offset, std::move(code), std::move(message), std::move(hint)}});
    return kWrong;
  }

  int add(const SyntaxTree& tree, int syntax, Operation operation, ValueType type, int first = -1,
          int second = -1) {
    if (out_.nodes.size() >= kMostNodes) {
      if (!too_large_) {
        fail(tree.at(syntax).begin, "expression-size",
             "the expression is too large once its macros are written out");
      }
      too_large_ = true;
      return kWrong;
    }
    ExpressionNode node;
    node.operation = operation;
    node.type = type;
    node.first = first;
    node.second = second;
    for (const int child : {first, second}) {
      if (child >= 0) node.touches |= out_.at(child).touches;
    }
    node.written = std::string(tree.written(syntax));
    out_.nodes.push_back(std::move(node));
    return static_cast<int>(out_.nodes.size()) - 1;
  }

  ExpressionNode& made(int node) { return out_.nodes[static_cast<std::size_t>(node)]; }

  bool require_condition(const SyntaxTree& tree, int syntax, int node) {
    if (node == kWrong) return false;
    if (out_.at(node).type == ValueType::boolean) return true;
    fail(tree.at(syntax).begin, "type-mismatch",
         fmt::format("expected a condition, but '{}' is a {}", tree.written(syntax),
                     to_string(out_.at(node).type)),
         "compare it with something");
    return false;
  }

  int compile(const SyntaxTree& tree, int syntax) {
    if (too_large_) return kWrong;
    const SyntaxNode& node = tree.at(syntax);
    switch (node.kind) {
      case SyntaxKind::number:
        return constant(tree, syntax, ValueType::number, Value::of(node.number));
      case SyntaxKind::truth:
        return constant(tree, syntax, ValueType::boolean, Value::of(node.word == "true"));
      case SyntaxKind::text:
        out_.texts.push_back(node.word);
        return constant(tree, syntax, ValueType::text,
                        Value::of(std::string_view(out_.texts.back())));
      case SyntaxKind::list:
        return list(tree, syntax);
      case SyntaxKind::name:
        return name(tree, syntax);
      case SyntaxKind::call:
        return call(tree, syntax);
      case SyntaxKind::negation:
      case SyntaxKind::conjunction:
      case SyntaxKind::disjunction:
        return logic(tree, syntax);
      case SyntaxKind::minus:
        return minus(tree, syntax);
      case SyntaxKind::arithmetic:
        return arithmetic(tree, syntax);
      case SyntaxKind::comparison:
        return comparison(tree, syntax);
    }
    return kWrong;
  }

  int constant(const SyntaxTree& tree, int syntax, ValueType type, Value value) {
    const int at = add(tree, syntax, Operation::constant, type);
    if (at != kWrong) made(at).constant = value;
    return at;
  }

  int list(const SyntaxTree& tree, int syntax) {
    std::vector<std::string> items;
    for (const int item : tree.at(syntax).children) items.push_back(tree.at(item).word);
    out_.lists.push_back(std::move(items));
    return constant(tree, syntax, ValueType::list, Value::of(&out_.lists.back()));
  }

  int name(const SyntaxTree& tree, int syntax) {
    const SyntaxNode& node = tree.at(syntax);
    if (const auto found = definitions_.macros.find(node.word);
        found != definitions_.macros.end()) {
      return macro(tree, syntax, found->second);
    }
    if (const auto found = definitions_.lists.find(node.word); found != definitions_.lists.end()) {
      used_.insert(node.word);
      out_.lists.push_back(found->second);
      return constant(tree, syntax, ValueType::list, Value::of(&out_.lists.back()));
    }
    const FieldName field = find_field(node.word, scope_);
    if (field.row == nullptr) return unknown_name(node);
    if (field.column) {
      return fail(node.begin, "type-mismatch",
                  fmt::format("'{}' stands for every member of the group", node.word),
                  "count it: count(…), distinct(…), min(…), max(…)");
    }
    const int at = add(tree, syntax, Operation::field, field.row->type);
    if (at == kWrong) return kWrong;
    made(at).field = field.row;
    made(at).slot = field.slot;
    const bool one_reading = field.row->of == FieldOf::reading;
    made(at).touches = !one_reading ? kBoth : field.slot == 0 ? kFirst : kSecond;
    return at;
  }

  int unknown_name(const SyntaxNode& node) {
    std::vector<std::string> known = field_names(scope_);
    for (const auto& [macro_name, tree] : definitions_.macros) known.push_back(macro_name);
    for (const auto& [list_name, items] : definitions_.lists) known.push_back(list_name);
    std::string hint = did_you_mean(node.word, known);
    if (hint.empty() && scope_ == RuleScope::pair && find_reading_field(node.word) != nullptr) {
      hint = fmt::format("write 'a.{0}' or 'b.{0}'", node.word);
    }
    return fail(node.begin, "unknown-field",
                fmt::format("unknown field '{}' in a {} rule", node.word, to_string(scope_)), hint);
  }

  int macro(const SyntaxTree& tree, int syntax, const SyntaxTree& body) {
    const SyntaxNode& node = tree.at(syntax);
    used_.insert(node.word);
    if (std::find(macros_.begin(), macros_.end(), node.word) != macros_.end()) {
      return fail(node.begin, "macro-cycle",
                  fmt::format("the macro '{}' is defined by itself", node.word),
                  fmt::format("{} -> {}", fmt::join(macros_, " -> "), node.word));
    }
    if (body.root < 0) return kWrong;  // its own mistake is already reported
    macros_.push_back(node.word);
    const int inner = compile(body, body.root);
    macros_.pop_back();
    return inner;
  }

  int logic(const SyntaxTree& tree, int syntax) {
    const SyntaxNode& node = tree.at(syntax);
    std::array<int, 2> parts{-1, -1};
    bool fine = true;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      parts[i] = compile(tree, node.children[i]);
      fine = require_condition(tree, node.children[i], parts[i]) && fine;
    }
    if (!fine) return kWrong;
    const Operation operation = node.kind == SyntaxKind::negation      ? Operation::negation
                                : node.kind == SyntaxKind::conjunction ? Operation::conjunction
                                                                       : Operation::disjunction;
    return add(tree, syntax, operation, ValueType::boolean, parts[0], parts[1]);
  }

  bool require_number(const SyntaxTree& tree, int syntax, int node) {
    if (node == kWrong) return false;
    if (out_.at(node).type == ValueType::number) return true;
    fail(tree.at(syntax).begin, "type-mismatch",
         fmt::format("expected a number, but '{}' is a {}", tree.written(syntax),
                     to_string(out_.at(node).type)));
    return false;
  }

  int minus(const SyntaxTree& tree, int syntax) {
    const int child = tree.at(syntax).children[0];
    const int inner = compile(tree, child);
    if (!require_number(tree, child, inner)) return kWrong;
    return add(tree, syntax, Operation::minus, ValueType::number, inner);
  }

  int arithmetic(const SyntaxTree& tree, int syntax) {
    const SyntaxNode& node = tree.at(syntax);
    const int left = compile(tree, node.children[0]);
    const int right = compile(tree, node.children[1]);
    const bool fine = require_number(tree, node.children[0], left);
    if (!require_number(tree, node.children[1], right) || !fine) return kWrong;
    const Operation operation = node.word == "+"   ? Operation::add
                                : node.word == "-" ? Operation::subtract
                                : node.word == "*" ? Operation::multiply
                                                   : Operation::divide;
    return add(tree, syntax, operation, ValueType::number, left, right);
  }

  int comparison(const SyntaxTree& tree, int syntax) {
    const SyntaxNode& node = tree.at(syntax);
    const int left = compile(tree, node.children[0]);
    const int right = compile(tree, node.children[1]);
    if (left == kWrong || right == kWrong) return kWrong;
    const ValueType left_type = out_.at(left).type;
    const ValueType right_type = out_.at(right).type;
    if (node.word == "in") {
      if (left_type != ValueType::text || right_type != ValueType::list) {
        return fail(node.begin, "type-mismatch",
                    fmt::format("'in' asks whether a text is in a list, not a {} in a {}",
                                to_string(left_type), to_string(right_type)));
      }
    } else if (left_type != right_type) {
      return fail(node.begin, "type-mismatch",
                  fmt::format("'{}' compares a {} with a {}", node.word, to_string(left_type),
                              to_string(right_type)));
    } else if (node.word != "==" && node.word != "!=" && !ordered(left_type)) {
      return fail(node.begin, "type-mismatch",
                  fmt::format("'{}' cannot order a {}", node.word, to_string(left_type)));
    }
    if (!known_words(tree, left, right, node.children[1]) ||
        !known_words(tree, right, left, node.children[0])) {
      return kWrong;
    }
    static const std::map<std::string_view, Operation> kOperations{
        {"==", Operation::equal},  {"!=", Operation::not_equal},
        {"<", Operation::less},    {"<=", Operation::less_equal},
        {">", Operation::greater}, {">=", Operation::greater_equal},
        {"in", Operation::in_list}};
    return add(tree, syntax, kOperations.at(node.word), ValueType::boolean, left, right);
  }

  /// A word that the field can never hold would make the condition silently false.
  bool known_words(const SyntaxTree& tree, int field, int constant_node, int written) {
    const ExpressionNode& of = out_.at(field);
    const ExpressionNode& other = out_.at(constant_node);
    if (of.operation != Operation::field || of.field->words.empty()) return true;
    if (other.operation != Operation::constant) return true;
    const std::vector<std::string> words = split_words(of.field->words);
    std::vector<std::string> given;
    if (other.type == ValueType::text) given.emplace_back(other.constant.text);
    if (other.type == ValueType::list) given = *other.constant.list;
    const SyntaxNode& place = tree.at(written);
    bool fine = true;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (std::find(words.begin(), words.end(), given[i]) != words.end()) continue;
      const bool own_item = place.kind == SyntaxKind::list && i < place.children.size();
      const std::string near = did_you_mean(given[i], words);
      fail(own_item ? tree.at(place.children[i]).begin : place.begin, "unknown-value",
           fmt::format("'{}' is never '{}'", of.written, given[i]),
           near.empty() ? fmt::format("it is one of {}", fmt::join(words, ", ")) : near);
      fine = false;
    }
    return fine;
  }

  /// One argument compiled: a value, or a column of the group.
  struct Given {
    int node = kWrong;
    ValueType type = ValueType::any;
    const FieldRow* column = nullptr;
    int syntax = -1;
    std::string name;
  };

  Given argument(const SyntaxTree& tree, int syntax, const std::string& given_name) {
    Given given;
    given.syntax = syntax;
    given.name = given_name;
    const SyntaxNode& node = tree.at(syntax);
    const bool grouped = scope_ == RuleScope::question || scope_ == RuleScope::report;
    if (node.kind == SyntaxKind::name && grouped) {
      const FieldName field = find_field(node.word, scope_);
      if (node.word == "group" || field.column) {
        given.column = field.row;
        given.type = ValueType::column;
        given.node = add(tree, syntax, Operation::column, ValueType::column);
        if (given.node != kWrong) {
          made(given.node).field = field.row;
          made(given.node).touches = kBoth;
        }
        return given;
      }
    }
    given.node = compile(tree, syntax);
    if (given.node != kWrong) given.type = out_.at(given.node).type;
    return given;
  }

  static bool takes(const Parameter& parameter, const Given& given) {
    if (parameter.type == ValueType::any) return given.type != ValueType::column;
    if (parameter.type != given.type) return false;
    if (given.type != ValueType::column) return true;
    if (given.column == nullptr) return parameter.name == "group";
    return parameter.element == ValueType::any || parameter.element == given.column->type;
  }

  /// The argument for each parameter, -1 where it is left out; nothing when they do not fit.
  static std::optional<std::vector<int>> bind(const FunctionRow& row,
                                              const std::vector<Given>& given) {
    std::vector<int> bound(row.parameters.size(), -1);
    std::size_t place = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
      std::size_t parameter = place;
      if (given[i].name.empty()) {
        ++place;
      } else {
        parameter = 0;
        while (parameter < row.parameters.size() && row.parameters[parameter].name != given[i].name)
          ++parameter;
      }
      if (parameter >= row.parameters.size() || bound[parameter] >= 0) return std::nullopt;
      if (!takes(row.parameters[parameter], given[i])) return std::nullopt;
      bound[parameter] = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < bound.size(); ++i) {
      if (bound[i] < 0 && row.parameters[i].required) return std::nullopt;
    }
    return bound;
  }

  int call(const SyntaxTree& tree, int syntax) {
    const SyntaxNode& node = tree.at(syntax);
    std::vector<Given> given;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      given.push_back(argument(tree, node.children[i], node.names[i]));
    }
    const std::vector<const FunctionRow*> rows = find_functions(node.word);
    if (rows.empty()) {
      const std::vector<std::string> known = function_names();
      const std::string near = did_you_mean(node.word, known);
      return fail(node.begin, "unknown-function", fmt::format("unknown function '{}'", node.word),
                  near.empty() ? fmt::format("known: {}", fmt::join(known, ", ")) : near);
    }
    for (const Given& one : given) {
      if (one.node == kWrong) return kWrong;
    }
    for (const FunctionRow* row : rows) {
      if (const auto bound = bind(*row, given)) return call_of(tree, syntax, *row, given, *bound);
    }
    return wrong_arguments(tree, node, rows, given);
  }

  int wrong_arguments(const SyntaxTree& tree, const SyntaxNode& node,
                      const std::vector<const FunctionRow*>& rows,
                      const std::vector<Given>& given) {
    std::vector<std::string> forms;
    std::vector<std::string> types;
    std::vector<std::string> names;
    for (const FunctionRow* row : rows) {
      forms.push_back(signature(*row));
      for (const Parameter& parameter : row->parameters) names.emplace_back(parameter.name);
    }
    for (const Given& one : given) {
      types.emplace_back(to_string(one.type));
      if (one.name.empty() || std::find(names.begin(), names.end(), one.name) != names.end())
        continue;
      const std::string near = did_you_mean(one.name, names);
      return fail(tree.at(one.syntax).begin, "unknown-argument",
                  fmt::format("'{}' has no argument '{}'", node.word, one.name),
                  near.empty() ? fmt::format("{}", fmt::join(forms, " or ")) : near);
    }
    return fail(node.begin, "type-mismatch",
                fmt::format("'{}' does not take ({})", node.word, fmt::join(types, ", ")),
                fmt::format("{}", fmt::join(forms, " or ")));
  }

  int call_of(const SyntaxTree& tree, int syntax, const FunctionRow& row,
              const std::vector<Given>& given, const std::vector<int>& bound) {
    std::vector<int> arguments;
    std::uint8_t touches = kNothing;
    for (std::size_t i = 0; i < bound.size(); ++i) {
      int argument_node = kWrong;
      if (bound[i] >= 0) {
        argument_node = given[static_cast<std::size_t>(bound[i])].node;
      } else {
        argument_node =
            constant(tree, syntax, ValueType::number, Value::of(row.parameters[i].fallback));
      }
      if (argument_node == kWrong) return kWrong;
      touches |= out_.at(argument_node).touches;
      arguments.push_back(argument_node);
    }
    const int at = add(tree, syntax, Operation::call, row.type);
    if (at == kWrong) return kWrong;
    made(at).function = &row;
    made(at).arguments = std::move(arguments);
    made(at).touches = touches;
    return at;
  }

  Expression& out_;
  RuleScope scope_;
  const Definitions& definitions_;
  std::vector<CheckProblem>& problems_;
  std::set<std::string>& used_;
  std::vector<std::string> macros_;
  bool too_large_ = false;
};

}  // namespace

Expression compile_expression(const SyntaxTree& tree, RuleScope scope,
                              const Definitions& definitions, ValueType expected,
                              std::vector<CheckProblem>& problems, std::set<std::string>& used) {
  Expression expression;
  if (tree.root < 0) return expression;
  Compiler compiler(expression, scope, definitions, problems, used);
  expression.root = compiler.compile_root(tree, expected);
  if (expression.root != kWrong) {
    compiler.mark_atoms(expression.root);
    compiler.mark_conjuncts(expression.root);
  }
  return expression;
}

}  // namespace claimtrail
