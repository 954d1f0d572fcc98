#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/quantity/exclusions.h"
#include "core/quantity/read_number.h"
#include "core/quantity/units.h"

namespace claimtrail {

/// A number with its unit, before modifiers, ranges and nouns: "$1.2 billion", "3.5 million barrels
/// per day", "19-year-old".
struct Measure {
  std::size_t first = 0;  ///< tokens [first, last), currency symbol and unit included
  std::size_t last = 0;
  Number number;
  const Unit* unit = nullptr;
  const Unit* per = nullptr;  ///< "barrels per day": the day
  std::string_view per_noun;  ///< "$98 a share": "share"
  bool prefixed = false;      ///< the currency stands before the number
  bool negative = false;      ///< "$-50.8bn"
  bool age = false;           ///< "19-year-old", "34 years old", "aged 34"
};

/// The measure whose number starts at token `at`, or whose currency code and digits are one word
/// there.
[[nodiscard]] std::optional<Measure> read_measure(const SentenceView& sentence, std::size_t at);

/// The same without a second part ("5 feet" of "5 feet 2 inches").
[[nodiscard]] std::optional<Measure> read_simple_measure(const SentenceView& sentence,
                                                         std::size_t at);

/// The same where a currency symbol may stand first: the other end of a range.
[[nodiscard]] std::optional<Measure> read_measure_or_money(const SentenceView& sentence,
                                                           std::size_t at);

/// Unit name with its divisor: "US dollar per barrel"; empty without a unit.
[[nodiscard]] std::string unit_name(const Measure& measure);
[[nodiscard]] std::string unit_code(const Measure& measure);
[[nodiscard]] std::string unit_dimension(const Measure& measure);

}  // namespace claimtrail
