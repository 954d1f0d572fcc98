#include "core/quantity/extend_measure.h"

#include <array>

#include "core/quantity/number_words.h"

namespace claimtrail {
namespace {

/// How many of `small` make one `large`, where people name both in one breath; else 0.
std::int64_t parts_of(const Unit& large, const Unit& small) {
  struct Row {
    std::string_view large;
    std::string_view small;
    std::int64_t parts;
  };
  static constexpr std::array<Row, 15> rows{{{"foot", "inch", 12},
                                             {"yard", "foot", 3},
                                             {"meter", "centimeter", 100},
                                             {"kilometer", "meter", 1000},
                                             {"stone", "pound", 14},
                                             {"pound", "ounce", 16},
                                             {"kilogram", "gram", 1000},
                                             {"hour", "minute", 60},
                                             {"minute", "second", 60},
                                             {"year", "month", 12},
                                             {"day", "hour", 24},
                                             {"week", "day", 7},
                                             {"US dollar", "cent", 100},
                                             {"euro", "cent", 100},
                                             {"pound sterling", "penny", 100}}};
  for (const Row& row : rows) {
    if (row.large == large.name && row.small == small.name) return row.parts;
  }
  return 0;
}

/// value / parts where that is a decimal of a few places.
std::optional<Decimal> divided(const Decimal& value, std::int64_t parts) {
  constexpr std::size_t kMostDigits = 15;
  if (value.text().size() > kMostDigits || value.text().find('.') != std::string::npos ||
      value.negative())
    return std::nullopt;
  const Decimal exact = quotient(std::stoll(value.text()), parts);
  const auto back = multiply(exact, Decimal(parts));
  if (!back || *back != value) return std::nullopt;
  return exact;
}

}  // namespace

void spell_out(Measure& measure) {
  const std::string_view name = measure.unit->name;
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return;
  const NumberWord* word = number_word(name.substr(0, blank));
  if (word == nullptr || word->kind != NumberWordKind::magnitude) return;
  auto scaled = multiply(measure.number.value, Decimal(word->value));
  if (!scaled) return;
  measure.number.value = std::move(*scaled);
  measure.number.magnitude = true;
  measure.number.multiplier = word->value;
  measure.unit = unit_named(name.substr(blank + 1));
}

void add_late_magnitude(const SentenceView& sentence, Measure& measure) {
  Number& number = measure.number;
  const NumberWord* word = number_word(sentence.lower(measure.last));
  if (number.magnitude || word == nullptr || word->kind != NumberWordKind::magnitude) return;
  auto scaled = multiply(number.value, Decimal(word->value));
  if (!scaled) return;
  number.value = std::move(*scaled);
  number.magnitude = true;
  number.multiplier = word->value;
  ++measure.last;
}

void add_millions_code(const SentenceView& sentence, std::size_t at, Measure& measure) {
  const std::string_view word = sentence.text.word(at);
  constexpr std::size_t kCode = 4;
  constexpr std::int64_t kMillion = 1'000'000;
  if (word.size() != kCode || word.front() != 'M' || measure.number.magnitude) return;
  const auto currency =
      unit_at(sentence.text.text, sentence.start_of(at) + 1, UnitPlace::after_word);
  if (!currency || currency->unit->dimension != "currency" || !currency->symbol) return;
  auto scaled = multiply(measure.number.value, Decimal(kMillion));
  if (!scaled) return;
  measure.number.value = std::move(*scaled);
  measure.number.magnitude = true;
  measure.number.multiplier = kMillion;
  measure.unit = currency->unit;
  measure.last = at + 1;
}

bool join_parts(Measure& measure, const Unit& large, const Unit& small, const Decimal& rest) {
  const std::int64_t parts = parts_of(large, small);
  if (parts == 0 || rest >= Decimal(parts)) return false;
  auto sum = multiply(measure.number.value, Decimal(parts));
  if (sum) sum = add(*sum, rest);
  if (!sum) return false;
  const auto whole = divided(*sum, parts);
  measure.number.value = whole ? *whole : std::move(*sum);
  measure.unit = whole ? &large : &small;
  return true;
}

void add_smaller_part(const SentenceView& sentence, Measure& measure) {
  const Number& first = measure.number;
  if (first.shape != NumberShape::plain || first.point || first.magnitude) return;
  std::size_t at = measure.last;
  if (sentence.lower(at) == "and") ++at;
  if (!sentence.is_number(at) && number_word(sentence.lower(at)) == nullptr) return;
  auto second = read_simple_measure(sentence, at);
  // "5 ft 2 in": elsewhere "in" is no unit.
  if (second && second->unit == nullptr && second->number.digits && measure.unit->name == "foot" &&
      sentence.lower(second->last) == "in") {
    second->unit = unit_named("inch");
    ++second->last;
  }
  if (!second || second->unit == nullptr || second->per != nullptr || second->age ||
      second->prefixed || second->number.shape != NumberShape::plain || second->number.magnitude)
    return;
  if (!join_parts(measure, *measure.unit, *second->unit, second->number.value)) return;
  measure.number.last = second->number.last;
  measure.last = second->last;
}

}  // namespace claimtrail
