#include <algorithm>
#include <stdexcept>

#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {

CirclesContract::CirclesContract() {
  put("v1", "x 1", {make_claim("a", kText, "Wasser"), make_claim("b", kText, "Stadt")}, 10);
  store().put_links({{"a", -1, "q"}, {"b", -1, "q"}, {"b", 0, "other"}});
  store().put_sayings({{"a", "a", ""}, {"b", "a", ""}});
  checked();
}

namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

const Circle kReport{CircleKind::report, "r1"};

Circle question(const std::string& id) { return {CircleKind::question, id}; }
Circle statement(const std::string& id) { return {CircleKind::statement, id}; }
Circle quotation(const std::string& id) { return {CircleKind::quotation, id}; }

TEST_P(CirclesContract, SayingsReplaceAllEarlierOnes) {
  EXPECT_EQ(store().claim("b")->statement_group, "a");
  store().put_sayings({{"b", "", "b"}, {"not stored", "b", ""}});
  reopen();
  EXPECT_EQ(store().claim("a")->statement_group, "");
  EXPECT_EQ(store().claim("b")->statement_group, "");
  EXPECT_EQ(store().claim("b")->quote_group, "b");
  EXPECT_THROW(store().put_sayings({{"a", "a", ""}, {"a", "b", ""}}), std::invalid_argument);
}

TEST_P(CirclesContract, AreTheQuestionsStatementsQuotationsAndReports) {
  const std::vector<CircleSize> circles = store().circles();
  std::vector<std::pair<Circle, std::size_t>> found;
  for (const CircleSize& one : circles) found.emplace_back(one.circle, one.size);
  EXPECT_THAT(found, ElementsAre(std::pair(question("other"), 1U), std::pair(question("q"), 2U),
                                 std::pair(statement("a"), 2U), std::pair(kReport, 2U)));
}

TEST_P(CirclesContract, HoldTheirClaimsOnce) {
  EXPECT_THAT(ids(store().claims_in({question("q")})), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(ids(store().claims_in({question("other"), kReport})), ElementsAre("a", "b"));
  EXPECT_THAT(ids(store().claims_in({statement("a")})), ElementsAre("a", "b"));
  EXPECT_THAT(ids(store().claims_in({statement("b")})), IsEmpty()) << "it states what a states";
  EXPECT_THAT(ids(store().claims_in({quotation("b")})), ElementsAre("b")) << "alone";
  EXPECT_THAT(ids(store().claims_in({question("none")})), IsEmpty());
  EXPECT_EQ(store().claims_in({question("other")})[0].claim, store().claim("b")->claim);
}

TEST_P(CirclesContract, ClaimsComeByIdManyAtOnce) {
  EXPECT_THAT(ids(store().claims_by_id({"b", "none", "a", "b"})), ElementsAre("a", "b"));
}

TEST_P(CirclesContract, NothingIsUncheckedAfterACheck) {
  EXPECT_THAT(store().unchecked_circles(), IsEmpty());
  EXPECT_EQ(store().checked_on(), "basis");
  reopen();
  EXPECT_EQ(store().checked_on(), "basis");
}

TEST_P(CirclesContract, AClaimThatComesMarksAllItsCircles) {
  put("v1", "x 1",
      {make_claim("a", kText, "Wasser"), make_claim("b", kText, "Stadt"),
       make_claim("c", kText, "Menschen")},
      10);
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({statement("c"), quotation("c"), kReport}));
}

TEST_P(CirclesContract, AClaimReadAnewMarksAllItsCircles) {
  put("v1", "x 1", {make_claim("a", kText, "Wasser"), make_claim("b", kText, "Stadt")}, 10);
  EXPECT_THAT(store().unchecked_circles(),
              IsSupersetOf({question("q"), question("other"), statement("a"), kReport}));
}

TEST_P(CirclesContract, AClaimThatIsForgottenMarksWhereItStood) {
  put("v1", "x 1", {make_claim("a", kText, "Wasser")}, 10);
  EXPECT_FALSE(store().claim("b"));
  checked();
  put("v1", "x 1", {}, 10);
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({question("q"), statement("a"), kReport}));
}

TEST_P(CirclesContract, AReviewOrAnEndMarksAllItsCircles) {
  store().set_review_state("b", "rejected");
  EXPECT_THAT(store().unchecked_circles(),
              IsSupersetOf({question("q"), question("other"), statement("a"), kReport}));
  checked();
  store().mark_gone({"a"}, at(20));
  EXPECT_THAT(store().unchecked_circles(), AllOf(IsSupersetOf({question("q"), statement("a")}),
                                                 Not(Contains(question("other")))));
  checked();
  store().mark_gone({"a"}, at(25));
  EXPECT_THAT(store().unchecked_circles(), IsEmpty()) << "it was gone already";
}

TEST_P(CirclesContract, AVisitThatFoundEverythingMarksNothing) {
  store().touch_claims("r1", at(50));
  Report report = *store().report("r1");
  report.last_seen = at(50);
  ++report.visits;
  store().put_report(report);
  store().add_observation({"r1", at(50), "unchanged", 200, ""});
  EXPECT_THAT(store().unchecked_circles(), IsEmpty());
}

TEST_P(CirclesContract, APageThatIsNotFoundMarksItsClaims) {
  store().add_observation({"r1", at(50), "not_found", 404, ""});
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({kReport, question("q")}));
  checked();
  store().add_observation({"r1", at(60), "unchanged", 200, ""});
  EXPECT_THAT(store().unchecked_circles(), Contains(kReport)) << "it is there again";
}

TEST_P(CirclesContract, OtherLinksMarkTheOldAndTheNewQuestion) {
  store().put_links({{"a", -1, "new"}, {"b", -1, "q"}});
  EXPECT_THAT(store().unchecked_circles(),
              IsSupersetOf({question("q"), question("new"), question("other"), statement("a")}));
  checked();
  store().put_links({{"a", -1, "new"}, {"b", -1, "q"}});
  EXPECT_THAT(store().unchecked_circles(), IsEmpty());
}

TEST_P(CirclesContract, OtherSayingsMarkTheOldAndTheNewCircle) {
  store().put_sayings({{"a", "", "a"}, {"b", "", "a"}});
  EXPECT_THAT(store().unchecked_circles(),
              IsSupersetOf({statement("a"), statement("b"), quotation("a"), quotation("b")}));
}

TEST_P(CirclesContract, AQuestionThatAsksSomethingElseIsMarked) {
  store().put_questions({Question{.id = "q", .ask = "how many"}});
  checked();
  store().put_questions({Question{.id = "q", .ask = "how many"}});
  EXPECT_THAT(store().unchecked_circles(), IsEmpty());
  store().put_questions({Question{.id = "q", .ask = "how many", .behaves = "running_total"}});
  EXPECT_THAT(store().unchecked_circles(), ElementsAre(question("q")));
}

TEST_P(CirclesContract, AReportDescribedAnewMarksItsClaims) {
  Report report = *store().report("r1");
  report.outlet = "Another";
  store().put_report(report);
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({kReport, question("q"), statement("a")}));
}

TEST_P(CirclesContract, WhoCitesAReportIsMarkedWithIt) {
  Report cited = make_report("r2");
  cited.url = "https://r2.example/";
  Report report = *store().report("r1");
  report.cites = {"https://r2.example/"};
  store().put_report(report);
  checked();
  store().put_report(cited);
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({kReport, question("q")}));
  store().add_revision(make_revision("w1", "r2", 10, "w"), "w");
  checked();
  store().put_sightings("r2", "w1", "x 1", kText, {make_claim("z", kText, "Stadt")}, at(10));
  EXPECT_THAT(store().unchecked_circles(),
              IsSupersetOf({kReport, question("q"), Circle{CircleKind::report, "r2"}}));
}

TEST_P(CirclesContract, ARevisionAndATextMarkTheClaimsOfTheirReport) {
  store().add_revision(make_revision("v4", "r1", 40, "four"), "four");
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({kReport, question("q")}));
  checked();
  store().put_text({"v4", "x 1", "four", "[]", "digest", "Correction", {"AP"}});
  EXPECT_THAT(store().unchecked_circles(), IsSupersetOf({kReport, question("q")}));
}

TEST_P(CirclesContract, AReviewOfClaimantsAsksForEverything) {
  Review review;
  review.id = "1";
  review.subject_kind = "flag";
  store().add_review(review);
  EXPECT_EQ(store().checked_on(), "basis");
  review.id = "2";
  review.subject_kind = "claimant";
  store().add_review(review);
  EXPECT_EQ(store().checked_on(), "");
}

TEST_P(CirclesContract, GroundsTellOfEachRevisionAsItWasRead) {
  store().put_text({"v1", "x 1", "one", "[]", "digest 1", "Correction", {"AP", "dpa"}});
  store().put_text({"v1", "x 2", "one", "[]", "digest 1b", "", {}});
  store().put_text({"v3", "x 1", "three", "[]", "digest 3", "", {}});
  const std::vector<RevisionGrounds> grounds = store().grounds("r1", "x 1");
  ASSERT_EQ(grounds.size(), 3U);
  EXPECT_EQ(grounds[0].revision, "v1");
  EXPECT_EQ(grounds[0].note, "Correction");
  EXPECT_THAT(grounds[0].agencies, ElementsAre("AP", "dpa"));
  EXPECT_EQ(grounds[0].text_sha256, "digest 1");
  EXPECT_EQ(grounds[1].revision, "v2");
  EXPECT_EQ(grounds[1].text_sha256, "") << "not read";
  EXPECT_EQ(grounds[2].fetched_at, at(30));
  EXPECT_EQ(store().text("v1", "x 1")->note, "Correction");
  EXPECT_THAT(store().text("v1", "x 1")->agencies, ElementsAre("AP", "dpa"));
}

TEST_P(CirclesContract, FiguresThatSomebodyIsNamedForAreTold) {
  Claim named = make_full_claim("named", kText);
  Claim own = named;
  own.id = "own";
  own.attribution.clear();
  own.figures[0].noun = "others";
  put("v1", "x 1", {named, own}, 10);
  EXPECT_EQ(store().attributed_figures("r1"), named.figures);
  store().set_review_state("named", "rejected");
  EXPECT_THAT(store().attributed_figures("r1"), IsEmpty());
}

TEST_P(CirclesContract, FlagsAreFoundByCircleAndClaim) {
  Flag flag = make_full_flag("f1");
  flag.circle = question("q");
  flag.sides = {{"one", {"a", "b"}}, {"two", {"c"}}};
  store().put_flag(flag);
  Flag other = make_full_flag("f2");
  other.circle.reset();
  other.sides = {{"one", {"d"}}};
  store().put_flag(other);
  EXPECT_EQ(store().flag("f1")->circle, question("q"));
  EXPECT_FALSE(store().flag("f2")->circle);
  EXPECT_THAT(store().flags_about({question("q")}, {}), ElementsAre("f1"));
  EXPECT_THAT(store().flags_about({statement("q")}, {"b", "d"}), ElementsAre("f1", "f2"));
  flag.sides = {{"one", {"c"}}};
  checked();
  store().put_flag(flag);
  EXPECT_THAT(store().flags_about({}, {"b"}), IsEmpty());
  EXPECT_THAT(store().unchecked_circles(), Contains(question("q"))) << "a flag was put again";
}

TEST_P(CirclesContract, FlagsAreHeldBackUntilTheirDay) {
  Flag flag = make_full_flag("f1");
  flag.status = FlagStatus::suppressed;
  flag.suppressed_until = "2025-05-01";
  store().put_flag(flag);
  flag.id = "f2";
  flag.suppressed_until.clear();
  store().put_flag(flag);
  EXPECT_THAT(store().flags_held_back_until(*parse_day("2025-04-30")), IsEmpty());
  EXPECT_THAT(store().flags_held_back_until(*parse_day("2025-05-01")), ElementsAre("f1"));
}

TEST_P(CirclesContract, AQuestionIsFoundByItsId) {
  store().put_questions({Question{.id = "q", .ask = "how many"}});
  EXPECT_EQ(store().question("q")->ask, "how many");
  EXPECT_FALSE(store().question("none"));
}

}  // namespace
}  // namespace claimtrail
