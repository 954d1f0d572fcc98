#include <gmock/gmock.h>

#include "cli/provenance/report.h"
#include "tests/cli/provenance/small_world.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

ProvenanceReport build(SmallWorld& world, const ReportRequest& request = {}) {
  return build_report(world.store(), world.desk(), request, SmallWorld::now()).value();
}

std::vector<std::string> question_ids(const ProvenanceReport& report) {
  std::vector<std::string> ids;
  for (const TracedQuestion& question : report.questions) ids.push_back(question.question.id);
  return ids;
}

TEST(BuildReport, DeclaredQuestionsComeFirst) {
  SmallWorld world;
  EXPECT_THAT(question_ids(build(world)), ElementsAre("dam-evacuated", "q-cracked"));
}

TEST(BuildReport, AttributedPositionsComeBeforeOwnVoices) {
  SmallWorld world;
  const TracedQuestion question = build(world).questions[0];
  ASSERT_THAT(question.positions, SizeIs(3));
  EXPECT_EQ(question.positions[0].claimant, "Ana Roth");
  EXPECT_EQ(question.positions[1].claimant, "Rescue Service");
  EXPECT_EQ(question.positions[2].claimant, "Hill Mail");
  EXPECT_FALSE(question.positions[2].attributed);
  EXPECT_EQ(question.positions[0].entries[0].value, "over 4,000 people");
}

TEST(BuildReport, ClaimsCarryWhatMakesThemCheckable) {
  SmallWorld world;
  const ProvenanceReport report = build(world, {.report = "river"});
  const TracedClaim& evacuated = *report.claim("river-evacuated");
  EXPECT_EQ(evacuated.attribution, "Ana Roth (said)");
  EXPECT_EQ(evacuated.figures, std::vector<std::string>{"over 4,000 people"});
  EXPECT_THAT(evacuated.passage.text, HasSubstr("Regional governor Ana Roth said over 4,000"));
  EXPECT_EQ(evacuated.address,
            "https://river.example/2025/dam?id=7#:~:text=over%204%2C000%20people%20were%20"
            "evacuated%20before%20dawn");
  EXPECT_EQ(report.claim("river-hold")->attribution, "Ana Roth (told), via Lowland Wire");
}

TEST(BuildReport, FlagsCarryReviewsAndChanges) {
  SmallWorld world;
  const ProvenanceReport report = build(world);
  const TracedFlag& conflict = *report.flag(SmallWorld::figure_flag);
  ASSERT_THAT(conflict.reviews, SizeIs(2));
  EXPECT_TRUE(conflict.reviews[0].undone);
  EXPECT_FALSE(conflict.reviews[1].undone);
  const TracedFlag& edit = *report.flag(SmallWorld::edit_flag);
  ASSERT_THAT(edit.changes, SizeIs(1));
  EXPECT_EQ(edit.changes[0].kind, "figure");
  EXPECT_THAT(edit.changes[0].was, HasSubstr("2,400"));
  EXPECT_THAT(edit.changes[0].is, HasSubstr("5,000"));
  EXPECT_EQ(edit.changes[0].from_revision, "hill-1");
  EXPECT_EQ(edit.changes[0].to_revision, "hill-2");
  EXPECT_THAT(report.report_flags, ElementsAre(SmallWorld::edit_flag));
  EXPECT_EQ(report.sources, 3U);
}

TEST(BuildReport, OneQuestionIsToldWhole) {
  SmallWorld world;
  const ProvenanceReport report = build(world, {.questions = {"q-cracked"}});
  EXPECT_THAT(question_ids(report), ElementsAre("q-cracked"));
  EXPECT_THAT(report.questions[0].claims, UnorderedElementsAre("coast-denied", "river-cracked"));
  EXPECT_THAT(report.flags, IsEmpty());
}

TEST(BuildReport, OneReportBringsItsQuestionsAndEveryClaim) {
  SmallWorld world;
  const ProvenanceReport report = build(world, {.report = "https://river.example/2025/dam?id=7"});
  EXPECT_THAT(question_ids(report), ElementsAre("dam-evacuated", "q-cracked"));
  EXPECT_THAT(report.other_claims, ElementsAre("river-hold"));
  const ProvenanceReport hill = build(world, {.report = "hill"});
  EXPECT_THAT(question_ids(hill), ElementsAre("dam-evacuated"));
  EXPECT_THAT(hill.report_flags, ElementsAre(SmallWorld::edit_flag));
}

TEST(BuildReport, SinceKeepsWhatMoved) {
  SmallWorld world;
  ReportRequest request;
  request.since = parse_timestamp("2025-04-27T00:00:00Z");
  EXPECT_THAT(question_ids(build(world, request)), ElementsAre("dam-evacuated"));
  request.since = parse_timestamp("2025-05-01T00:00:00Z");
  const ProvenanceReport nothing = build(world, request);
  EXPECT_THAT(nothing.questions, IsEmpty());
  EXPECT_THAT(nothing.flags, IsEmpty());
}

TEST(BuildReport, NamesWhatIsNotThere) {
  SmallWorld world;
  const auto question =
      build_report(world.store(), world.desk(), {.questions = {"dam-evacuatd"}}, SmallWorld::now());
  ASSERT_FALSE(question.has_value());
  EXPECT_EQ(question.error().code, "no-such-question");
  EXPECT_THAT(question.error().hint, HasSubstr("dam-evacuated"));
  const auto report =
      build_report(world.store(), world.desk(), {.report = "nowhere"}, SmallWorld::now());
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, "no-such-report");
}

TEST(BuildReport, FrozenWordsStandWhereTheClaimIsGone) {
  SmallWorld world;
  world.store().mark_gone({"hill-evacuated"}, SmallWorld::now());
  const ProvenanceReport report = build(world);
  EXPECT_THAT(report.questions[0].positions, SizeIs(2));
  ASSERT_NE(report.claim("hill-evacuated"), nullptr);
  EXPECT_TRUE(report.claim("hill-evacuated")->stored.gone_since.has_value());
}

TEST(BuildReport, AnEmptyDeskIsAReportToo) {
  SmallWorld world;
  DeskSettings desk;
  const ProvenanceReport report =
      build_report(world.store(), desk, {.questions = {}}, SmallWorld::now()).value();
  EXPECT_THAT(question_ids(report), ElementsAre("dam-evacuated", "q-cracked"));
}

}  // namespace
}  // namespace claimtrail
