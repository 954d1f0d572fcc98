#include <gmock/gmock.h>

#include "core/attribution/complementiser.h"
#include "core/attribution/explain_cue.h"
#include "core/attribution/language.h"

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

class ParsedClaimsOf : public testing::TestWithParam<Row> {};

TEST_P(ParsedClaimsOf, AreTheExpectedOnes) {
  ASSERT_NE(Language::english().syntax(), nullptr);
  EXPECT_THAT(lines_of(GetParam().text), testing::ElementsAreArray(GetParam().claims));
}

INSTANTIATE_TEST_SUITE_P(
    Inserted, ParsedClaimsOf,
    testing::Values(Row{"After the flood, the ministry said, the crews will leave the town.",
                        {"After the flood … the crews will leave the town | ministry"}},
                    Row{"In most villages, officials say, they have been told to wait.",
                        {"In most villages … they have been told to wait | officials"}},
                    Row{"The dam was built in 1950, records show.",
                        {"The dam was built in 1950 | records"}},
                    Row{"As the Tribune reported, the mayor sold the mill.",
                        {"the mayor sold the mill | Tribune"}}));

INSTANTIATE_TEST_SUITE_P(
    Extent, ParsedClaimsOf,
    testing::Values(
        Row{"When Ann Roth announced 600 layoffs, many workers left the hall.",
            {"600 layoffs | Ann Roth"}},
        Row{"\"It will hold,\" Ann Roth said on the podcast \"Rivers and Their Towns.\"",
            {"\"It will hold,\" | Ann Roth"}},
        Row{"A survey showed that 52 percent of voters said they would wait.",
            {"52 percent of voters said they would wait | survey"}},
        Row{"Ann Roth said the town wants a new bridge.",
            {"the town wants a new bridge | Ann Roth"}},
        Row{"Ann Roth praised the crews, and left the hall, according to police.",
            {"Ann Roth praised the crews, and left the hall | police"}}));

INSTANTIATE_TEST_SUITE_P(
    WithoutASpeaker, ParsedClaimsOf,
    testing::Values(Row{"In a poll of 800 voters released on Monday, 61 percent named the dam.",
                        {"61 percent named the dam | poll of 800 voters"}},
                    Row{"In a poll, Ann Roth said, 61 percent named the dam.",
                        {"In a poll … 61 percent named the dam | Ann Roth"}}));

TEST(Parsed, WhoIsDescribedBehindTheVerbIsOneSource) {
  const Reading reading =
      read("\"It will hold,\" said Ann Roth, an engineer who built the wall and lives in Derna.");
  ASSERT_EQ(reading.analysis.claims.size(), 1U);
  const Hop& hop = reading.analysis.claims[0].attribution.at(0);
  EXPECT_EQ(hop.source_span->of(reading.document.text),
            "Ann Roth, an engineer who built the wall and lives in Derna");
}

TEST(Parsed, SpeechGoesOnAlthoughTheSpeakerIsQuotedIndirectlyBetween) {
  EXPECT_THAT(lines_of("\"It will hold,\" said Ann Roth, who added that she had checked. \"We have "
                       "looked at every stone of it.\""),
              testing::Contains(testing::StartsWith(
                  "\"It will hold,\" … \"We have looked at every stone of it.\" | Ann Roth")));
}

TEST(Parsed, TurnsOfATranscriptAreSpeechToTheirEnd) {
  EXPECT_THAT(lines_of("ROTH: The dam held. Nobody said it would not.\n\nPOE: Did it hold?"),
              testing::ElementsAre("The dam held … Nobody said it would not. | ROTH",
                                   testing::StartsWith("Did it hold")));
  EXPECT_THAT(lines_of("11:40 a.m.\n\nThe dam held."), testing::IsEmpty());
}

TEST(Parsed, AListAsLongAsABookIsReadWithoutATree) {
  std::string text = "Roth said the dam held and ";
  for (int i = 0; i < 400; ++i) text += "the wall and ";
  EXPECT_FALSE(read(text + "the gate.").analysis.claims.empty());
}

TEST(Complementiser, BelongsToTheContentOfAnAttributionButNotToTheClaim) {
  const Reading reading = read("Roth said on Monday that the dam held. Poe said it broke.");
  ASSERT_EQ(reading.analysis.claims.size(), 2U);
  const auto spans = content_with_complementiser(reading.analysis.claims[0], reading.document.text);
  EXPECT_EQ(spans.at(0).of(reading.document.text), "that the dam held");
  EXPECT_EQ(reading.analysis.claims[0].content.at(0).of(reading.document.text), "the dam held");
  EXPECT_EQ(content_with_complementiser(reading.analysis.claims[1], reading.document.text),
            reading.analysis.claims[1].content);
}

TEST(ExplainCue, NamesTheEntryAndThePattern) {
  const Reading reading = read("\"It held,\" Ann Roth said. She denied that it leaked.");
  ASSERT_EQ(reading.analysis.claims.size(), 2U);
  const Hop& first = reading.analysis.claims[0].attribution.at(0);
  const auto said = explain_cue(reading.document, *first.cue_span);
  ASSERT_TRUE(said);
  EXPECT_THAT(said->entry, testing::StartsWith("verb say asserted quote clause"));
  EXPECT_EQ(said->pattern, "source before the cue, content before it");
  const Hop& second = reading.analysis.claims[1].attribution.at(0);
  EXPECT_THAT(explain_cue(reading.document, *second.cue_span)->entry,
              testing::StartsWith("verb deny denied"));
  EXPECT_FALSE(explain_cue(reading.document, *second.source_span));
  const auto mention = mention_before(reading.document.text, *second.source_span, "Ann Roth");
  ASSERT_TRUE(mention);
  EXPECT_EQ(mention->of(reading.document.text), "Ann Roth");
  EXPECT_FALSE(mention_before(reading.document.text, *first.source_span, "Ann Roth"));
}

TEST(Languages, OneWithoutDataIsNotGuessedAt) {
  Reading reading = read("Roth said the dam held on 4 May.");
  EXPECT_FALSE(reading.analysis.claims.empty());
  reading.document.language = "en-GB";
  EXPECT_EQ(analyse(reading.document).claims, reading.analysis.claims);
  reading.document.language = "de";
  EXPECT_TRUE(analyse(reading.document).claims.empty());
}

}  // namespace
}  // namespace claimtrail
