#include "cli/review/decide.h"

#include <cstdlib>
#include <thread>

#include <gmock/gmock.h>

#include "core/store/sqlite/sqlite_store.h"

#include "cli/desk/gather.h"
#include "tests/cli/provenance/small_world.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

DecisionRequest request(Decision decision, const std::string& subject = SmallWorld::edit_flag) {
  DecisionRequest made;
  made.decision = decision;
  made.subject = subject;
  made.by = "kim";
  made.reason = "looked at both";
  return made;
}

class Decide : public ::testing::Test {
 protected:
  Result<Review> make(const DecisionRequest& wanted) {
    return decide(world_.store(), wanted, SmallWorld::now());
  }
  std::string code(const DecisionRequest& wanted) {
    const auto review = make(wanted);
    return review ? std::string() : review.error().code;
  }
  Flag flag() { return world_.store().flag(SmallWorld::edit_flag).value(); }

  SmallWorld world_;
};

TEST_F(Decide, IsARecordAndItsEffect) {
  const Review review = make(request(Decision::dismiss)).value();
  EXPECT_EQ(review.by, "kim");
  EXPECT_EQ(review.action, "dismiss");
  EXPECT_EQ(review.before, "open");
  EXPECT_EQ(review.after, "dismissed");
  EXPECT_EQ(review.reason, "looked at both");
  EXPECT_EQ(review.at, SmallWorld::now());
  EXPECT_EQ(flag().status, FlagStatus::dismissed);
  const auto stored = world_.store().reviews_of("flag", SmallWorld::edit_flag);
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(stored[0].id, review.id);
}

TEST_F(Decide, ExplainsWithACode) {
  DecisionRequest wanted = request(Decision::explain);
  wanted.code = "translatoin";
  const auto refused = make(wanted);
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error().hint, HasSubstr("'translation'"));
  wanted.code = "translation";
  EXPECT_EQ(make(wanted).value().after, "explained translation");
  EXPECT_EQ(flag().status_code, "translation");
}

TEST_F(Decide, SuppressesUntilADay) {
  DecisionRequest wanted = request(Decision::suppress);
  wanted.until = parse_day("2026-03-01");
  EXPECT_EQ(make(wanted).value().after, "suppressed until 2026-03-01");
  EXPECT_EQ(flag().suppressed_until, "2026-03-01");
  EXPECT_EQ(make(request(Decision::reopen)).value().after, "open");
  EXPECT_THAT(flag().suppressed_until, IsEmpty());
}

TEST_F(Decide, NeedsAReasonAndAName) {
  DecisionRequest wanted = request(Decision::dismiss);
  wanted.reason.clear();
  EXPECT_EQ(code(wanted), "no-reason");
  wanted = request(Decision::confirm);
  wanted.by.clear();
  EXPECT_EQ(code(wanted), "no-reviewer");
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), IsEmpty());
}

TEST_F(Decide, RefusesWhatIsNotThereOrDone) {
  EXPECT_EQ(code(request(Decision::confirm, "nothing")), "no-such-flag");
  EXPECT_EQ(code(request(Decision::accept, "nothing")), "no-such-claim");
  EXPECT_EQ(code(request(Decision::reopen)), "already");
  Flag resolved = flag();
  resolved.status = FlagStatus::resolved;
  world_.store().put_flag(resolved);
  EXPECT_EQ(code(request(Decision::confirm)), "resolved");
}

TEST_F(Decide, NoticesWhatHappenedSinceTheReviewerLooked) {
  DecisionRequest second = request(Decision::confirm);
  second.seen = version_of(flag());
  ASSERT_TRUE(make(request(Decision::dismiss)).has_value());
  const auto refused = make(second);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "changed");
  EXPECT_THAT(refused.error().message, HasSubstr("it is dismissed now"));
  EXPECT_THAT(refused.error().message, HasSubstr("by kim (dismiss)"));
  EXPECT_EQ(flag().status, FlagStatus::dismissed);
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), SizeIs(1));
}

TEST_F(Decide, NoticesANewPosition) {
  DecisionRequest wanted = request(Decision::dismiss, SmallWorld::figure_flag);
  Flag conflict = world_.store().flag(SmallWorld::figure_flag).value();
  wanted.seen = version_of(conflict);
  conflict.sides.push_back({"9,000 people", {"river-cracked"}});
  world_.store().put_flag(conflict);
  EXPECT_EQ(code(wanted), "changed");
}

TEST_F(Decide, RejectedClaimsAreNotJudgedAnyMore) {
  const Review review = make(request(Decision::reject, "river-evacuated")).value();
  EXPECT_EQ(review.before, "unreviewed");
  EXPECT_EQ(review.after, "rejected");
  for (const Reading& reading : gather(world_.store(), world_.desk()).readings) {
    EXPECT_NE(reading.claim().id, "river-evacuated");
  }
  EXPECT_EQ(code(request(Decision::reject, "river-evacuated")), "already");
}

TEST_F(Decide, CorrectionsAreKeptInTheReview) {
  DecisionRequest wanted = request(Decision::correct, "river-evacuated");
  wanted.correction = "over 4,100 people";
  EXPECT_EQ(make(wanted).value().after, "corrected: over 4,100 people");
  EXPECT_EQ(world_.store().claim("river-evacuated")->review_state, "corrected");
}

TEST_F(Decide, UndoIsAFurtherReview) {
  DecisionRequest wanted = request(Decision::explain);
  wanted.code = "superseded";
  const Review first = make(wanted).value();
  const Review second = make(request(Decision::confirm)).value();
  EXPECT_EQ(last_decision(world_.store(), "flag", SmallWorld::edit_flag), second.id);
  const auto undone = undo(world_.store(), second.id, "lee", "hasty", SmallWorld::now());
  ASSERT_TRUE(undone.has_value()) << undone.error().message;
  EXPECT_EQ(undone->undoes, second.id);
  EXPECT_EQ(undone->before, "confirmed");
  EXPECT_EQ(undone->after, "explained superseded");
  EXPECT_EQ(flag().status, FlagStatus::explained);
  EXPECT_EQ(flag().status_code, "superseded");
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), SizeIs(3));
  EXPECT_EQ(last_decision(world_.store(), "flag", SmallWorld::edit_flag), first.id);
}

TEST_F(Decide, UndoRefusesWhatCannotBeTakenBack) {
  const auto code_of = [&](const std::string& id) {
    const auto undone = undo(world_.store(), id, "lee", "", SmallWorld::now());
    return undone ? std::string() : undone.error().code;
  };
  const Review first = make(request(Decision::dismiss)).value();
  const Review second = make(request(Decision::confirm)).value();
  EXPECT_EQ(code_of(first.id), "changed");
  EXPECT_EQ(code_of(second.id), "");
  EXPECT_EQ(code_of(second.id), "already");
  const auto reviews = world_.store().reviews_of("flag", SmallWorld::edit_flag);
  EXPECT_EQ(code_of(reviews.back().id), "already") << "an undo is not undone";
  EXPECT_EQ(code_of("0000-nothing"), "no-such-review");
}

// The same decision again and again within one second: each is a record of its own.
TEST_F(Decide, RecordsOfOneSecondStayApart) {
  for (int i = 0; i < 3; ++i) {
    const Review review = make(request(Decision::confirm)).value();
    ASSERT_TRUE(undo(world_.store(), review.id, "kim", "", SmallWorld::now()).has_value());
  }
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), SizeIs(6));
  EXPECT_EQ(flag().status, FlagStatus::open);
}

// Ten reviewers at once on one flag: one wins, the others are told; nothing is lost.
TEST_F(Decide, OnlyOneOfManyWins) {
  const std::string seen = version_of(flag());
  std::atomic<int> won{0};
  std::atomic<int> told{0};
  std::vector<std::thread> reviewers;
  for (int i = 0; i < 10; ++i) {
    reviewers.emplace_back([&, i] {
      const auto store = open_sqlite_store(world_.database());
      DecisionRequest wanted = request(i % 2 == 0 ? Decision::confirm : Decision::dismiss);
      wanted.by = "reviewer " + std::to_string(i);
      wanted.seen = seen;
      const auto review = decide(*store, wanted, SmallWorld::now());
      ++(review ? won : told);
    });
  }
  for (std::thread& reviewer : reviewers) reviewer.join();
  EXPECT_EQ(won, 1);
  EXPECT_EQ(told, 9);
  EXPECT_THAT(world_.store().reviews_of("flag", SmallWorld::edit_flag), SizeIs(1));
}

// A refresh holds short transactions; a decision made meanwhile waits and goes through.
TEST_F(Decide, GoesOnBesideARefresh) {
  const auto other = open_sqlite_store(world_.database());
  std::thread refresh([&] {
    other->in_transaction([&] {
      Report report = other->report("hill").value();
      ++report.visits;
      other->put_report(report);
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
    });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_TRUE(make(request(Decision::confirm)).has_value());
  refresh.join();
  EXPECT_EQ(world_.store().report("hill")->visits, 3);
}

TEST(ReviewerName, IsGivenOrOfTheSystem) {
  EXPECT_EQ(reviewer_name("kim"), "kim");
  setenv("CLAIMTRAIL_REVIEWER", "desk chief", 1);
  EXPECT_EQ(reviewer_name(""), "desk chief");
  unsetenv("CLAIMTRAIL_REVIEWER");
  EXPECT_THAT(reviewer_name(""), HasSubstr("@"));
}

}  // namespace
}  // namespace claimtrail
