#include "core/text/tokens.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

std::vector<std::string> words(std::string_view text) {
  const TokenizedText taken = take_apart(text, {});
  std::vector<std::string> result;
  for (std::size_t i = 0; i < taken.tokens.size(); ++i) result.emplace_back(taken.word(i));
  return result;
}

struct Case {
  const char* text;
  std::vector<std::string> tokens;
};

class TokensOf : public testing::TestWithParam<Case> {};

TEST_P(TokensOf, AreTheExpectedOnes) {
  EXPECT_THAT(words(GetParam().text), testing::ElementsAreArray(GetParam().tokens));
}

INSTANTIATE_TEST_SUITE_P(
    Tokens, TokensOf,
    testing::Values(
        Case{"The bridge held.", {"The", "bridge", "held", "."}},
        Case{"the U.S. and U.K.-led", {"the", "U.S.", "and", "U.K.", "-", "led"}},
        Case{"Gen. J. R. Okello", {"Gen.", "J.", "R.", "Okello"}},
        Case{"at 5 p.m. on Aug. 3", {"at", "5", "p.m.", "on", "Aug.", "3"}},
        Case{"No. 10 said no. Ten", {"No.", "10", "said", "no", ".", "Ten"}},
        Case{"e.g. trams", {"e.g.", "trams"}},
        Case{"Sen. Ames (R-Fla.) of Tampa, Fla., left",
             {"Sen.", "Ames", "(", "R", "-", "Fla.", ")", "of", "Tampa", ",", "Fla.", ",", "left"}},
        Case{"didn't, can't, won't", {"did", "n't", ",", "ca", "n't", ",", "wo", "n't"}},
        Case{"we've I'm they'd", {"we", "'ve", "I", "'m", "they", "'d"}},
        Case{"Kyiv's and the soldiers' and O'Brien's",
             {"Kyiv", "'s", "and", "the", "soldiers", "'", "and", "O'Brien", "'s"}},
        Case{"Kyiv\u2019s didn\u2019t", {"Kyiv", "\u2019s", "did", "n\u2019t"}},
        Case{"the U.S.'s aim", {"the", "U.S.", "'s", "aim"}},
        Case{"1,300 km, 1.2 and 1,300-1,400.",
             {"1,300", "km", ",", "1.2", "and", "1,300", "-", "1,400", "."}},
        Case{"$1.2bn, US$5, \u20AC3 and 40%",
             {"$", "1.2", "bn", ",", "US", "$", "5", ",", "\u20AC", "3", "and", "40", "%"}},
        Case{"the 26th, the 1990s, .5", {"the", "26th", ",", "the", "1990s", ",", ".5"}},
        Case{"1\u00A0300 homes in 2024\u00A0300", {"1\u00A0300", "homes", "in", "2024", "300"}},
        Case{"AT&T and R&D", {"AT&T", "and", "R&D"}},
        Case{"square-mile -- wait...", {"square", "-", "mile", "--", "wait", "..."}},
        Case{"9/11 at 10:30", {"9", "/", "11", "at", "10", ":", "30"}},
        Case{"COVID-19 B52 \u00BD", {"COVID", "-", "19", "B52", "\u00BD"}},
        Case{"``so'' he", {"``", "so", "''", "he"}},
        Case{"at example.com now", {"at", "example.com", "now"}},
        Case{"it ended.The next", {"it", "ended", ".", "The", "next"}}));

TEST(Tokens, CarryKindCaseAndSpace) {
  const TokenizedText taken = take_apart("Over 1,300 \xE2\x82\xACuros", {});
  EXPECT_EQ(taken.tokens[0].kind, TokenKind::word);
  EXPECT_TRUE(taken.tokens[0].capitalised);
  EXPECT_TRUE(taken.tokens[0].space_before);
  EXPECT_EQ(taken.tokens[1].kind, TokenKind::number);
  EXPECT_EQ(taken.tokens[2].kind, TokenKind::symbol);
  EXPECT_FALSE(taken.tokens[3].space_before);
  EXPECT_EQ(taken.lower[0], "over");
}

TEST(Tokens, FoldTheTypographicApostrophe) {
  const TokenizedText taken = take_apart("It\u2019s Donets\u2019k", {});
  EXPECT_THAT(taken.lower, testing::ElementsAre("it", "'s", "donets'k"));
}

TEST(Tokens, AreFoundByByte) {
  const std::string text = "\u201CGo,\u201D she said.";
  const TokenizedText taken = take_apart(text, {});
  EXPECT_EQ(taken.word(taken.token_at(3)), "Go");
  EXPECT_EQ(taken.word(taken.token_at(9)), "she");
  EXPECT_EQ(taken.token_at(static_cast<std::uint32_t>(text.size())), taken.tokens.size());
}

TEST(Tokens, LieOnlyInsideTheBlocks) {
  const std::string text = "Headline here\n\nmenu\n\nBody here.";
  const TokenizedText taken = take_apart(text, {{0, 13}, {21, 31}});
  std::vector<std::string> found;
  for (std::size_t i = 0; i < taken.tokens.size(); ++i) found.emplace_back(taken.word(i));
  EXPECT_THAT(found, testing::ElementsAre("Headline", "here", "Body", "here", "."));
}

TEST(Tokens, BlocksMayBeOutOfRangeOrOverlap) {
  const TokenizedText taken = take_apart("one two", {{4, 90}, {0, 5}, {50, 60}});
  EXPECT_EQ(taken.tokens.size(), 3U);  // "one t" and "wo"
}

}  // namespace
}  // namespace claimtrail
