#include "core/quantity/units.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>

#include "core/quantity/unit_table.h"

namespace claimtrail {
namespace {

const Unit* found(std::string_view text, UnitPlace place = UnitPlace::after_digits) {
  const auto match = unit_at(text, 0, place);
  return match ? match->unit : nullptr;
}

TEST(UnitTable, NamesAreUniqueAndBasesAreNames) {
  std::set<std::string_view> names;
  for (const Unit& unit : all_units()) EXPECT_TRUE(names.insert(unit.name).second) << unit.name;
  // Coherent units nobody writes in news.
  const std::set<std::string_view> unwritten{"one",
                                             "flop",
                                             "coulomb per kilogram",
                                             "kilogram per second",
                                             "kilogram per square meter",
                                             "mole per cubic meter",
                                             "sievert per second"};
  for (const Unit& unit : all_units()) {
    if (unwritten.contains(unit.base)) continue;
    const Unit* base = unit_named(unit.base);
    ASSERT_NE(base, nullptr) << unit.name << " -> " << unit.base;
    EXPECT_EQ(base->dimension, unit.dimension) << unit.name;
    EXPECT_EQ(base->factor, "1") << unit.base;
    EXPECT_EQ(base->base, base->name) << unit.base;
  }
}

TEST(UnitTable, IsAsLongAsPromised) {
  const auto units = all_units();
  const auto currencies = std::count_if(
      units.begin(), units.end(), [](const Unit& unit) { return unit.dimension == "currency"; });
  EXPECT_GE(currencies, 60);
  EXPECT_GE(static_cast<std::ptrdiff_t>(units.size()) - currencies, 350);
}

TEST(UnitTable, ASpellingMeansOneUnit) {
  std::map<std::string, std::string_view> owners;
  for (const Unit& unit : all_units()) {
    std::set<std::string> own;
    for (const auto word : spellings(unit.words)) own.insert("word " + std::string(word));
    for (const auto symbol : spellings(unit.symbols)) own.insert("symbol " + std::string(symbol));
    for (const std::string& spelling : own) {
      if (spelling == "symbol kt") continue;  // the kiloton; knots are "kts" or spelled out
      if (spelling == "symbol PS") continue;  // horsepower after digits, a mangled pound before
      const auto [owner, first] = owners.emplace(spelling, unit.name);
      EXPECT_TRUE(first) << spelling << ": " << owner->second << ", " << unit.name;
    }
  }
}

// "55 bcm" is 55 billion of "cubic meter".
TEST(UnitTable, AbbreviationsForManyNameAUnit) {
  const std::map<std::string_view, std::string> magnitudes{{"thousand", "1000"},
                                                           {"million", "1000000"},
                                                           {"billion", "1000000000"},
                                                           {"trillion", "1000000000000"}};
  for (const Unit& unit : all_units()) {
    const std::size_t blank = unit.name.find(' ');
    const auto magnitude = magnitudes.find(unit.name.substr(0, blank));
    if (blank == std::string_view::npos || magnitude == magnitudes.end()) continue;
    const Unit* one = unit_named(unit.name.substr(blank + 1));
    ASSERT_NE(one, nullptr) << unit.name;
    EXPECT_EQ(one->base, unit.base) << unit.name;
    EXPECT_TRUE(unit.words.empty()) << unit.name << " is read as a number and a unit";
  }
}

TEST(UnitTable, RefusesWhatIsNoRow) {
  EXPECT_EQ(
      read_unit_rows("# a comment\n\nyard | | length | meter | 9144/10000 | | yds |\n").size(), 1U);
  EXPECT_THROW((void)read_unit_rows("yard | | length | meter\n"), std::logic_error);
  EXPECT_THROW((void)read_unit_rows("yard | | length | meter | 1 | | | yd | more\n"),
               std::logic_error);
}

TEST(UnitTable, FactorsAreFractions) {
  for (const Unit& unit : all_units()) {
    for (const std::string_view number : {unit.factor, unit.offset}) {
      EXPECT_EQ(number.find_first_not_of("0123456789/"), std::string_view::npos) << unit.name;
    }
  }
}

TEST(UnitAt, TakesTheLongestSpelling) {
  EXPECT_EQ(found("square kilometers of land"), unit_named("square kilometer"));
  EXPECT_EQ(found("km/h"), unit_named("kilometer per hour"));
  EXPECT_EQ(found("km"), unit_named("kilometer"));
  EXPECT_EQ(found("km\u00B2"), unit_named("square kilometer"));
  EXPECT_EQ(found("degrees Celsius"), unit_named("degree Celsius"));
  EXPECT_EQ(found("\u00B0C"), unit_named("degree Celsius"));
  EXPECT_EQ(found("barrels-per-day"), unit_named("barrel per day"));
}

TEST(UnitAt, EndsAtAWord) {
  EXPECT_EQ(found("kmart"), nullptr);
  EXPECT_EQ(found("mine"), nullptr);
  EXPECT_EQ(found("hours"), unit_named("hour"));
}

// The SI writes "5 m", "12 V"; other letters after a blank are stray ones.
TEST(UnitAt, ASingleLetterMustBeGluedToDigits) {
  EXPECT_EQ(found("l away"), nullptr);
  EXPECT_EQ(found("s away"), nullptr);
  EXPECT_EQ(found("h away"), nullptr);
  EXPECT_EQ(found("h away", UnitPlace::glued), unit_named("hour"));
  EXPECT_EQ(found("m away"), unit_named("meter"));
  EXPECT_EQ(found("m away", UnitPlace::after_word), nullptr);
  EXPECT_EQ(found("km away", UnitPlace::after_word), nullptr);
  EXPECT_EQ(found("a axy"), nullptr);
}

TEST(UnitAt, CaseTellsSymbolsApart) {
  EXPECT_EQ(found("MW"), unit_named("megawatt"));
  EXPECT_EQ(found("mW"), unit_named("milliwatt"));
  EXPECT_EQ(found("Mw"), nullptr);
}

TEST(CurrencyBefore, ReadsSymbolsAndCodes) {
  const auto before = [](std::string_view text) {
    const auto match = currency_before(text, static_cast<std::uint32_t>(text.size()), 0);
    return match ? match->unit->name : std::string_view{};
  };
  EXPECT_EQ(before("costs $"), "US dollar");
  EXPECT_EQ(before("costs US $"), "US dollar");
  EXPECT_EQ(before("costs HK$"), "Hong Kong dollar");
  EXPECT_EQ(before("costs \u20AC"), "euro");
  EXPECT_EQ(before("costs EUR "), "euro");
  EXPECT_EQ(before("costs FARM"), "");
  EXPECT_EQ(before("costs "), "");
}

}  // namespace
}  // namespace claimtrail
