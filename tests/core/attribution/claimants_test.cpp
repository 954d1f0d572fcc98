#include "core/attribution/claimants.h"

#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

// "name (kind)" of hop 0 of the last claim.
std::string last_claimant(const std::string& text,
                          const std::vector<ClaimantSettings>& known = {}) {
  const Reading reading = read(text, {}, known);
  if (reading.analysis.claims.empty()) return "no claim";
  const Claim& claim = reading.analysis.claims.back();
  if (claim.attribution.empty()) return "own voice";
  if (claim.attribution[0].claimants.empty()) return "?";
  const Claimant& claimant = claim.attribution[0].claimants[0];
  return claimant.name + " (" + to_string(claimant.kind) + ")";
}

struct Case {
  const char* text;
  const char* claimant;
};
void PrintTo(const Case& value, std::ostream* out) { *out << value.text; }

class LastClaimantOf : public testing::TestWithParam<Case> {};

TEST_P(LastClaimantOf, IsTheExpectedOne) {
  EXPECT_EQ(last_claimant(GetParam().text), GetParam().claimant);
}

INSTANTIATE_TEST_SUITE_P(
    Names, LastClaimantOf,
    testing::Values(
        Case{"Chief of Staff Valery Gerasimov said the town fell.",
             "Valery Gerasimov (named_person)"},
        Case{"Russian President Vladimir Putin said the town fell.",
             "Vladimir Putin (named_person)"},
        Case{"Campaign manager Amy Poe said the town fell.", "Amy Poe (named_person)"},
        Case{"The mayor, Amy Poe, said the dam held.", "Amy Poe (named_person)"},
        Case{"Amy Poe, a spokeswoman for the army, said the dam held.", "Amy Poe (named_person)"},
        Case{"Secretary of State Amy Poe said the dam held.", "Amy Poe (named_person)"},
        Case{"Former President Bill Law said the dam held.", "Bill Law (named_person)"},
        Case{"Lawmaker Han Seo-yeon said the dam held.", "Han Seo-yeon (named_person)"},
        Case{"In Derna, Roe Jong Un said the dam held.", "Roe Jong Un (named_person)"},
        Case{"The Joint Chiefs of Staff said the dam held.",
             "Joint Chiefs of Staff (organization)"},
        Case{"Police Commissioner Ben Roth said the dam held.", "Ben Roth (named_person)"},
        Case{"Mayor Jo-Ann Roe said the dam held.", "Jo-Ann Roe (named_person)"},
        Case{"In Derna, Bolt Steel said the dam held.", "Bolt Steel (organization)"},
        Case{"In Derna, the Red Cross said the dam held.", "Red Cross (organization)"},
        Case{"Gen. Okello said the town fell.", "Okello (named_person)"},
        Case{"The Russian army said the town fell.", "Russian army (organization)"},
        Case{"Ukraine's military General Staff said the town fell.",
             "Ukraine's military General Staff (organization)"},
        Case{"South Korean and Western intelligence claim that the town fell.",
             "South Korean and Western intelligence (organization)"},
        Case{"Moscow said the town fell.", "Moscow (organization)"},
        Case{"The New York Times reported that the town fell.", "New York Times (outlet)"},
        Case{"The governor said the dam held.", "governor (role)"},
        Case{"Residents said the dam held.", "Residents (group)"},
        Case{"Three officials said the dam held.", "Three officials (anonymous)"},
        Case{"A person familiar with the matter said the dam held.",
             "person familiar with the matter (anonymous)"},
        Case{"The report said the dam held.", "report (document)"}));

INSTANTIATE_TEST_SUITE_P(
    Mentions, LastClaimantOf,
    testing::Values(
        Case{"Mayor Amy Poe said the dam held. Poe said nobody fled.", "Amy Poe (named_person)"},
        Case{"Mayor Amy Poe said the dam held. She said nobody fled.", "Amy Poe (named_person)"},
        Case{"Amy Poe met Ben Roth. He said the dam held.", "Ben Roth (named_person)"},
        Case{"Mayor Amy Poe came late. The mayor said the dam held.", "Amy Poe (named_person)"},
        Case{"The General Staff of Libya said the dam held. They claimed nobody fled.",
             "General Staff of Libya (organization)"},
        Case{"The Ministry of Water said the dam held. The ministry added that nobody fled.",
             "Ministry of Water (organization)"},
        Case{"The report said the dam held. It added that nobody fled.", "report (document)"},
        Case{"Amy Poe, who built the dam, watched. Ben Roth, who did not, said it held.",
             "Ben Roth (named_person)"}));

INSTANTIATE_TEST_SUITE_P(
    Offices, LastClaimantOf,
    testing::Values(
        Case{"Russian Defense Minister Ivan Petrov came late on Monday. The defense minister said "
             "it held.",
             "Ivan Petrov (named_person)"},
        Case{"Ann Roe, the mayor of Derna, came late. The mayor said the dam held.",
             "Ann Roe (named_person)"},
        Case{"Gen. Ivan Petrov came late. The general said the dam held.",
             "Ivan Petrov (named_person)"},
        Case{"Deputy Mayor Ann Roe came late. The deputy mayor said the dam held.",
             "Ann Roe (named_person)"},
        Case{"Amy Poe, a spokeswoman for the army, came late. The spokeswoman said it held.",
             "Amy Poe (named_person)"}));

INSTANTIATE_TEST_SUITE_P(
    ShortForms, LastClaimantOf,
    testing::Values(
        Case{"The International Dam Safety Agency (IDSA) was late. The IDSA said the dam held.",
             "International Dam Safety Agency (organization)"},
        Case{"The Derna Water Board met. The DWB said the dam held.",
             "Derna Water Board (organization)"},
        Case{"The Ministry of Water built it. The ministry said the dam held.",
             "Ministry of Water (organization)"},
        Case{"The Libyan Ministry of Water built it. The Water Ministry said the dam held.",
             "Libyan Ministry of Water (organization)"},
        Case{"A boat sank, the Derna Times wrote. The Times reported that the dam held.",
             "Derna Times (outlet)"},
        Case{"A boat sank, the Derna Post wrote. The Post reported that the dam held.",
             "Derna Post (outlet)"},
        Case{"Ann Roe of the Derna Daily News left. The Daily News reported that the dam held.",
             "Derna Daily News (outlet)"},
        Case{"The Joint Chiefs of Staff met. The Joint Chiefs said the dam held.",
             "Joint Chiefs of Staff (organization)"},
        Case{"The National Dam Service said it held. Ann Roth fled. She left, she said. The agency "
             "said nobody else fled.",
             "National Dam Service (organization)"},
        Case{"The Derna Water Board met. The National Dam Service said it held. The agency said it "
             "was old. Ann Roth fled. The flood rose. The agency said nobody else fled.",
             "National Dam Service (organization)"},
        Case{"Acme Corp. said it was late. The company added that the dam held.",
             "Acme Corp. (organization)"},
        Case{"The Organization for Safe Dams said the dam held.",
             "Organization for Safe Dams (organization)"},
        Case{"Ann B. Roe met Ben Poe. Ann Roe said the dam held.", "Ann B. Roe (named_person)"},
        Case{"Ann Roe met Ben Roe. Mrs. Roe said the dam held.", "Ann Roe (named_person)"},
        Case{"Ben Roe met Ben Roe Jr. in Derna. Roe said the dam held.",
             "Ben Roe (named_person)"}));

INSTANTIATE_TEST_SUITE_P(
    Pronouns, LastClaimantOf,
    testing::Values(
        Case{"The governor said the dam held. He said nobody fled.", "governor (role)"},
        Case{"A spokeswoman said the dam held. She said nobody fled.", "spokeswoman (role)"},
        Case{"An official said the dam held. He said nobody fled.", "official (anonymous)"},
        Case{"Mayor Amy Poe said the dam held. Her lawyer said nobody fled.",
             "Amy Poe's lawyer (role)"},
        Case{"Residents said the dam held. They said nobody fled.", "Residents (group)"},
        Case{"Kyiv said the dam held. It said nobody fled.", "Kyiv (organization)"},
        Case{"Ben Roth and Amy Poe said the dam held. She said nobody fled.",
             "Amy Poe (named_person)"}));

INSTANTIATE_TEST_SUITE_P(
    Vehicles, LastClaimantOf,
    testing::Values(Case{"A statement from the ministry said the dam held.",
                         "ministry (organization)"},
                    Case{"The ministry's statement said the dam held.", "ministry (organization)"},
                    Case{"A report by the ministry said the dam held.", "report (document)"},
                    Case{"The statement said the dam held.", "statement (document)"}));

// A wrong merge is worse than none.
INSTANTIATE_TEST_SUITE_P(
    Unsure, LastClaimantOf,
    testing::Values(
        Case{"He said the dam held.", "?"}, Case{"They claimed the dam held.", "?"},
        Case{"Ann Roe met Ben Roe. Roe said the dam held.", "Roe (named_person)"},
        Case{"Mayor Amy Poe left. He said the dam held.", "?"},
        Case{"The Ministry of Water said it held. The Ministry of War said it broke. The ministry "
             "said nobody fled.",
             "ministry (organization)"},
        Case{"Deputy Mayor Ann Roe left. The mayor said the dam held.", "mayor (role)"},
        Case{"Former Mayor Ann Roe left. The mayor said the dam held.", "mayor (role)"},
        Case{"Mayor Ann Roe left. A mayor said the dam held.", "mayor (role)"},
        Case{"Mayor Ann Roe met Mayor Ben Poe. The mayor said the dam held.", "mayor (role)"},
        Case{"Mayor Ann Roe left. The mayor of Sirte said the dam held.", "mayor of Sirte (role)"},
        Case{"Ann B. Roe met Ann C. Roe. Roe said the dam held.", "Roe (named_person)"},
        Case{"The White House was silent. The House said the dam held.", "House (organization)"},
        Case{"The Senate Water Committee met. The Senate said the dam held.",
             "Senate (organization)"},
        Case{"Acme Corp. said it was late. Bolt Corp. was silent. The company said the dam held.",
             "company (organization)"},
        Case{"The Derna Water Board met the Derna Weir Board. The DWB said the dam held.",
             "DWB (organization)"},
        Case{"The International Derna Times closed. The Derna Times reported that the dam held.",
             "Derna Times (outlet)"},
        Case{"Ann Roe's campaign said it held. Ben Poe lost. He left. She left. It rained. The "
             "campaign said nobody fled.",
             "campaign (organization)"},
        Case{"Ben Roe came late. The younger Mr. Roe said the dam held.",
             "younger Mr. Roe (named_person)"},
        Case{"The National Dam Service said it held. The Derna Water Board met. Ann Roth left, she "
             "said. The agency said nobody fled.",
             "agency (organization)"},
        Case{"The National Dam Service said it held. The agency said it was old. The Derna Water "
             "Board met. The agency said nobody fled.",
             "agency (organization)"},
        Case{"The spokeswoman said the dam held. He said nobody fled.", "?"},
        Case{"Amy Poe met the army. It said the dam held.", "?"}));

TEST(Claimants, AliasesGoToTheConfiguredName) {
  const std::vector<ClaimantSettings> known = {
      {"Valery Gerasimov", ClaimantKind::named_person, {"Gen. Gerasimov", "Gerasimov"}},
      {"Ukrainian General Staff", ClaimantKind::organization, {"General Staff of Ukraine"}}};
  EXPECT_EQ(last_claimant("Gen. Gerasimov said it held.", known),
            "Valery Gerasimov (named_person)");
  EXPECT_EQ(last_claimant("The General Staff of Ukraine said it held.", known),
            "Ukrainian General Staff (organization)");
}

TEST(Claimants, WhoTheReportNamesOutranksAnAlias) {
  const std::vector<ClaimantSettings> known = {
      {"Valery Gerasimov", ClaimantKind::named_person, {"Gerasimov"}}};
  EXPECT_EQ(last_claimant("In Derna, Gerasimov said it held.", known),
            "Valery Gerasimov (named_person)");
  EXPECT_EQ(last_claimant("Anna Gerasimov came late. Gerasimov said it held.", known),
            "Anna Gerasimov (named_person)");
  EXPECT_EQ(last_claimant("Anna Gerasimov came late to see Olga Gerasimov. Gerasimov said it held.",
                          known),
            "Gerasimov (named_person)");
}

TEST(Claimants, AnArticleAloneIsNoSource) {
  for (const Claim& claim :
       read("Herald.Officers came around 7:30 bus. Street.The alleged thief,").analysis.claims) {
    for (const Hop& hop : claim.attribution) {
      for (const Claimant& claimant : hop.claimants) EXPECT_NE(claimant.name, "The");
    }
  }
}

TEST(Claimants, IdsComeFromTheFoldedName) {
  EXPECT_EQ(claimant_id("Valery Gerasimov"), claimant_id("VALERY GERASIMOV"));
  EXPECT_NE(claimant_id("Valery Gerasimov"), claimant_id("Gerasimov"));
  const Reading one = read("Mayor Amy Poe said the dam held.");
  const Reading other = read("Amy Poe, the mayor, denied that it broke.");
  EXPECT_EQ(one.analysis.claims.at(0).attribution.at(0).claimants.at(0).id,
            other.analysis.claims.at(0).attribution.at(0).claimants.at(0).id);
}

TEST(Claimants, OneArmOfAStateHasOneIdHoweverItIsWritten) {
  const std::string id = claimant_id("Ukrainian General Staff");
  for (const auto* name : {"General Staff of Ukraine", "Ukraine's General Staff",
                           "Ukraine\u2019s General Staff", "the Ukrainian General Staff"}) {
    EXPECT_EQ(claimant_id(name), id) << name;
  }
  EXPECT_EQ(claimant_id("Russia's Defense Ministry"), claimant_id("Russian Ministry of Defence"));
  EXPECT_NE(claimant_id("Russian General Staff"), id);
  EXPECT_NE(claimant_id("Ukraine's military General Staff"), id);
}

TEST(Claimants, WellKnownInitialsHaveTheIdOfTheName) {
  EXPECT_EQ(claimant_id("U.N."), claimant_id("United Nations"));
  EXPECT_EQ(claimant_id("UN Security Council"), claimant_id("United Nations Security Council"));
  EXPECT_NE(claimant_id("UN"), claimant_id("UNHCR"));
}

TEST(Claimants, NamesThatOnlyLookAlikeStayApart) {
  EXPECT_NE(claimant_id("Bank of China"), claimant_id("Chinese Bank"));
  EXPECT_NE(claimant_id("American Airlines"), claimant_id("U.S. Airlines"));
  EXPECT_NE(claimant_id("McDonald's"), claimant_id("McDonald"));
  EXPECT_NE(claimant_id("University of Derna"), claimant_id("Derna University"));
}

TEST(Claimants, AnAliasIsKnownInEveryFormOfItsName) {
  const std::vector<ClaimantSettings> known = {
      {"Ukrainian General Staff", ClaimantKind::organization, {}},
      {"Reuters News", ClaimantKind::outlet, {"Reuters"}}};
  const Reading reading =
      read("KYIV (Reuters) - The General Staff of Ukraine said the town held.", {}, known);
  const auto& hops = reading.analysis.claims.at(0).attribution;
  ASSERT_EQ(hops.size(), 2U);
  EXPECT_EQ(hops[0].claimants.at(0).name, "Ukrainian General Staff");
  EXPECT_EQ(hops[1].claimants.at(0).name, "Reuters News");
}

TEST(Claimants, AnAliasIsKnownWhateverItsApostrophe) {
  ClaimantSettings staff;
  staff.name = "Ukrainian General Staff";
  staff.aliases = {"Ukraine's General Staff"};
  EXPECT_EQ(last_claimant("Ukraine\u2019s General Staff said the town held.", {staff}),
            "Ukrainian General Staff (organization)");
}

}  // namespace
}  // namespace claimtrail
