#include <ctime>
#include <random>

#include <gmock/gmock.h>

#include "core/quantity/compare.h"

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text.append(piece);
  return text;
}

void expect_sound(const std::string& text) {
  const TokenizedText tokens = take_apart(text, {});
  std::uint32_t end = 0;
  for (const Figure& figure : find_figures(tokens, Equivalents::apart)) {
    ASSERT_GE(figure.span.start, end);
    ASSERT_LT(figure.span.start, figure.span.end);
    ASSERT_LE(figure.span.end, text.size());
    ASSERT_TRUE(figure.low || figure.high);
    ASSERT_TRUE(figure.low || figure.low_open);
    ASSERT_TRUE(figure.high || figure.high_open);
    ASSERT_FALSE(figure.low && figure.high && *figure.high < *figure.low) << figure.span.of(text);
    end = figure.span.end;
  }
}

class Hostile : public testing::TestWithParam<std::string_view> {};

// A sanity bound far above what linear work needs; ratios are the long tests' business.
TEST_P(Hostile, AreReadInLinearTime) {
  const std::string text = repeated(GetParam(), 200'000);
  const std::clock_t begin = std::clock();
  expect_sound(text);
  EXPECT_LT(std::clock() - begin, 5 * CLOCKS_PER_SEC) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Hostile,
    testing::Values("7", "one ", "1,", "1, ", "hundred thousand ", "1-2-", "(((( ", "1 - ",
                    "twenty-", "$", "1/", "between 1 and ", "about over nearly ", "million ",
                    "5 km (", "half a ", "of thousands ", "two-thirds of ", "\u0661\u0662 ",
                    "3 per day per ", "x1e9 ", "1 in 2 in ", "- ", "\u00BD", "1\u00A0",
                    "no more than not more than ", "12 of the ", "RM1.", "and a half ", "1 x 10^9 ",
                    "5 ft 2 in ", "12 people including ", "not including 12, ", "5 who ", "3 MUSD ",
                    "5 Model 3 ", "5'3\"", "5\"", "1e99999999 ", "life expectancy is around 5 ",
                    "5 degrees zero ", "5 km m kg mi psi bcm $ \u20AC USD "));

/// How many figures are made of a text tells what reading it costs.
TEST(Hostile, RowsOfNumbersAreNothing) {
  for (const char* piece : {"5\"", "7 ", "12, ", "1-2-", "3; "}) {
    EXPECT_THAT(spell_figures(repeated(piece, 10'000)), testing::IsEmpty()) << piece;
  }
  EXPECT_THAT(spell_figures("They drew 4, 8, 15, 16, 23, 42, 47, 48."), testing::IsEmpty());
  EXPECT_THAT(spell_figures("They drew 4, 8, 15, 16, 23, 42, 47, 48, 12 people won."),
              testing::ElementsAre("12 people [12,12] person"));
  EXPECT_EQ(spell_figures("The levies were $4, $8, $15, $16, $23, $42, $47 and $48.").size(), 8U);
  EXPECT_EQ(spell_figures("They took 4, 8, 15 and 16 prisoners.").size(), 4U);
}

TEST(Hostile, LongNumbersAreNothing) {
  for (const char digit : {'9', '0'}) {
    std::string text = "They paid 1";
    text.append(10'000, digit).append(" euros.");
    EXPECT_THAT(spell_figures(text), testing::IsEmpty());
  }
  EXPECT_THAT(spell_figures("They paid 1e99999999999999999999 euros."), testing::IsEmpty());
}

TEST(Hostile, DigitsOfOtherScriptsAreNothing) {
  EXPECT_THAT(spell_figures("They met \u0661\u0662\u0663 people and 1\u0662 men."),
              testing::IsEmpty());
}

TEST(Hostile, AnySoupOfWordsIsSound) {
  const std::vector<std::string> pieces{
      "1",     "2.5",    "1,300",  "million",  "half",  "a",    "dozen", "of",
      "the",   "-",      "to",     "between",  "and",   "$",    "km",    "(",
      ")",     "over",   "people", "per",      "day",   "%",    "third", "one",
      "in",    "or",     "more",   "killed",   "/",     ".",    ",",     "\u20AC",
      "bn",    "years",  "old",    "hundreds", "up",    "RM5",  "1990s", "2014",
      "March", "\u00BD", "minus",  "m",        "twice", "12th", "times", "from"};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 25; ++i) {
      text += pieces[pick(random)];
      if (pick(random) % 4 != 0) text += ' ';
    }
    SCOPED_TRACE(text);
    expect_sound(text);
    if (testing::Test::HasFatalFailure()) return;
    const auto figures = figures_in(text);
    for (std::size_t i = 1; i < figures.size(); ++i) {
      ASSERT_EQ(disjoint(figures[i - 1], figures[i]), disjoint(figures[i], figures[i - 1]));
    }
  }
}

TEST(Hostile, TheSameTextGivesTheSameFigures) {
  const std::string text =
      "Over 10,000 troops and 12 tanks (about $3 million) were sent, 40 % of them in 3 days.";
  EXPECT_EQ(figures_in(text), figures_in(text));
}

}  // namespace
}  // namespace claimtrail
