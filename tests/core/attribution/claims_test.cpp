#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

class ClaimsOf : public testing::TestWithParam<Row> {};

TEST_P(ClaimsOf, AreTheExpectedOnes) {
  EXPECT_THAT(lines_of(GetParam().text), testing::ElementsAreArray(GetParam().claims));
}

INSTANTIATE_TEST_SUITE_P(
    DesignTable, ClaimsOf,
    testing::Values(
        Row{"Moscow has already launched attacks in the Sumy region in recent weeks.",
            {"Moscow has already launched attacks in the Sumy region in recent weeks | own voice"}},
        Row{"Ukrainian forces captured over 1,300 square kilometers of land, advancing largely "
            "unopposed.",
            {"Ukrainian forces captured over 1,300 square kilometers of land | own voice"}},
        Row{"Gerasimov praised the soldiers, stating they \"played a crucial role\".",
            {"they \"played a crucial role\" | Gerasimov"}},
        Row{"The mayor told Reuters that, according to police, 12 were hurt.",
            {"12 were hurt | police < mayor < Reuters"}},
        Row{"What happens next?", {}}, Row{"The ministry declined to comment.", {}},
        Row{"Ann Roe and Ben Poe said the bridge was closed.",
            {"the bridge was closed | Ann Roe + Ben Poe"}},
        Row{"The dam did not crack, Roth said.", {"not: The dam did not crack | Roth"}},
        Row{"Roth denied that the dam had cracked.", {"the dam had cracked | Roth (denied)"}}));

INSTANTIATE_TEST_SUITE_P(
    Order, ClaimsOf,
    testing::Values(
        Row{"Roth said that the dam held.", {"the dam held | Roth"}},
        Row{"Officials put the toll at 12.", {"the toll at 12 | Officials"}},
        Row{"The ministry puts the number of dead at about 40, the BBC reported.",
            {"the number of dead at about 40 | ministry < BBC"}},
        Row{"Roth puts the loss at dawn.", {}},
        Row{"Roth reported to the council by video link that the dam held.",
            {"the dam held | Roth"}},
        Row{"Roth reported to the council by video link that the lower valley was cleared.",
            {"the lower valley was cleared | Roth"}},
        Row{"The ministry puts the northern force in the valley at 15,000.",
            {"the northern force in the valley at 15,000 | ministry"}},
        Row{"Roth said the dam held.", {"the dam held | Roth"}},
        Row{"The dam held, Roth said.", {"The dam held | Roth"}},
        Row{"The dam held, said Roth, the engineer.", {"The dam held | Roth"}},
        Row{"The dam, Roth said, had held.", {"The dam … had held | Roth"}},
        Row{"\"The dam held,\" Roth said.", {"\"The dam held,\" | Roth"}},
        Row{"\"The dam held,\" said Roth.", {"\"The dam held,\" | Roth"}},
        Row{"\"The dam held,\" said Roth, \"and it will.\"",
            {"\"The dam held,\" … \"and it will.\" | Roth"}},
        Row{"Roth said: \"The dam held.\"", {"\"The dam held.\" | Roth"}},
        Row{"Roth, an engineer, said the dam held.", {"the dam held | Roth"}},
        Row{"Roth, who built the dam, said it had held.", {"it had held | Roth"}},
        Row{"Rep. Ann Roth (D-Ohio) said the dam held.", {"the dam held | Ann Roth"}},
        Row{"On Monday, the ministry said the dam held.", {"the dam held | ministry"}},
        Row{"Roth said on Monday in a statement that the dam held.", {"the dam held | Roth"}},
        Row{"Roth told reporters in Derna on Monday that the dam held.", {"the dam held | Roth"}},
        Row{"The operation, the army claimed, \"achieved most of its goals.\"",
            {"The operation … \"achieved most of its goals.\" | army (claimed)"}},
        Row{"According to the ministry, the dam held.", {"the dam held | ministry"}},
        Row{"The dam held, according to the ministry.", {"The dam held | ministry"}},
        Row{"The dam, according to the ministry, held.", {"The dam … held | ministry"}},
        Row{"As Roth put it, \"the dam is finished.\"", {"\"the dam is finished.\" | Roth"}},
        Row{"The ministry's claim that the dam was safe angered residents.",
            {"the dam was safe | ministry (claimed)"}},
        Row{"The army issued a statement saying the dam had held.", {"the dam had held | army"}},
        Row{"There were reports that the dam had cracked.", {"the dam had cracked | ? (claimed)"}},
        Row{"The strike was confirmed by the ministry.", {"The strike | ministry (confirmed)"}},
        Row{"The dam is expected to hold until May.",
            {"The dam … to hold until May | ? (predicted)"}},
        Row{"The agency reported on growing doubt in the town.",
            {"growing doubt in the town | agency"}},
        Row{"Roth warned of floods.", {"floods | Roth"}},
        Row{"The mayor learned from Gen. Roth that the town had fallen.",
            {"the town had fallen | Roth"}}));

INSTANTIATE_TEST_SUITE_P(
    Extent, ClaimsOf,
    testing::Values(
        Row{"Roth said the dam held, adding that nobody was hurt.",
            {"the dam held | Roth", "not: nobody was hurt | Roth"}},
        Row{"Roth said the dam held and accused the army of lies.",
            {"the dam held | Roth", "the army of lies | Roth (claimed)"}},
        Row{"Roth said the dam held, but Poe denied that it was safe.",
            {"the dam held | Roth", "it was safe | Poe (denied)"}},
        Row{"The army has cleared the town, Roth reported to the king on Monday, marking a turn.",
            {"The army has cleared the town | Roth"}},
        Row{"Roth said the shells hit the town, killing 12 people.",
            {"the shells hit the town, killing 12 people | Roth"}},
        Row{"Roth said the plan aimed to slow the enemy, stop raids, and free the town.",
            {"the plan aimed to slow the enemy, stop raids, and free the town | Roth"}},
        Row{"\"The dam held,\" Roth said. \"Nobody fled. We are lucky.\"",
            {"\"The dam held,\" … \"Nobody fled. We are lucky.\" | Roth"}},
        Row{"\"The dam held.\n\n\"Nobody fled,\" Roth said.",
            {"\"The dam held. … \"Nobody fled,\" | Roth"}},
        Row{"\"The dam held,\" Roth said. \"It was close.\n\n\"Then the rain stopped.\"",
            {"\"The dam held,\" … \"It was close. … \"Then the rain stopped.\" | Roth"}},
        Row{"Roth went on:\n\n\"Then the rain stopped.\"", {"\"Then the rain stopped.\" | Roth"}},
        Row{"Roth added:\n\n\"Then the rain stopped.\"", {"\"Then the rain stopped.\" | Roth"}},
        Row{"The ministry announced a ceasefire and left the talks.", {"a ceasefire | ministry"}},
        Row{"Roth said he believed the dam was safe.", {"he believed the dam was safe | Roth"}},
        Row{"Some have said they will not attend the talks and others have said they are bored.",
            {"not: they will not attend the talks | Some", "they are bored | others"}},
        Row{"\"It held,\" Roth said, adding he would rest.",
            {"\"It held,\" | Roth", "he would rest | Roth"}},
        Row{"''It held,'' Roth said. ''Nobody fled.''",
            {"''It held,'' \u2026 ''Nobody fled.'' | Roth"}},
        Row{"The dam held, Roth said on Saturday evening, hours after Poe left.",
            {"The dam held | Roth"}},
        Row{"Roth said the 83-year-old dam \"is finished.\"",
            {"the 83-year-old dam \"is finished.\" | Roth"}},
        Row{"Roth pledged to bolster its walls.", {"to bolster its walls | Roth"}},
        Row{"If Roth says the dam held, nobody will believe it.", {}},
        Row{"Asked about the dam, Roth said: \"It held.\"", {"\"It held.\" | Roth"}},
        Row{"Police said 12 people died; the hospital said 15.",
            {"12 people died | Police", "15 | hospital"}}));

TEST(Claims, KnowTheirManner) {
  const auto manner = [](const char* text) { return read(text).analysis.claims.at(0).manner; };
  EXPECT_EQ(manner("\"The dam held,\" Roth said."), Manner::direct);
  EXPECT_EQ(manner("\u201CThe dam held,\u201D said Roth."), Manner::direct);
  EXPECT_EQ(manner("Roth said the dam held."), Manner::indirect);
  EXPECT_EQ(manner("Roth said the dam \"held by a thread.\""), Manner::mixed);
  EXPECT_EQ(manner("Libya lost 12 bridges."), Manner::unattributed);
}

TEST(Claims, GiveSourceAndCueSpans) {
  const Reading reading = read("Chief of Staff Ann Roth has repeatedly said that the dam held.");
  ASSERT_EQ(reading.analysis.claims.size(), 1U);
  const Hop& hop = reading.analysis.claims[0].attribution.at(0);
  EXPECT_EQ(hop.source_span->of(reading.document.text), "Chief of Staff Ann Roth");
  EXPECT_EQ(hop.cue_span->of(reading.document.text), "has repeatedly said");
  EXPECT_EQ(reading.analysis.claims[0].span.of(reading.document.text), "the dam held");
}

}  // namespace
}  // namespace claimtrail
