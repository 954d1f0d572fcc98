#include "core/quantity/units.h"

#include <set>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

const Unit* found(std::string_view text, UnitPlace place = UnitPlace::after_digits) {
  const auto match = unit_at(text, 0, place);
  return match ? match->unit : nullptr;
}

TEST(UnitTable, NamesAreUniqueAndBasesAreNames) {
  std::set<std::string_view> names;
  std::set<std::string_view> own_base{
      "one", "percentage point", "barrel per day", "meter per second", "kelvin", "byte"};
  for (const Unit& unit : all_units()) {
    EXPECT_TRUE(names.insert(unit.name).second) << unit.name;
    EXPECT_FALSE(unit.dimension.empty()) << unit.name;
    EXPECT_FALSE(unit.factor.empty()) << unit.name;
  }
  for (const Unit& unit : all_units()) {
    if (unit.base == "one" || unit.base == "flop" || unit.base == "bit per second" ||
        unit.base == "coulomb")
      continue;
    const Unit* base = unit_named(unit.base);
    ASSERT_NE(base, nullptr) << unit.name << " -> " << unit.base;
    EXPECT_EQ(base->dimension, unit.dimension) << unit.name;
    EXPECT_EQ(base->factor, "1") << unit.base;
  }
  EXPECT_GE(names.size(), 200U);
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

TEST(UnitAt, ASingleLetterMustBeGluedToDigits) {
  EXPECT_EQ(found("m away"), nullptr);
  EXPECT_EQ(found("m away", UnitPlace::glued), unit_named("meter"));
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
