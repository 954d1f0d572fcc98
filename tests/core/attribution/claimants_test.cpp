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

// A wrong merge is worse than none.
INSTANTIATE_TEST_SUITE_P(
    Unsure, LastClaimantOf,
    testing::Values(
        Case{"He said the dam held.", "?"}, Case{"They claimed the dam held.", "?"},
        Case{"Ann Roe met Ben Roe. Roe said the dam held.", "Roe (named_person)"},
        Case{"Mayor Amy Poe left. He said the dam held.", "?"},
        Case{"The Ministry of Water said it held. The Ministry of War said it broke. The ministry "
             "said nobody fled.",
             "ministry (organization)"}));

TEST(Claimants, AliasesGoToTheConfiguredName) {
  const std::vector<ClaimantSettings> known = {
      {"Valery Gerasimov", ClaimantKind::named_person, {"Gen. Gerasimov", "Gerasimov"}},
      {"Ukrainian General Staff", ClaimantKind::organization, {"General Staff of Ukraine"}}};
  EXPECT_EQ(last_claimant("Gen. Gerasimov said it held.", known),
            "Valery Gerasimov (named_person)");
  EXPECT_EQ(last_claimant("The General Staff of Ukraine said it held.", known),
            "Ukrainian General Staff (organization)");
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

TEST(Claimants, AnAliasIsKnownWhateverItsApostrophe) {
  ClaimantSettings staff;
  staff.name = "Ukrainian General Staff";
  staff.aliases = {"Ukraine's General Staff"};
  EXPECT_EQ(last_claimant("Ukraine\u2019s General Staff said the town held.", {staff}),
            "Ukrainian General Staff (organization)");
}

}  // namespace
}  // namespace claimtrail
