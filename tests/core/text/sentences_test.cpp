#include <gmock/gmock.h>

#include "core/text/tokens.h"

namespace claimtrail {
namespace {

std::vector<std::string> sentences(std::string_view text, const std::vector<Span>& blocks = {}) {
  const TokenizedText taken = take_apart(text, blocks);
  std::vector<std::string> result;
  for (const Sentence& sentence : taken.sentences) result.emplace_back(sentence.span.of(text));
  return result;
}

struct Case {
  const char* text;
  std::vector<std::string> sentences;
};

class SentencesOf : public testing::TestWithParam<Case> {};

TEST_P(SentencesOf, AreTheExpectedOnes) {
  EXPECT_THAT(sentences(GetParam().text), testing::ElementsAreArray(GetParam().sentences));
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, SentencesOf,
    testing::Values(
        Case{"It rained. Roads closed.", {"It rained.", "Roads closed."}},
        Case{"The U.S. Army left.", {"The U.S. Army left."}},
        Case{"They left the U.S. The army stayed.", {"They left the U.S.", "The army stayed."}},
        Case{"So said Police Comm. Amy Roe.", {"So said Police Comm. Amy Roe."}},
        Case{"Sen. Amy Roe met Gen. T. Ode, e.g. Monday.",
             {"Sen. Amy Roe met Gen. T. Ode, e.g. Monday."}},
        Case{"It began at 5 a.m. Nobody slept. He left at 6 p.m. He slept.",
             {"It began at 5 a.m. Nobody slept.", "He left at 6 p.m.", "He slept."}},
        Case{"\"It failed.\" He left.", {"\"It failed.\"", "He left."}},
        Case{"\u201CIt failed. We ran,\u201D he said.",
             {"\u201CIt failed.", "We ran,\u201D he said."}},
        Case{"\"Why?\" she asked. \"Because!\"", {"\"Why?\" she asked.", "\"Because!\""}},
        Case{"Profit rose 1.5 percent. It fell.", {"Profit rose 1.5 percent.", "It fell."}},
        Case{"Acme Inc. sold it. He owns Acme Inc. It grew.",
             {"Acme Inc. sold it.", "He owns Acme Inc.", "It grew."}},
        Case{"Wait \u2026 what? Yes.", {"Wait \u2026 what?", "Yes."}},
        Case{"Headline without a stop\nThe body has one.",
             {"Headline without a stop", "The body has one."}},
        Case{"One.\n\nTwo", {"One.", "Two"}},
        Case{"(It was late.) They slept.", {"(It was late.)", "They slept."}},
        Case{"It ended.The next day came.", {"It ended.", "The next day came."}}, Case{"", {}},
        Case{" \n \n", {}}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, SentencesOf,
    testing::Values(
        Case{"J. R. R. Roe met Mr. Ode in St. Louis.", {"J. R. R. Roe met Mr. Ode in St. Louis."}},
        Case{"It fell on Jan. 5. Roads closed.", {"It fell on Jan. 5.", "Roads closed."}},
        Case{"The U.S.-led force left.", {"The U.S.-led force left."}},
        Case{"He has a Ph.D. She has none.", {"He has a Ph.D.", "She has none."}},
        Case{"Gen. Roe of the U.N. said so.", {"Gen. Roe of the U.N. said so."}},
        Case{"See example.org. It helps.", {"See example.org.", "It helps."}},
        Case{"Really?! He left!! So did she.", {"Really?!", "He left!!", "So did she."}},
        Case{"It is No. 5 on the list. Good.", {"It is No. 5 on the list.", "Good."}},
        Case{"Smith vs. Roe ended. Both left.", {"Smith vs. Roe ended.", "Both left."}},
        Case{"It rose 3.5 per cent.\u00A0It fell.", {"It rose 3.5 per cent.", "It fell."}},
        Case{"Ann Roe Jr. left. Ben Roe Sr. stayed.", {"Ann Roe Jr. left.", "Ben Roe Sr. stayed."}},
        Case{"\u201CIt held.\u201D \u201CDid it?\u201D",
             {"\u201CIt held.\u201D", "\u201CDid it?\u201D"}},
        Case{"He said \u2018no.\u2019 She said yes.",
             {"He said \u2018no.\u2019", "She said yes."}}));

TEST(Sentences, HardWrappedLinesAreOneParagraph) {
  const std::string text =
      "The council voted late on Monday to close the old bridge and to\n"
      "send all traffic over the new one until the repairs are done in\n"
      "spring.";
  EXPECT_EQ(sentences(text).size(), 1U);
  EXPECT_EQ(take_apart(text, {}).paragraphs.size(), 1U);
}

TEST(Sentences, NeverCrossABlock) {
  EXPECT_THAT(sentences("No stop here and more", {{0, 12}, {12, 21}}),
              testing::ElementsAre("No stop here", "and more"));
}

TEST(Sentences, AreFoundByByteAndKnowTheirParagraph) {
  const TokenizedText taken = take_apart("One. Two.\n\nThree.", {});
  EXPECT_EQ(taken.sentence_at(0), 0U);
  EXPECT_EQ(taken.sentence_at(6), 1U);
  EXPECT_EQ(taken.sentence_at(4), taken.sentences.size());
  EXPECT_EQ(taken.sentences[2].paragraph, 1U);
}

}  // namespace
}  // namespace claimtrail
