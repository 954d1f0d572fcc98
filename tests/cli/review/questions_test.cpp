#include "cli/review/questions.h"

#include <gmock/gmock.h>

#include "cli/desk/relink.h"
#include "cli/review/decide.h"
#include "tests/cli/provenance/small_world.h"
#include "tests/cli/review/scripted_console.h"
#include "tests/support/fake_clock.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using enum QuestionAction;

/// The small world, linked as its claims and its reviews have it, with a report whose figure comes
/// close to the question about the evacuated.
class ReviewQuestions : public ::testing::Test {
 protected:
  ReviewQuestions() {
    Question pumps;
    pumps.id = "pumps";
    pumps.ask = "How many pumps?";
    pumps.about = {"pumps"};
    pumps.dimension = "count";
    Question width;
    width.id = "width";
    width.about = {"nobody", "asks"};
    width.dimension = "length";
    world_.desk().questions.push_back(pumps);
    world_.desk().questions.push_back(width);
    relink(world_.store(), world_.desk());
  }

  std::string code(QuestionRequest request) {
    const auto review = decide_question(world_.store(), request, SmallWorld::now());
    return review ? std::string() : review.error().code;
  }
  Review made(QuestionRequest request) {
    const auto review = decide_question(world_.store(), request, SmallWorld::now());
    EXPECT_TRUE(review) << (review ? "" : review.error().message);
    relink(world_.store(), world_.desk());
    return review ? *review : Review{};
  }

  std::string question_of(const std::string& claim, int figure = 0) {
    for (const ReadingLink& link : world_.store().links()) {
      if (link.claim == claim && link.figure == figure) return link.question;
    }
    return {};
  }

  static QuestionRequest request(QuestionAction action, std::string subject, std::string other,
                                 std::vector<std::string> readings = {}) {
    return {action, std::move(subject), std::move(other), std::move(readings), "it is so", "kim"};
  }

  SmallWorld world_;
};

TEST_F(ReviewQuestions, ASplitMakesAQuestionAndUndoUnmakesIt) {
  const Review review = made(request(split, SmallWorld::question, "", {"hill-evacuated#0"}));
  EXPECT_EQ(review.before, SmallWorld::question);
  EXPECT_EQ(question_of("hill-evacuated"), review.subject);
  EXPECT_EQ(question_of("coast-evacuated"), SmallWorld::question);
  ASSERT_TRUE(undo(world_.store(), review.id, "kim", "", SmallWorld::now()));
  relink(world_.store(), world_.desk());
  EXPECT_EQ(question_of("hill-evacuated"), SmallWorld::question);
}

TEST_F(ReviewQuestions, AMergeTakesTheReadingsAlong) {
  made(request(merge, SmallWorld::question, "pumps"));
  EXPECT_EQ(question_of("hill-evacuated"), "pumps");
  EXPECT_EQ(code(request(merge, SmallWorld::question, "pumps")), "already");
  EXPECT_EQ(code(request(merge, "pumps", SmallWorld::question)), "already") << "and no cycle";
  EXPECT_EQ(code(request(apart, "pumps", SmallWorld::question)), "merged");
}

TEST_F(ReviewQuestions, AReadingIsMovedAndMovedBack) {
  const Review there = made(request(move, "hill-evacuated#0", "pumps"));
  EXPECT_EQ(question_of("hill-evacuated"), "pumps");
  EXPECT_EQ(there.subject_kind, "reading");
  EXPECT_EQ(there.before, SmallWorld::question);
  made(request(move, "hill-evacuated#0", ""));
  EXPECT_EQ(question_of("hill-evacuated"), "");
  EXPECT_EQ(code(request(move, "hill-evacuated#0", "")), "already");
}

TEST_F(ReviewQuestions, ANewWordingStands) {
  made(request(rename, SmallWorld::question, "How many had to leave?"));
  const auto questions = world_.store().questions();
  EXPECT_TRUE(std::any_of(questions.begin(), questions.end(), [](const Question& each) {
    return each.ask == "How many had to leave?";
  }));
  EXPECT_EQ(code(request(rename, SmallWorld::question, "How many had to leave?")), "already");
}

TEST_F(ReviewQuestions, RefusesWhatCannotBe) {
  const std::string asked = SmallWorld::question;
  EXPECT_EQ(code(request(merge, "nothing", asked)), "no-such-question");
  EXPECT_EQ(code(request(merge, asked, "nothing")), "no-such-question");
  EXPECT_EQ(code(request(merge, asked, asked)), "already");
  EXPECT_EQ(code(request(merge, asked, "width")), "dimensions");
  EXPECT_EQ(code(request(move, "hill-evacuated#7", "pumps")), "no-such-reading");
  EXPECT_EQ(code(request(move, "nothing#0", "pumps")), "no-such-reading");
  EXPECT_EQ(code(request(move, "#", "pumps")), "no-such-reading");
  EXPECT_EQ(code(request(split, "pumps", "", {"hill-evacuated#0"})), "no-such-reading");
  EXPECT_EQ(code(request(split, asked, "", {})), "no-such-reading");
  EXPECT_EQ(code(request(split, asked, "",
                         {"hill-evacuated#0", "coast-evacuated#0", "river-evacuated#0"})),
            "nothing-left");
  EXPECT_EQ(code(request(join, "hill-evacuated#0", "", {"coast-evacuated#0"})), "already");
  QuestionRequest nobody = request(merge, asked, "pumps");
  nobody.by.clear();
  EXPECT_EQ(code(nobody), "no-reviewer");
  QuestionRequest unexplained = request(split, asked, "", {"hill-evacuated#0"});
  unexplained.reason.clear();
  EXPECT_EQ(code(unexplained), "no-reason");
  EXPECT_THAT(world_.store().reviews_of("question", asked), IsEmpty());
}

TEST_F(ReviewQuestions, WhatIsDecidedOnAPairFollowsFromItsSides) {
  LinkSuggestion pair;
  pair.first = {{"a", 0}, "one"};
  pair.second = {{"b", 0}, "two"};
  EXPECT_EQ(decision_on(pair, true).action, merge);
  EXPECT_EQ(decision_on(pair, false).action, apart);
  pair.second.question.clear();
  EXPECT_EQ(decision_on(pair, true).action, move);
  EXPECT_EQ(decision_on(pair, true).subject, "b#0");
  EXPECT_EQ(decision_on(pair, true).other, "one");
  EXPECT_EQ(decision_on(pair, false).action, keep_out);
  pair.first.question.clear();
  EXPECT_EQ(decision_on(pair, true).action, join);
  EXPECT_EQ(decision_on(pair, false).action, keep_out);
}

}  // namespace
}  // namespace claimtrail
