#include "rules/language/functions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/linking/similarity.h"
#include "core/linking/words.h"
#include "core/quantity/compare.h"
#include "core/text/utf8.h"

#include "rules/world/slips.h"

namespace claimtrail {
namespace {

using Type = ValueType;
using Arguments = std::span<const Argument>;

const Figure& figure(const Argument& argument) { return *argument.value.figure; }

bool holds_text(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Folded words, each between blanks.
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (const std::string& word : folded_words(text)) words += word + " ";
  return words;
}

bool mentions(std::string_view text, const std::vector<std::string>& words) {
  const std::string own = spaced(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& one) {
    const std::string wanted = spaced(one);
    return wanted.size() > 1 && own.find(wanted) != std::string::npos;
  });
}

/// The known values of one field of every member of the group.
template <class Use>
void each_in_column(const Argument& column, const Subject& subject, Use use) {
  for (const Facts* member : subject.group) {
    const Value value = column.column->get(subject, *member);
    if (value.known) use(value);
  }
}

Value distinct_in_group(Arguments arguments, const Subject& subject, Scratch&) {
  const FieldRow& row = *arguments[0].column;
  std::set<std::string_view> keys;
  std::set<std::string> made;
  const auto get = row.key != nullptr ? row.key : row.get;
  for (const Facts* member : subject.group) {
    if (row.type == ValueType::text) {
      const Value value = get(subject, *member);
      if (value.known && !value.text.empty()) keys.insert(value.text);
    } else if (std::string key = key_of(row, subject, *member); !key.empty()) {
      made.insert(std::move(key));
    }
  }
  return Value::of(static_cast<double>(keys.size() + made.size()));
}

/// Least or greatest of a column: of numbers the value, of day ranges the earliest or latest range.
template <class Better>
Value best_in_group(Arguments arguments, const Subject& subject, Better better) {
  Value best = Value::unknown();
  const bool days = arguments[0].column->type == Type::days;
  each_in_column(arguments[0], subject, [&](const Value& value) {
    const bool wins = !best.known || (days ? better(value.days.from, best.days.from)
                                           : better(value.number, best.number));
    if (wins) best = value;
  });
  return best;
}

Value least_in_group(Arguments arguments, const Subject& subject, Scratch&) {
  return best_in_group(arguments, subject, [](const auto& a, const auto& b) { return a < b; });
}

Value greatest_in_group(Arguments arguments, const Subject& subject, Scratch&) {
  return best_in_group(arguments, subject, [](const auto& a, const auto& b) { return a > b; });
}

const std::vector<FunctionRow>& table() {
  static const std::vector<FunctionRow> kFunctions = {
      {"disjoint",
       {{"a", Type::figure}, {"b", Type::figure}, {"rel", Type::number, false, 0.0}},
       Type::boolean,
       "no value satisfies both figures, each widened by its rounding and by the relative "
       "tolerance",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(disjoint(figure(a[0]), figure(a[1]), std::max(0.0, a[2].value.number)));
       }},
      {"ratio",
       {{"a", Type::figure}, {"b", Type::figure}},
       Type::number,
       "how many times the nearer end of the greater is the nearer end of the smaller, 1 or more",
       [](Arguments a, const Subject&, Scratch&) {
         const auto value = ratio(figure(a[0]), figure(a[1]));
         return value ? Value::of(*value) : Value::unknown();
       }},
      {"comparable",
       {{"a", Type::figure}, {"b", Type::figure}},
       Type::boolean,
       "both have one dimension and count the same class of things",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(comparable(figure(a[0]), figure(a[1])));
       }},
      {"same_value",
       {{"a", Type::figure}, {"b", Type::figure}},
       Type::boolean,
       "the same interval after conversion of units",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(same_value(figure(a[0]), figure(a[1])));
       }},
      {"same_number",
       {{"a", Type::figure}, {"b", Type::figure}},
       Type::boolean,
       "both give one number, whatever the units",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(same_number(figure(a[0]), figure(a[1])));
       }},
      {"scale_slip",
       {{"a", Type::figure}, {"b", Type::figure}},
       Type::boolean,
       "the numbers have the same two or more significant digits, a factor of ten or a thousand "
       "apart, whatever the units",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(scale_slip(figure(a[0]), figure(a[1])));
       }},
      {"days",
       {{"a", Type::days}, {"b", Type::days}},
       Type::number,
       "days between the nearest ends; 0 where the ranges overlap or touch",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(static_cast<double>(days_between(a[0].value.days, a[1].value.days)));
       }},
      {"similar",
       {{"a", Type::text}, {"b", Type::text}},
       Type::number,
       "overlap of content words, 0 to 1",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(similar(a[0].value.text, a[1].value.text));
       }},
      {"contains",
       {{"outer", Type::figure}, {"inner", Type::figure}},
       Type::boolean,
       "every value of inner satisfies outer",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(contains(figure(a[0]), figure(a[1])));
       }},
      {"contains",
       {{"text", Type::text}, {"part", Type::text}},
       Type::boolean,
       "part stands somewhere in text, upper and lower case told apart",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(a[0].value.text.find(a[1].value.text) != std::string_view::npos);
       }},
      {"contains",
       {{"list", Type::list}, {"item", Type::text}},
       Type::boolean,
       "item is one of list",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(holds_text(*a[0].value.list, a[1].value.text));
       }},
      {"overlaps",
       {{"a", Type::days}, {"b", Type::days}},
       Type::boolean,
       "the ranges share a day",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(a[0].value.days.overlaps(a[1].value.days));
       }},
      {"overlaps",
       {{"a", Type::list}, {"b", Type::list}},
       Type::boolean,
       "the lists share an item",
       [](Arguments a, const Subject&, Scratch&) {
         const std::vector<std::string>& other = *a[1].value.list;
         return Value::of(
             std::any_of(a[0].value.list->begin(), a[0].value.list->end(),
                         [&](const std::string& item) { return holds_text(other, item); }));
       }},
      {"overlaps",
       {{"a", Type::figure}, {"b", Type::figure}},
       Type::boolean,
       "the figures are comparable and some value satisfies both",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(comparable(figure(a[0]), figure(a[1])) &&
                          !disjoint(figure(a[0]), figure(a[1])));
       }},
      {"mentions",
       {{"text", Type::text}, {"words", Type::list}},
       Type::boolean,
       "one of the words, or runs of words, stands whole in text, whatever the case",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(mentions(a[0].value.text, *a[1].value.list));
       }},
      {"abs",
       {{"number", Type::number}},
       Type::number,
       "the number without its sign",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(std::fabs(a[0].value.number));
       }},
      {"lower",
       {{"text", Type::text}},
       Type::text,
       "the text case-folded",
       [](Arguments a, const Subject&, Scratch& scratch) {
         scratch.push_back(fold_case(a[0].value.text));
         return Value::of(std::string_view(scratch.back()));
       }},
      {"prefix",
       {{"text", Type::text}, {"start", Type::text}},
       Type::boolean,
       "text begins with start",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(a[0].value.text.starts_with(a[1].value.text));
       }},
      {"is_null",
       {{"value", Type::any}},
       Type::boolean,
       "the value is unknown",
       [](Arguments a, const Subject&, Scratch&) { return Value::of(!a[0].value.known); },
       true},
      {"count",
       {{"group", Type::column}},
       Type::number,
       "members of the group; of a field, members where it is known",
       [](Arguments a, const Subject& subject, Scratch&) {
         if (a[0].column == nullptr) return Value::of(static_cast<double>(subject.group.size()));
         double known = 0;
         each_in_column(a[0], subject, [&](const Value&) { known += 1; });
         return Value::of(known);
       }},
      {"count",
       {{"list", Type::list}},
       Type::number,
       "items of the list",
       [](Arguments a, const Subject&, Scratch&) {
         return Value::of(static_cast<double>(a[0].value.list->size()));
       }},
      {"only",
       {{"field", Type::column, true, 0, Type::text}, {"value", Type::text}},
       Type::boolean,
       "the field is known and has this value in every member of the group",
       [](Arguments a, const Subject& subject, Scratch&) {
         return Value::of(
             std::all_of(subject.group.begin(), subject.group.end(), [&](const Facts* member) {
               const Value value = a[0].column->get(subject, *member);
               return value.known && value.text == a[1].value.text;
             }));
       }},
      {"distinct",
       {{"field", Type::column}},
       Type::number,
       "different known values of the field in the group",
       distinct_in_group},
      {"min",
       {{"field", Type::column, true, 0, Type::number}},
       Type::number,
       "the least known value of a number field in the group",
       least_in_group},
      {"max",
       {{"field", Type::column, true, 0, Type::number}},
       Type::number,
       "the greatest known value of a number field in the group",
       greatest_in_group},
      {"earliest",
       {{"field", Type::column, true, 0, Type::days}},
       Type::days,
       "the range of a day field in the group that begins first",
       least_in_group},
      {"latest",
       {{"field", Type::column, true, 0, Type::days}},
       Type::days,
       "the range of a day field in the group that begins last",
       greatest_in_group},
  };
  return kFunctions;
}

}  // namespace

std::span<const FunctionRow> function_table() { return table(); }

std::vector<const FunctionRow*> find_functions(std::string_view name) {
  std::vector<const FunctionRow*> rows;
  for (const FunctionRow& row : table()) {
    if (row.name == name) rows.push_back(&row);
  }
  return rows;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const FunctionRow& row : table()) {
    if (names.empty() || names.back() != row.name) names.emplace_back(row.name);
  }
  return names;
}

std::string signature(const FunctionRow& row) {
  std::string text = std::string(row.name) + "(";
  for (const Parameter& parameter : row.parameters) {
    if (&parameter != &row.parameters.front()) text += ", ";
    text += parameter.required ? fmt::format("{}: {}", parameter.name, to_string(parameter.type))
                               : fmt::format("{}: {} = {}", parameter.name,
                                             to_string(parameter.type), parameter.fallback);
  }
  return text + ")";
}

bool certainly_less(const Figure& a, const Figure& b) {
  if (!disjoint(a, b)) return false;
  // Stretched upwards without end, only the lower of two disjoint figures meets the other.
  Figure upwards = a;
  upwards.high.reset();
  upwards.high_open = true;
  return !disjoint(upwards, b);
}

long long days_between(DayRange a, DayRange b) {
  if (a.to <= b.from) return (b.from - a.to).count();
  if (b.to <= a.from) return (a.from - b.to).count();
  return 0;
}

}  // namespace claimtrail
