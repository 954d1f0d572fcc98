// Scaling is asserted as a ratio in one run.
#include <ctime>

#include "tests/core/syntax/syntax_test_support.h"

namespace claimtrail {
namespace {

double seconds_for(const TokenizedText& text, std::size_t tokens) {
  ParserScratch scratch;
  const std::clock_t start = std::clock();
  EXPECT_EQ(shipped_model().parse(text, 0, tokens, scratch).size(), tokens);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(LinearTime, OfOneLongSentence) {
  const std::string words = random_words(110'000, 3);
  const TokenizedText text = take_apart(words, {});
  seconds_for(text, 10'000);
  const double small = std::max(seconds_for(text, 10'000), 0.001);
  EXPECT_LT(seconds_for(text, 100'000), small * 20);
}

}  // namespace
}  // namespace claimtrail
