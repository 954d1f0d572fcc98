#include <chrono>
#include <random>

#include "core/text/tokens.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t megabyte = 1U << 20U;

std::string repeated(std::string_view piece) {
  std::string text;
  while (text.size() < megabyte) text += piece;
  return text;
}

void expect_sound(std::string_view text) {
  const TokenizedText taken = take_apart(text, {});
  ASSERT_EQ(taken.tokens.size(), taken.lower.size());
  std::uint32_t reached = 0;
  for (const Token& token : taken.tokens) {
    ASSERT_LE(reached, token.span.start);
    ASSERT_LT(token.span.start, token.span.end);
    ASSERT_LE(token.span.end, text.size());
    ASSERT_EQ(character_start(text, token.span.start), token.span.start);
    ASSERT_EQ(character_start(text, token.span.end), token.span.end);
    reached = token.span.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : taken.sentences) {
    ASSERT_EQ(sentence.first, next);
    ASSERT_LT(sentence.first, sentence.last);
    ASSERT_EQ(sentence.span.start, taken.tokens[sentence.first].span.start);
    ASSERT_EQ(sentence.span.end, taken.tokens[sentence.last - 1].span.end);
    next = sentence.last;
  }
  ASSERT_EQ(next, taken.tokens.size());
  for (std::size_t i = 0; i < taken.quotations.size(); ++i) {
    const Quotation& quotation = taken.quotations[i];
    ASSERT_TRUE(quotation.outer.contains(quotation.inner));
    ASSERT_LE(quotation.outer.end, text.size());
    ASSERT_LT(quotation.parent, static_cast<std::int32_t>(i));
    ASSERT_LE(quotation.depth, 8);
  }
}

// Quadratic work on a megabyte would take minutes; the bound leaves room for slow machines.
TEST(HostileText, IsTakenApartInLinearTime) {
  for (const std::string_view piece : {"\"",       "\u201C",
                                       "\u2018",   "'",
                                       "' ",       " '",
                                       " 'a",      "a",
                                       "a.",       "a'",
                                       "U.",       ".",
                                       "1",        "1,",
                                       "1\u00A0",  "\n",
                                       "\n\n",     " ",
                                       "\u200B",   "a\n",
                                       "Gen. ",    "\"'\u201C\u2018\u00AB",
                                       "a&",       "((((",
                                       "\xCC\x81", "\xFF",
                                       "no. ",     "-"}) {
    const auto start = std::chrono::steady_clock::now();
    expect_sound(repeated(piece));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 10.0) << "for \"" << piece << "\"";
  }
}

TEST(HostileText, RandomMixturesStaySound) {
  static constexpr std::string_view pieces[] = {
      "\"",   "\u201C",   "\u201D", "'",      "\u2019", " ",    ".",      ",",
      "\n",   "U.S.",     "Gen",    "a",      "B",      "1",    "\u20AC", "\xF0\x9F\x9A\x82",
      "\xC2", "\xE2\x80", "didn't", "\u00A0", "...",    "said", "?",      "-",
      "`",    "&",        "s"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto count = random() % 60;
    for (unsigned i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    expect_sound(text);
  }
}

}  // namespace
}  // namespace claimtrail
