#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/figure.h"
#include "core/model/time.h"

namespace claimtrail {

/// What an expression can be worth. `days` is a half-open range of days; `column` is one field of
/// every member of the group, only ever an argument of a counting function; `any` is a parameter
/// that takes every type.
enum class ValueType { boolean, number, text, figure, days, list, column, any };

[[nodiscard]] const char* to_string(ValueType type);

/// One value while a condition is evaluated. Its type is known when the rule is compiled, so it is
/// not carried. Views and pointers reach into the evidence, the compiled rule or the scratch space
/// of the evaluation: a Value lives no longer than these.
struct Value {
  bool known = false;
  bool truth = false;
  DayRange days{};
  double number = 0;
  const Figure* figure = nullptr;
  const std::vector<std::string>* list = nullptr;
  std::string_view text;

  [[nodiscard]] static Value unknown() { return {}; }
  [[nodiscard]] static Value of(bool truth);
  [[nodiscard]] static Value of(double number);
  [[nodiscard]] static Value of(std::string_view text);
  [[nodiscard]] static Value of(const Figure* figure);  ///< unknown when null
  [[nodiscard]] static Value of(DayRange days);
  [[nodiscard]] static Value of(const std::vector<std::string>* list);

  /// The text, unknown when it is empty: an empty field says that nothing is known.
  [[nodiscard]] static Value of_nonempty(std::string_view text);
};

/// The value in words for messages and explanations; "unknown" when it is not known.
[[nodiscard]] std::string display(ValueType type, const Value& value);

/// "2025-04-26", "2025-04" for a whole month, "2024" for a whole year, else "2025-04-01 to
/// 2025-04-09", the last day included.
[[nodiscard]] std::string display(DayRange days);

}  // namespace claimtrail
