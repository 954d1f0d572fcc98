#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

class HopsOf : public testing::TestWithParam<Row> {};

TEST_P(HopsOf, AreInOrder) {
  EXPECT_THAT(lines_of(GetParam().text), testing::ElementsAreArray(GetParam().claims));
}

// Hop 0 is nearest the claim; an addressee is none, a medium is one.
INSTANTIATE_TEST_SUITE_P(
    Chains, HopsOf,
    testing::Values(
        Row{"Roth said the dam held.", {"the dam held | Roth"}},
        Row{"Roth told reporters the dam held.", {"the dam held | Roth"}},
        Row{"Gen. Roth reported to President Mbeki that the town had fallen.",
            {"the town had fallen | Roth"}},
        Row{"Roth told Reuters the dam held.", {"the dam held | Roth < Reuters"}},
        Row{"\"The dam held,\" Roth told the BBC.", {"\"The dam held,\" | Roth < BBC"}},
        Row{"Roth said in an interview with CNN on Monday that the dam held.",
            {"the dam held | Roth < CNN"}},
        Row{"The BBC, citing two officials, said that the dam held.",
            {"the dam held | two officials < BBC"}},
        Row{"The dam held, the BBC reported, citing police.", {"The dam held | police < BBC"}},
        Row{"The BBC reported that Kyiv said the dam held.", {"the dam held | Kyiv < BBC"}},
        Row{"Kyiv said the dam held, the BBC reported.", {"the dam held | Kyiv < BBC"}},
        Row{"Roth said the dam held, according to the BBC.", {"the dam held | Roth < BBC"}},
        Row{"Ann Roth, quoted by Reuters, said the dam held.",
            {"the dam held | Ann Roth < Reuters"}},
        Row{"Ann Roth was quoted by Reuters as saying the dam held.",
            {"the dam held | Ann Roth < Reuters"}},
        Row{"Ann Roth was quoted as saying the dam held.", {"the dam held | Ann Roth"}},
        Row{"According to the ministry's report seen by Reuters, the dam held.",
            {"the dam held | ministry's report < Reuters"}},
        Row{"Ann Roth said that Ben Poe had told her the dam was safe.",
            {"the dam was safe | Ben Poe < Ann Roth"}},
        Row{"The dam reportedly held on Monday.", {"The dam … held on Monday | ? (claimed)"}},
        Row{"It is said that the dam held.", {"the dam held | ? (claimed)"}},
        Row{"The dam is said to have held.", {"The dam … to have held | ? (claimed)"}},
        Row{"Ann Roth and Ben Poe said the dam held.", {"the dam held | Ann Roth + Ben Poe"}},
        Row{"Ann Roth, Ben Poe, and Cyd Ode said the dam held.",
            {"the dam held | Ann Roth + Ben Poe + Cyd Ode"}},
        Row{"Ann Roth, the mayor of Derna, and Ben Poe said the dam held.",
            {"the dam held | Ann Roth + Ben Poe"}},
        Row{"Ann Roth, a spokeswoman for the army, and Ben Poe said the dam held.",
            {"the dam held | Ann Roth + Ben Poe"}},
        Row{"The dam held, according to Ann Roth, Ben Poe, and Cyd Ode.",
            {"The dam held | Ann Roth + Ben Poe + Cyd Ode"}},
        Row{"\"The dam held,\" said Ann Roth, the mayor of Derna, and Ben Poe.",
            {"\"The dam held,\" | Ann Roth + Ben Poe"}},
        Row{"On Monday, Ann Roth, and Ben Poe said the dam held.", {"the dam held | Ben Poe"}},
        Row{"The flood rose, and Ben Poe said the dam held.", {"the dam held | Ben Poe"}},
        Row{"Ann Roth, the head of Safety and Water, said the dam held.",
            {"the dam held | Ann Roth"}},
        Row{"A statement by the ministry that the dam was safe came on Monday.",
            {"the dam was safe | ministry"}},
        Row{"The mayor told Reuters that, according to police, 12 were hurt.",
            {"12 were hurt | police < mayor < Reuters"}},
        Row{"Roth said he left because Poe told him the dam would break.",
            {"he left because Poe told him the dam would break | Roth"}}));

TEST(Hops, MediumAndCitedSourceHaveNoCue) {
  const Reading reading = read("Roth told Reuters the dam held.");
  const auto& hops = reading.analysis.claims.at(0).attribution;
  ASSERT_EQ(hops.size(), 2U);
  EXPECT_EQ(hops[0].cue_span->of(reading.document.text), "told");
  EXPECT_FALSE(hops[1].cue_span);
  EXPECT_EQ(hops[1].source_span->of(reading.document.text), "Reuters");
  EXPECT_EQ(hops[1].claimants.at(0).kind, ClaimantKind::outlet);
}

TEST(Hops, AWireCreditIsTheLastOne) {
  EXPECT_THAT(lines_of("DERNA, Libya (Reuters) - The dam held, Roth said.\n\nPoe denied that."),
              testing::ElementsAre("The dam held | Roth < Reuters"));
  EXPECT_THAT(
      lines_of("DERNA (Reuters) - The dam held, Roth said.\n\nPoe denied that it held."),
      testing::ElementsAre("The dam held | Roth < Reuters", "it held | Poe (denied) < Reuters"));
  EXPECT_THAT(lines_of("KYIV \u2014 The dam held, Roth said."),
              testing::ElementsAre("The dam held | Roth"));
}

TEST(Hops, ReportedlyHasNoSource) {
  const Reading reading = read("The dam reportedly held.");
  const Hop& hop = reading.analysis.claims.at(0).attribution.at(0);
  EXPECT_TRUE(hop.claimants.empty());
  EXPECT_FALSE(hop.source_span);
  EXPECT_EQ(hop.cue_span->of(reading.document.text), "reportedly");
}

}  // namespace
}  // namespace claimtrail
