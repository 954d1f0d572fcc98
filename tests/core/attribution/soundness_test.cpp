#include <ctime>
#include <random>

#include "core/text/utf8.h"

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

void expect_sound(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks.push_back({BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}});
  document.published = parse_published("2025-04-26");
  const Analysis analysis = analyse(document);
  std::vector<Span> contents;
  const auto expect_span = [&](Span span) {
    ASSERT_LT(span.start, span.end);
    ASSERT_LE(span.end, text.size());
    ASSERT_EQ(character_start(text, span.start), span.start);
    ASSERT_EQ(character_start(text, span.end), span.end);
  };
  std::uint32_t reached = 0;
  for (const Claim& claim : analysis.claims) {
    ASSERT_FALSE(claim.content.empty());
    ASSERT_LE(reached, claim.span.start) << "claims stand in text order";
    reached = claim.span.start;
    ASSERT_EQ(claim.span.start, claim.content.front().start);
    ASSERT_EQ(claim.span.end, claim.content.back().end);
    for (const Span span : claim.content) {
      expect_span(span);
      contents.push_back(span);
    }
    for (const Hop& hop : claim.attribution) {
      if (hop.source_span) expect_span(*hop.source_span);
      if (hop.cue_span) expect_span(*hop.cue_span);
      for (const Claimant& claimant : hop.claimants) {
        ASSERT_FALSE(claimant.name.empty());
        ASSERT_FALSE(claimant.id.empty());
      }
    }
    for (const Figure& figure : claim.figures) ASSERT_TRUE(claim.span.contains(figure.span));
    ASSERT_EQ(claim.manner == Manner::unattributed, claim.attribution.empty());
  }
  std::sort(contents.begin(), contents.end());
  for (std::size_t i = 1; i < contents.size(); ++i) {
    ASSERT_LE(contents[i - 1].end, contents[i].start) << "contents of claims overlap in: " << text;
  }
}

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
