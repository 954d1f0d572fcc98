#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/language/fields.h"
#include "rules/language/value.h"

namespace claimtrail {

/// A parameter of a function. Without a default it must be given; every argument may be given by
/// name.
struct Parameter {
  std::string_view name;
  ValueType type;
  bool required = true;
  double fallback = 0;                 ///< of a number that is left out
  ValueType element = ValueType::any;  ///< of a column: the type of field it takes
};

/// An argument as a function sees it: a value, or for a column the field to read of every member.
struct Argument {
  Value value;
  const FieldRow* column = nullptr;  ///< null for `group` itself
};

/// One function a rule may call. A name may stand in several rows that differ in parameter types;
/// the first that fits is meant. Total: an unknown argument gives an unknown answer, except where a
/// row says that it takes unknown values.
struct FunctionRow {
  std::string_view name;
  std::vector<Parameter> parameters;
  ValueType type;
  std::string_view meaning;
  Value (*call)(std::span<const Argument> arguments, const Subject& subject, Scratch& scratch);
  bool takes_unknown = false;
};

/// Every function, in the order of the documentation.
[[nodiscard]] std::span<const FunctionRow> function_table();
[[nodiscard]] std::vector<const FunctionRow*> find_functions(std::string_view name);
[[nodiscard]] std::vector<std::string> function_names();

/// "disjoint(figure, figure, rel: number = 0)".
[[nodiscard]] std::string signature(const FunctionRow& row);

/// True when every value of `a` lies below every value of `b`.
[[nodiscard]] bool certainly_less(const Figure& a, const Figure& b);

/// Days between the nearest ends of two ranges; 0 where they overlap or touch.
[[nodiscard]] long long days_between(DayRange a, DayRange b);

}  // namespace claimtrail
