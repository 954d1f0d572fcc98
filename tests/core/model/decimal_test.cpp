#include "core/model/decimal.h"

#include <random>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

std::string canonical(std::string_view text) {
  const auto number = Decimal::parse(text);
  return number ? number->text() : "none";
}

TEST(Decimal, HasOneSpelling) {
  EXPECT_EQ(canonical("1300"), "1300");
  EXPECT_EQ(canonical("+0012.500"), "12.5");
  EXPECT_EQ(canonical("-0.050"), "-0.05");
  EXPECT_EQ(canonical(".5"), "0.5");
  EXPECT_EQ(canonical("-0"), "0");
  EXPECT_EQ(canonical("1.2e6"), "1200000");
  EXPECT_EQ(canonical("12e-3"), "0.012");
}

TEST(Decimal, RefusesOtherShapes) {
  for (const char* text :
       {"", "-", ".", "1.2.3", "1,300", "1e", "e5", "12x", "0x10", "1e999999999999"}) {
    EXPECT_EQ(canonical(text), "none") << text;
  }
}

TEST(Decimal, BoundsWhatHostileInputCosts) {
  EXPECT_EQ(canonical(std::string(10'000, '9')), "none");
  EXPECT_EQ(canonical("1e41"), "none");
  EXPECT_EQ(canonical("1e-41"), "none");
  EXPECT_EQ(canonical(std::string(10'000, '0') + "7"), "7");
}

TEST(Decimal, ComparesExactly) {
  EXPECT_LT(*Decimal::parse("0.1"), *Decimal::parse("0.10000000000000000000000001"));
  EXPECT_LT(*Decimal::parse("-2"), *Decimal::parse("-1.5"));
  EXPECT_GT(*Decimal::parse("1000"), *Decimal::parse("999.999"));
  EXPECT_EQ(*Decimal::parse("1.50"), *Decimal::parse("1.5"));
}

TEST(Decimal, ArithmeticIsExact) {
  EXPECT_EQ(multiply(*Decimal::parse("1.2"), Decimal{1'000'000})->text(), "1200000");
  EXPECT_EQ(add(*Decimal::parse("0.1"), *Decimal::parse("0.2"))->text(), "0.3");
  EXPECT_EQ(add(*Decimal::parse("-5"), Decimal{5})->text(), "0");
  EXPECT_FALSE(multiply(*Decimal::parse("1e30"), *Decimal::parse("1e30")));
}

TEST(Decimal, OrderAgreesWithWholeNumbers) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> digits(-5'000, 5'000);
  for (int i = 0; i < 2'000; ++i) {
    const int a = digits(random);
    const int b = digits(random);
    EXPECT_EQ(Decimal{a} < Decimal{b}, a < b);
    EXPECT_EQ(add(Decimal{a}, Decimal{b})->text(), std::to_string(a + b));
  }
}

}  // namespace
}  // namespace claimtrail
