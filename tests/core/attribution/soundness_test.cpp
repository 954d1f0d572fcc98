#include "tests/core/attribution/soundness.h"

#include <ctime>
#include <random>

namespace claimtrail {
namespace {

constexpr const char* pieces[] = {"Roth",
                                  "said",
                                  "that",
                                  "the dam",
                                  "held",
                                  ",",
                                  ".",
                                  "\"",
                                  "\u201C",
                                  "\u201D",
                                  "according to",
                                  "police",
                                  "and",
                                  "but",
                                  "who",
                                  "Reuters",
                                  "told",
                                  "reported",
                                  "claim",
                                  "claims",
                                  "in a statement",
                                  "adding",
                                  "12 people",
                                  "(",
                                  ")",
                                  ";",
                                  ":",
                                  "\u2014",
                                  "was quoted as saying",
                                  "reportedly",
                                  "citing",
                                  "he",
                                  "they",
                                  "?",
                                  "\n\n",
                                  "denied",
                                  "if",
                                  "had",
                                  "not",
                                  "Mayor Amy Poe",
                                  "on Saturday",
                                  "'s",
                                  "as",
                                  "put it",
                                  "it is said that",
                                  "which",
                                  "neither confirmed nor denied"};

TEST(Soundness, HoldsForRandomSentences) {
  std::mt19937 random(11);
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    const auto count = 1 + random() % 40;
    for (unsigned i = 0; i < count; ++i) {
      if (!text.empty() && random() % 8 != 0) text += ' ';
      text += pieces[random() % std::size(pieces)];
    }
    expect_sound(text);
    if (HasFatalFailure()) return;
  }
}

// Quadratic work on these would take minutes.
TEST(Soundness, HostileTextCostsLinearTime) {
  for (const char* piece :
       {"said ", "\"a b c d\" ", "Roth said ", "Roth said that ", ", ", "and ", "who ", "( ",
        "according to police, ", "Amy Poe ", "a", "he said. ", "reportedly ", "\u201C", "Roth, ",
        "claim that ", "it said it ", "12 people ", "ministry said it fell. "}) {
    std::string text;
    while (text.size() < (1U << 19U)) text += piece;
    const std::clock_t start = std::clock();
    expect_sound(text);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 10.0) << "of processor time for " << piece;
    if (HasFatalFailure()) return;
  }
}

TEST(Soundness, EmptyTextHasNoClaims) {
  expect_sound("");
  expect_sound("\n\n");
  expect_sound("\xF0\x9F\x9A\x82");
}

}  // namespace
}  // namespace claimtrail
