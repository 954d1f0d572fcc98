#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace claimtrail {

/// One row of the tables of units (units/units.txt, units/currencies.txt), which view its text.
struct Unit {
  std::string_view name;       ///< English singular: "square kilometer", "US dollar"
  std::string_view ucum;       ///< UCUM code; empty where there is none
  std::string_view dimension;  ///< length, area, currency, ratio, duration, …
  std::string_view base;       ///< the unit it converts to; only units of one base are comparable
  std::string_view factor;     ///< exact: value in base = value * factor + offset; "1609344/1000"
  std::string_view offset;     ///< exact; empty for none
  std::string_view
      words;  ///< other spellings, any case, "," between; the name and its plural are implied
  std::string_view symbols;  ///< abbreviations, case counts, only after digits, "," between
};

/// Both tables, in their own order, the currencies last.
[[nodiscard]] std::span<const Unit> all_units();

/// The unit of this name, exactly; null when there is none. Composed names ("barrel per day" where
/// the table has no such row) are taken apart by the caller.
[[nodiscard]] const Unit* unit_named(std::string_view name);

struct UnitMatch {
  const Unit* unit = nullptr;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool symbol = false;  ///< an abbreviation, not a word
};

/// How the unit stands to its number.
enum class UnitPlace {
  after_word,    ///< "two miles": words only
  after_digits,  ///< "2 mi": words, and symbols of two letters and more
  glued          ///< "2m": words and every symbol
};

/// The longest unit whose spelling starts at byte `at` and ends at a word boundary. A blank and a
/// hyphen in a spelling stand for each other.
[[nodiscard]] std::optional<UnitMatch> unit_at(std::string_view text, std::uint32_t at,
                                               UnitPlace place);

/// The currency symbol or code that ends at byte `at` ("US$", "RM", "EUR", "HK $"), not before
/// `floor`.
[[nodiscard]] std::optional<UnitMatch> currency_before(std::string_view text, std::uint32_t at,
                                                       std::uint32_t floor);

}  // namespace claimtrail
