#include <random>

#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Claim said_by(Claim claim, std::vector<Claimant> claimants) {
  claim.attribution.push_back(Hop{.claimants = std::move(claimants)});
  return claim;
}

TEST_P(StoredClaimsContract, ClaimantFilterTakesIdsAndPartsOfNamesInAnyHop) {
  Claim chain = said_by(make_claim("chain", kText, "Das"), {{"c-kyiv", "Kyiv"}});
  chain = said_by(chain, {{"c-reuters", "Reuters"}, {"c-röth", "Ana RÖTH"}});
  put("v1", "x 1", {chain, make_claim("own voice", kText, "Wasser")}, 10);
  EXPECT_THAT(found({.claimant = "c-kyiv"}), ElementsAre("chain"));
  EXPECT_THAT(found({.claimant = "REUT"}), ElementsAre("chain"));
  EXPECT_THAT(found({.claimant = "ana röth"}), ElementsAre("chain"));
  EXPECT_THAT(found({.claimant = "c-reut"}), IsEmpty());
  EXPECT_THAT(found({.claimant = "Moscow"}), IsEmpty());
  EXPECT_THAT(found({.claimant = "%"}), IsEmpty());
}

TEST_P(StoredClaimsContract, ClaimantFilterSeesTheNewestSightingOnly) {
  put("v1", "x 1", {said_by(make_claim("a", kText, "Das"), {{"c-1", "First"}})}, 10);
  put("v2", "x 1", {said_by(make_claim("a", kText, "Das"), {{"c-2", "Second"}})}, 20);
  EXPECT_THAT(found({.claimant = "First"}), IsEmpty());
  EXPECT_THAT(found({.claimant = "Second"}), ElementsAre("a"));
}

TEST_P(StoredClaimsContract, FiltersNarrowTogether) {
  Report other = make_report("r2", 40);
  other.outlet = "Other";
  store().put_report(other);
  store().add_revision(make_revision("w1", "r2", 40, "w"), "w");
  store().put_sightings("r2", "w1", "x 1", kText, {make_claim("c", kText, "Wasser")}, at(40));
  put("v1", "x 1", {make_claim("a", kText, "Wasser"), make_claim("b", kText, "Stadt")}, 10);
  put("v2", "x 1", {make_claim("late", kText, "Menschen")}, 20);
  store().put_links({{"a", -1, "q"}, {"b", 0, "q2"}, {"c", 3, "q"}});

  EXPECT_THAT(found({.report = "r2"}), ElementsAre("c"));
  EXPECT_THAT(found({.outlet = "Example News"}), ElementsAre("a", "late", "b"));
  EXPECT_THAT(found({.question = "q"}), ElementsAre("a", "c"));
  EXPECT_THAT(found({.question = "q", .outlet = "Other"}), ElementsAre("c"));
  EXPECT_THAT(found({.since = at(20)}), ElementsAre("late", "c"));
  EXPECT_THAT(found({.search = "Wasser", .since = at(20)}), ElementsAre("c"));
  EXPECT_THAT(found({.report = "r1", .search = "Wasser"}), ElementsAre("a"));
  EXPECT_THAT(found({.report = "none"}), IsEmpty());
  EXPECT_THAT(found({.outlet = "example news"}), IsEmpty());
  EXPECT_THAT(found({.question = "none"}), IsEmpty());
}

TEST_P(StoredClaimsContract, SearchFindsAllWordsInAnyOrder) {
  const std::string text =
      "More than 10,000 North Korean troops were deployed. The dam did not crack, Röth said. "
      "Don’t say AND or NEAR.";
  put("v1", "x 1",
      {make_claim("troops", text, "More than 10,000 North Korean troops were deployed"),
       make_claim("dam", text, "The dam did not crack, Röth said"),
       make_claim("and", text, "Don’t say AND or NEAR")},
      10, text);
  EXPECT_THAT(found({.search = "troops Korean"}), ElementsAre("troops"));
  EXPECT_THAT(found({.search = "TROOPS"}), ElementsAre("troops"));
  EXPECT_THAT(found({.search = "10,000"}), ElementsAre("troops"));
  EXPECT_THAT(found({.search = "000,10"}), IsEmpty());
  EXPECT_THAT(found({.search = "\"North Korean\""}), ElementsAre("troops"));
  EXPECT_THAT(found({.search = "\"Korean North\""}), IsEmpty());
  EXPECT_THAT(found({.search = "“Korean” – deployed!"}), ElementsAre("troops"));
  EXPECT_THAT(found({.search = "roth"}), ElementsAre("dam"));
  EXPECT_THAT(found({.search = "troops dam"}), IsEmpty());
  EXPECT_THAT(found({.search = "troop"}), IsEmpty());
  EXPECT_THAT(found({.search = "don't"}), ElementsAre("and"));
  EXPECT_THAT(found({.search = "AND"}), ElementsAre("and"));
  EXPECT_THAT(found({.search = "NEAR or"}), ElementsAre("and"));
}

TEST_P(StoredClaimsContract, SearchTakesNothingTypedAsAnOperator) {
  put("v1", "x 1", {make_claim("a", kText, "Das Wasser stieg")}, 10);
  for (const std::string typed : {"Wasser OR nothing",
                                  "Wasser NOT stieg",
                                  "NOT",
                                  "words : Wasser x",
                                  "{words} : nothing",
                                  "Wasser* nothing",
                                  "NEAR(Wasser stieg nothing)",
                                  "^nothing",
                                  "(",
                                  ")",
                                  "nothing)",
                                  "'",
                                  "\"nothing",
                                  "\"\" nothing",
                                  "--",
                                  "nothing; DROP TABLE claims",
                                  "?1 nothing",
                                  "–",
                                  "…",
                                  "\""}) {
    EXPECT_THAT(found({.search = typed}), IsEmpty()) << typed;
  }
  EXPECT_THAT(found({.search = "\"Wasser"}), ElementsAre("a"));
  EXPECT_THAT(found({.search = "Wasser\""}), ElementsAre("a"));
  EXPECT_THAT(found({.search = "(Wasser)"}), ElementsAre("a"));
  EXPECT_THAT(found({.search = "Was*"}), IsEmpty());
  EXPECT_THAT(found({.search = "Wasser - stieg"}), ElementsAre("a"));
  EXPECT_THAT(found({.search = std::string("Wasser\0stieg", 12)}), ElementsAre("a"));
  EXPECT_THAT(found({.search = "\xff\xfe Wasser"}).size(), testing::Le(1U));
}

TEST_P(StoredClaimsContract, SearchStandsAnyInput) {
  put("v1", "x 1", {make_claim("a", kText, "Das Wasser stieg")}, 10);
  const std::vector<std::string> pieces = {"\"",   "'",
                                           "*",    "(",
                                           ")",    "AND",
                                           "OR",   "NOT",
                                           "NEAR", "^",
                                           ":",    "-",
                                           "+",    "{",
                                           "}",    ",",
                                           " ",    "Wasser",
                                           "–",    "\t",
                                           "?",    "\\x",
                                           "\xc3", "ö",
                                           "1",    std::string(1, '\0')};
  std::mt19937 random(20250426);
  for (int round = 0; round < 2000; ++round) {
    std::string typed;
    const auto count = random() % 12;
    for (unsigned i = 0; i < count; ++i) typed += pieces[random() % pieces.size()];
    EXPECT_NO_THROW((void)found({.search = typed})) << testing::PrintToString(typed);
  }
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "Wasser ";
  EXPECT_THAT(found({.search = many}), ElementsAre("a"));
  EXPECT_THAT(found({.search = std::string(200'000, 'w')}), IsEmpty());
}

}  // namespace
}  // namespace claimtrail
