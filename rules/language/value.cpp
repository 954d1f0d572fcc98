#include "rules/language/value.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace claimtrail {

const char* to_string(ValueType type) {
  switch (type) {
    case ValueType::boolean:
      return "bool";
    case ValueType::number:
      return "number";
    case ValueType::text:
      return "text";
    case ValueType::figure:
      return "figure";
    case ValueType::days:
      return "day range";
    case ValueType::list:
      return "list of text";
    case ValueType::column:
      return "field of the group";
    case ValueType::any:
      break;
  }
  return "any type";
}

Value Value::of(bool truth) {
  Value value;
  value.known = true;
  value.truth = truth;
  return value;
}

Value Value::of(double number) {
  Value value;
  value.known = true;
  value.number = number;
  return value;
}

Value Value::of(std::string_view text) {
  Value value;
  value.known = true;
  value.text = text;
  return value;
}

Value Value::of(const Figure* figure) {
  Value value;
  value.known = figure != nullptr;
  value.figure = figure;
  return value;
}

Value Value::of(DayRange days) {
  Value value;
  value.known = true;
  value.days = days;
  return value;
}

Value Value::of(const std::vector<std::string>* list) {
  Value value;
  value.known = list != nullptr;
  value.list = list;
  return value;
}

Value Value::of_nonempty(std::string_view text) { return text.empty() ? unknown() : of(text); }

std::string display(DayRange days) {
  using std::chrono::year_month_day;
  const year_month_day from{days.from};
  const year_month_day to{days.to};
  const Day last = days.to - std::chrono::days{1};
  if (days.from >= last) return format_day(days.from);
  const auto is_first = [](const year_month_day& day) { return unsigned{day.day()} == 1; };
  if (is_first(from) && is_first(to)) {
    const int months = (int{to.year()} - int{from.year()}) * 12 +
                       static_cast<int>(unsigned{to.month()}) -
                       static_cast<int>(unsigned{from.month()});
    if (months == 1) return format_day(days.from).substr(0, 7);
    if (months == 12 && unsigned{from.month()} == 1) return format_day(days.from).substr(0, 4);
  }
  return fmt::format("{} to {}", format_day(days.from), format_day(last));
}

std::string display(ValueType type, const Value& value) {
  if (!value.known) return "unknown";
  switch (type) {
    case ValueType::boolean:
      return value.truth ? "true" : "false";
    case ValueType::number:
      return fmt::format("{:.4g}", value.number);
    case ValueType::text:
      return std::string(value.text);
    case ValueType::figure:
      return describe(*value.figure);
    case ValueType::days:
      return display(value.days);
    case ValueType::list:
      return value.list->empty() ? "none" : fmt::format("{}", fmt::join(*value.list, ", "));
    case ValueType::column:
    case ValueType::any:
      break;
  }
  return "unknown";
}

}  // namespace claimtrail
