#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

class LoneSpeechOf : public testing::TestWithParam<Row> {};

TEST_P(LoneSpeechOf, IsAClaim) {
  EXPECT_THAT(lines_of(GetParam().text), testing::ElementsAreArray(GetParam().claims));
}

INSTANTIATE_TEST_SUITE_P(
    WithoutASpeaker, LoneSpeechOf,
    testing::Values(Row{"\"The river took our bridge in one night.\"",
                        {"\"The river took our bridge in one night.\" | ?"}},
                    Row{"What happens next?\n\n\"The river took our bridge in one night.\"",
                        {"\"The river took our bridge in one night.\" | ?"}},
                    Row{"\"The river took 12 bridges in one night.\"",
                        {"\"The river took 12 bridges in one night.\" | ?"}},
                    Row{"Is this \"a failure of the whole valley\"?",
                        {"\"a failure of the whole valley\" | ?"}}));

INSTANTIATE_TEST_SUITE_P(
    OfWhoSpokeBefore, LoneSpeechOf,
    testing::Values(Row{"Ann Roth said the dam held. \"The river took our bridge in one night.\"",
                        {"the dam held | Ann Roth",
                         "\"The river took our bridge in one night.\" | Ann Roth"}},
                    Row{"\"The dam held,\" Ann Roth said. \"The river took our bridge.\"",
                        {"\"The dam held,\" … \"The river took our bridge.\" | Ann Roth"}}));

INSTANTIATE_TEST_SUITE_P(NoSpeech, LoneSpeechOf,
                         testing::Values(Row{"\"No comment.\"", {}},
                                         Row{"Is this a \"failure\"?", {}},
                                         Row{"Is “Rivers and Their Towns Today” here?", {}}));

TEST(LoneSpeech, WithoutASpeakerIsNotCheckable) {
  const Reading unnamed = read("\"The river took our bridge in one night.\"");
  const Reading named = read("\"The river took our bridge in one night,\" Ann Roth said.");
  ASSERT_EQ(unnamed.analysis.claims.size(), 1U);
  ASSERT_EQ(named.analysis.claims.size(), 1U);
  EXPECT_EQ(unnamed.analysis.claims[0].manner, Manner::direct);
  EXPECT_FALSE(unnamed.analysis.claims[0].checkable);
  EXPECT_TRUE(named.analysis.claims[0].checkable);
}

}  // namespace
}  // namespace claimtrail
