#include <stdexcept>

#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(StoredClaimsContract, ClaimKeepsEveryField) {
  const Claim claim = make_full_claim("a", kText);
  put("v1", "x 1", {claim}, 10);
  reopen();
  const auto stored = store().claim("a");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->claim, claim);
  EXPECT_EQ(stored->report, "r1");
  EXPECT_EQ(stored->revision, "v1");
  EXPECT_EQ(stored->extractor, "x 1");
  EXPECT_EQ(stored->review_state, "unreviewed");
  EXPECT_EQ(stored->first_seen, at(10));
  EXPECT_EQ(stored->last_seen, at(10));
  EXPECT_FALSE(stored->gone_since);
  EXPECT_EQ(stored->statement_question, "");
  EXPECT_THAT(stored->figure_questions, ElementsAre("", ""));
  EXPECT_EQ(stored->exact, exact_words(claim, kText));
  ASSERT_EQ(stored->content_exact.size(), claim.content.size());
  for (std::size_t i = 0; i < claim.content.size(); ++i) {
    EXPECT_EQ(stored->content_exact[i], claim.content[i].of(kText));
  }
}

TEST_P(StoredClaimsContract, PrefixAndSuffixAreUpTo32WholeCharacters) {
  put("v1", "x 1",
      {make_claim("middle", kText, "sagte"), make_claim("start", kText, "Das"),
       make_claim("end", kText, "Stadt.")},
      10);
  const auto middle = store().claim("middle");
  EXPECT_EQ(middle->prefix, "Das Wasser stieg – ‘schnell’ – ");
  EXPECT_EQ(middle->suffix, " Ana Röth dem Sender; 10,000 Men");
  EXPECT_EQ(store().claim("start")->prefix, "");
  EXPECT_EQ(store().claim("start")->suffix, " Wasser stieg – ‘schnell’ – sagt");
  EXPECT_EQ(store().claim("end")->prefix, " 10,000 Menschen flohen aus der ");
  EXPECT_EQ(store().claim("end")->suffix, "");
}

TEST_P(StoredClaimsContract, ClaimsComeByReportFirstSeenThenReportThenPlace) {
  store().put_report(make_report("a-late", 50));
  store().put_report(make_report("b-early", 5));
  store().put_report(make_report("a-early", 5));
  int number = 0;
  for (const std::string report : {"a-late", "b-early", "a-early"}) {
    const std::string revision = "w" + std::to_string(number++);
    store().add_revision(make_revision(revision, report, 60, report), report);
    store().put_sightings(
        report, revision, "x 1", kText,
        {make_claim(report + " 2", kText, "Stadt"), make_claim(report + " 1", kText, "Wasser")},
        at(60));
  }
  put("v1", "x 1", {make_claim("mid", kText, "Wasser")}, 10);
  EXPECT_THAT(found(), ElementsAre("a-early 1", "a-early 2", "b-early 1", "b-early 2", "mid",
                                   "a-late 1", "a-late 2"));
}

TEST_P(StoredClaimsContract, ClaimsAtOnePlaceComeByEndThenId) {
  put("v1", "x 1",
      {make_claim("c", kText, "Das Wasser stieg"), make_claim("b", kText, "Das Wasser"),
       make_claim("a", kText, "Das Wasser")},
      10);
  EXPECT_THAT(found(), ElementsAre("a", "b", "c"));
  EXPECT_THAT(ids(store().sightings("v1", "x 1")), ElementsAre("a", "b", "c"));
}

TEST_P(StoredClaimsContract, PutAgainReplacesWhatThePairHeld) {
  const Claim kept = make_full_claim("kept", kText);
  put("v1", "x 1", {kept, make_claim("dropped", kText, "Wasser")}, 10);
  Claim changed = kept;
  changed.attribution.pop_back();
  changed.figures.erase(changed.figures.begin());
  put("v1", "x 1", {changed, make_claim("new", kText, "Menschen")}, 10);
  EXPECT_THAT(found(), testing::UnorderedElementsAre("kept", "new"));
  EXPECT_EQ(store().claim("kept")->claim, changed);
  EXPECT_FALSE(store().claim("dropped"));
  EXPECT_THAT(found({.search = "Wasser"}), testing::Not(testing::Contains("dropped")));
  put("v1", "x 1", {}, 10);
  EXPECT_THAT(found(), IsEmpty());
  EXPECT_THAT(found({.search = "Menschen"}), IsEmpty());
}

TEST_P(StoredClaimsContract, PutTwiceIsTheSameAsOnce) {
  const std::vector<Claim> claims = {make_full_claim("a", kText), make_claim("b", kText, "Stadt")};
  put("v1", "x 1", claims, 10);
  store().set_review_state("a", "accepted");
  store().put_links({{"a", 1, "q"}});
  put("v1", "x 1", claims, 10);
  EXPECT_EQ(store().claim("a")->claim, claims[0]);
  EXPECT_EQ(store().claim("a")->review_state, "accepted");
  EXPECT_THAT(store().claim("a")->figure_questions, ElementsAre("", "q"));
  EXPECT_EQ(store().sightings_of("a").size(), 1U);
  EXPECT_THAT(found({.search = "Stadt"}), ElementsAre("b"));
  EXPECT_THAT(found({.search = "Wass"}), ElementsAre("a"));
}

TEST_P(StoredClaimsContract, NewestRevisionIsShownWhateverTheOrderOfPutting) {
  const std::string other = "Das Wasser stieg langsam.";
  put("v2", "x 1", {make_claim("a", other, "Wasser stieg langsam")}, 20, other);
  put("v1", "x 1", {make_claim("a", kText, "Wasser stieg")}, 10);
  const auto stored = store().claim("a");
  EXPECT_EQ(stored->revision, "v2");
  EXPECT_EQ(stored->exact, "Wasser stieg langsam");
  EXPECT_EQ(stored->first_seen, at(10));
  EXPECT_EQ(stored->last_seen, at(20));
  EXPECT_THAT(found({.search = "langsam"}), ElementsAre("a"));
}

TEST_P(StoredClaimsContract, OfOneSecondTheRevisionThatWasAddedLaterIsTheNewest) {
  for (const char* id : {"w-first", "a-second"}) {
    store().add_revision(make_revision(id, "r1", 30, id), id);
  }
  put("a-second", "x 1", {make_claim("a", kText, "Wasser")}, 30);
  put("w-first", "x 1", {make_claim("a", kText, "Wasser stieg")}, 30);
  EXPECT_EQ(store().claim("a")->revision, "a-second");
  store().touch_claims("r1", at(90));
  EXPECT_EQ(store().claim("a")->last_seen, at(90));
}

TEST_P(StoredClaimsContract, NewestExtractorIsShownEvenInAnOlderRevision) {
  put("v1", "claimtrail 0.9.0, en 1", {make_claim("a", kText, "Wasser")}, 10);
  put("v2", "claimtrail 0.9.0, en 1", {make_claim("a", kText, "Wasser")}, 20);
  put("v1", "claimtrail 0.10.0, en 1", {make_claim("a", kText, "Das Wasser")}, 10);
  EXPECT_EQ(store().claim("a")->extractor, "claimtrail 0.10.0, en 1");
  EXPECT_EQ(store().claim("a")->exact, "Das Wasser");
  // Reading again with the older one changes nothing of that.
  put("v2", "claimtrail 0.9.0, en 1", {make_claim("a", kText, "Wasser")}, 20);
  EXPECT_EQ(store().claim("a")->extractor, "claimtrail 0.10.0, en 1");
}

TEST_P(StoredClaimsContract, ClaimsThatANewerExtractorNoLongerReadsAreSuperseded) {
  put("v1", "x 1", {make_claim("old", kText, "Wasser"), make_claim("both", kText, "Stadt")}, 10);
  put("v1", "x 2", {make_claim("both", kText, "der Stadt"), make_claim("new", kText, "Menschen")},
      10);
  EXPECT_THAT(found(), ElementsAre("new", "both"));
  EXPECT_THAT(found({.search = "Wasser"}), IsEmpty());
  // It stays on record, and is back when the newer reading finds it after all.
  EXPECT_EQ(store().claim("old")->extractor, "x 1");
  EXPECT_THAT(ids(store().sightings("v1", "x 1")), ElementsAre("old", "both"));
  put("v1", "x 2", {make_claim("old", kText, "Wasser")}, 10);
  EXPECT_THAT(found(), ElementsAre("old"));
  EXPECT_EQ(store().claim("both")->extractor, "x 1");
}

TEST_P(StoredClaimsContract, OlderRevisionsThatWereNotReadAnewKeepTheirClaims) {
  put("v1", "x 1", {make_claim("gone", kText, "Wasser"), make_claim("stays", kText, "Stadt")}, 10);
  put("v2", "x 2", {make_claim("stays", kText, "Stadt")}, 20);
  EXPECT_THAT(found(), ElementsAre("gone", "stays"));
}

TEST_P(StoredClaimsContract, SightingsOfAClaimComeOldestRevisionFirst) {
  put("v2", "x 2", {make_claim("a", kText, "Wasser")}, 20);
  put("v2", "x 1", {make_claim("a", kText, "Wasser stieg")}, 20);
  put("v1", "x 1", {make_claim("a", kText, "Das Wasser")}, 10);
  const auto rows = store().sightings_of("a");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].revision, "v1");
  EXPECT_EQ(rows[0].claim.exact, "Das Wasser");
  EXPECT_EQ(rows[1].revision, "v2");
  EXPECT_EQ(rows[1].extractor, "x 1");
  EXPECT_EQ(rows[1].claim.revision, "v2");
  EXPECT_EQ(rows[2].extractor, "x 2");
  EXPECT_THAT(store().sightings_of("none"), IsEmpty());
  EXPECT_THAT(store().sightings("v3", "x 1"), IsEmpty());
  EXPECT_FALSE(store().claim("none"));
}

TEST_P(StoredClaimsContract, GoneIsSaidOnceAndTakenBackByALaterSighting) {
  put("v1", "x 1", {make_claim("a", kText, "Wasser")}, 10);
  store().mark_gone({"a"}, at(20));
  store().mark_gone({"a", "none"}, at(30));
  EXPECT_EQ(store().claim("a")->gone_since, at(20));
  EXPECT_EQ(store().claim("a")->last_seen, at(10));
  EXPECT_THAT(found(), ElementsAre("a"));
  EXPECT_THAT(found({.include_gone = false}), IsEmpty());
  EXPECT_THAT(found({.search = "wasser"}), ElementsAre("a"));
  EXPECT_THAT(found({.search = "wasser", .include_gone = false}), IsEmpty());
  // Reading the old capture again is no sign of life, a later capture is.
  put("v1", "x 2", {make_claim("a", kText, "Wasser")}, 10);
  EXPECT_EQ(store().claim("a")->gone_since, at(20));
  put("v3", "x 2", {make_claim("a", kText, "Wasser")}, 30);
  EXPECT_FALSE(store().claim("a")->gone_since);
  EXPECT_EQ(store().claim("a")->last_seen, at(30));
  // And a claim that a later capture showed was not gone before it.
  store().mark_gone({"a"}, at(20));
  EXPECT_FALSE(store().claim("a")->gone_since);
}

TEST_P(StoredClaimsContract, TouchReachesTheClaimsOfTheNewestRevisionOnly) {
  put("v1", "x 1", {make_claim("gone", kText, "Wasser"), make_claim("stays", kText, "Stadt")}, 10);
  put("v3", "x 1", {make_claim("stays", kText, "Stadt")}, 30);
  store().touch_claims("r1", at(99));
  EXPECT_EQ(store().claim("stays")->last_seen, at(99));
  EXPECT_EQ(store().claim("gone")->last_seen, at(10));
  store().touch_claims("r1", at(50));
  EXPECT_EQ(store().claim("stays")->last_seen, at(99));
  store().touch_claims("none", at(100));
  EXPECT_EQ(store().claim("stays")->last_seen, at(99));
}

TEST_P(StoredClaimsContract, ReviewStateIsKeptThroughNewSightings) {
  put("v1", "x 1", {make_claim("a", kText, "Wasser")}, 10);
  store().set_review_state("a", "rejected");
  put("v2", "x 1", {make_claim("a", kText, "Wasser")}, 20);
  EXPECT_EQ(store().claim("a")->review_state, "rejected");
  EXPECT_THROW(store().set_review_state("none", "accepted"), std::invalid_argument);
}

TEST_P(StoredClaimsContract, BrokenClaimsAreRefusedAndNothingOfTheReadingIsKept) {
  const Claim good = make_claim("good", kText, "Wasser");
  Claim nameless = good;
  nameless.id.clear();
  Claim outside = make_claim("outside", kText, "Stadt");
  outside.span.end = outside.content[0].end = static_cast<std::uint32_t>(kText.size() + 1);
  for (const Claim& broken : {nameless, outside, good}) {
    EXPECT_THROW(put("v1", "x 1", {good, broken}, 10), std::invalid_argument) << broken.id;
    EXPECT_THAT(found(), IsEmpty());
  }
  EXPECT_THROW(put("none", "x 1", {good}, 10), std::invalid_argument);
  store().put_report(make_report("r2"));
  EXPECT_THROW(store().put_sightings("r2", "v1", "x 1", kText, {good}, at(1)),
               std::invalid_argument);
  put("v1", "x 1", {good}, 10);
  store().add_revision(make_revision("w1", "r2", 1, "w"), "w");
  EXPECT_THROW(store().put_sightings("r2", "w1", "x 1", kText, {good}, at(1)),
               std::invalid_argument);
}

TEST_P(StoredClaimsContract, ManyClaimsKeepTheirOwnChildren) {
  std::vector<Claim> claims;
  for (int i = 0; i < 300; ++i) {
    Claim claim = i % 3 == 0 ? make_full_claim("c", kText) : make_claim("c", kText, "Wasser");
    claim.id = "claim " + std::to_string(1000 + i);
    if (i % 3 == 0) claim.figures[0].low = Decimal(i);
    if (i % 3 == 1) claim.attribution = {Hop{.claimants = {{"id", std::to_string(i)}}}};
    claims.push_back(claim);
  }
  put("v1", "x 1", claims, 10);
  for (const StoredClaim& stored : store().claims({})) {
    const auto number = static_cast<std::size_t>(std::stoi(stored.claim.id.substr(6)) - 1000);
    EXPECT_EQ(stored.claim, claims[number]);
    EXPECT_EQ(stored.figure_questions.size(), claims[number].figures.size());
  }
}

TEST_P(StoredClaimsContract, AMarkLastsUntilTheClaimsChange) {
  EXPECT_EQ(store().claims_mark(), "");
  put("v1", "x 1", {make_claim("a", kText, "Wasser")}, 10);
  store().put_claims_mark("m1");
  reopen();
  EXPECT_EQ(store().claims_mark(), "m1");
  store().set_review_state("a", "accepted");
  EXPECT_EQ(store().claims_mark(), "m1") << "a decision changes no words";
  put("v2", "x 1", {make_claim("a", kText, "Wasser"), make_claim("b", kText, "Stadt")}, 20);
  EXPECT_EQ(store().claims_mark(), "") << "a claim came";
  store().put_claims_mark("m2");
  put("v2", "x 1", {make_claim("a", kText, "Wasser")}, 20);
  EXPECT_EQ(store().claims_mark(), "") << "a claim went";
  store().put_claims_mark("m3");
  put("v2", "x 1", {make_claim("a", kText, "Das")}, 20);
  EXPECT_EQ(store().claims_mark(), "") << "its words changed";
}

}  // namespace

}  // namespace claimtrail
