#include "core/linking/question_decisions.h"

#include <gmock/gmock.h>

#include "tests/core/linking/small_press.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;

/// A desk that links again whenever something changes, as `add` and `review` do.
class Desk {
 public:
  SmallPress room;
  std::vector<Question> declared;

  /// Which question the figure of each claim answers.
  std::map<std::string, std::string> relink() {
    linking_ = link_readings(room.inputs(), declared, linking_.questions, linking_.links, reviews_);
    std::map<std::string, std::string> questions;
    for (const ReadingLink& link : linking_.links) {
      if (link.figure == 0) questions[link.claim] = link.question;
    }
    return questions;
  }

  std::string decide(const std::string& kind, const std::string& subject, const std::string& action,
                     const std::string& after) {
    Review review;
    review.id = std::to_string(reviews_.size());
    review.subject_kind = kind;
    review.subject = subject;
    review.action = action;
    review.after = after;
    reviews_.push_back(review);
    return review.id;
  }

  void undo(const std::string& id) {
    Review review;
    review.id = std::to_string(reviews_.size());
    review.action = "undo";
    review.undoes = id;
    reviews_.push_back(review);
  }

  [[nodiscard]] const Question& question(const std::string& id) const {
    return *std::find_if(linking_.questions.begin(), linking_.questions.end(),
                         [&](const Question& each) { return each.id == id; });
  }
  [[nodiscard]] bool knows(const std::string& id) const {
    return std::any_of(linking_.questions.begin(), linking_.questions.end(),
                       [&](const Question& each) { return each.id == id; });
  }

 private:
  Linking linking_;
  std::vector<Review> reviews_;
};

/// Two questions: who was killed by a flood, and who was injured.
Desk flood() {
  Desk desk;
  desk.room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  desk.room.count("b", "At least 14 miners were killed in the Wlen flood", 14, "miners", "kill");
  desk.room.count("c", "The flood in Wlen injured 30 miners", 30, "miners", "injure");
  desk.room.count("d", "Some 33 miners were injured in the Wlen flood", 33, "miners", "injure");
  return desk;
}

TEST(QuestionDecisions, ReadingsAreNamedByClaimAndFigure) {
  EXPECT_EQ(to_text({"c1", 2}), "c1#2");
  EXPECT_EQ(to_text({"c1", -1}), "c1");
  EXPECT_EQ(parse_reading_key("c1#2"), (ReadingKey{"c1", 2}));
  EXPECT_EQ(parse_reading_key("c1"), (ReadingKey{"c1", -1}));
  for (const char* wrong : {"", "#1", "c1#", "c1#x", "c1#-1", "c1#1x"}) {
    EXPECT_EQ(parse_reading_key(wrong), std::nullopt) << wrong;
  }
}

TEST(QuestionDecisions, AMergeHoldsHoweverOftenTheMachineLinksAgain) {
  Desk desk = flood();
  const auto apart = desk.relink();
  ASSERT_NE(apart.at("a"), apart.at("c"));
  const std::string merge = desk.decide("question", apart.at("c"), "merge", apart.at("a"));
  for (int i = 0; i < 3; ++i) {
    const auto merged = desk.relink();
    for (const char* claim : {"a", "b", "c", "d"}) EXPECT_EQ(merged.at(claim), apart.at("a"));
    EXPECT_FALSE(desk.knows(apart.at("c")));
  }
  desk.room.count("e", "Wlen flood: 31 miners were injured", 31, "miners", "injure");
  EXPECT_EQ(desk.relink().at("e"), apart.at("a")) << "what comes later goes along";
  desk.undo(merge);
  const auto again = desk.relink();
  EXPECT_NE(again.at("a"), again.at("c"));
  EXPECT_EQ(again.at("c"), again.at("e"));
}

TEST(QuestionDecisions, AMergeIntoADeclaredQuestionHolds) {
  Desk desk = flood();
  Question harmed;
  harmed.id = "harmed";
  harmed.about = {"nothing", "says", "this"};
  harmed.dimension = "count";
  desk.declared = {harmed};
  const auto apart = desk.relink();
  desk.decide("question", apart.at("a"), "merge", "harmed");
  for (int i = 0; i < 3; ++i) {
    const auto merged = desk.relink();
    EXPECT_EQ(merged.at("a"), "harmed");
    EXPECT_EQ(merged.at("b"), "harmed");
    EXPECT_NE(merged.at("c"), "harmed");
  }
}

TEST(QuestionDecisions, ASplitHoldsAndWhatIsNewGoesWhereItIsMostAtHome) {
  Desk desk;
  desk.room.count("a", "The flood in Wlen killed 12 miners of the northern pit", 12, "miners",
                  "kill");
  desk.room.count("b", "At least 14 miners of the northern pit were killed in the Wlen flood", 14,
                  "miners", "kill");
  desk.room.count("c", "The flood in Wlen killed 30 miners at the harbour lock", 30, "miners",
                  "kill");
  desk.room.count("d", "Some 33 miners were killed at the harbour lock by the Wlen flood", 33,
                  "miners", "kill");
  const auto together = desk.relink();
  ASSERT_EQ(together.at("a"), together.at("c"));
  const std::string split = desk.decide("question", "q-harbour", "split", "c#0 d#0");
  for (int i = 0; i < 3; ++i) {
    const auto divided = desk.relink();
    EXPECT_EQ(divided.at("a"), together.at("a"));
    EXPECT_EQ(divided.at("b"), together.at("a"));
    EXPECT_EQ(divided.at("c"), "q-harbour");
    EXPECT_EQ(divided.at("d"), "q-harbour");
  }
  EXPECT_EQ(desk.question("q-harbour").dimension, "count");
  EXPECT_FALSE(desk.question("q-harbour").declared);
  desk.room.count("e", "The Wlen flood killed 31 miners at the lock of the harbour", 31, "miners",
                  "kill");
  desk.room.count("f", "In the northern pit the Wlen flood killed 13 miners", 13, "miners", "kill");
  for (int i = 0; i < 2; ++i) {
    const auto later = desk.relink();
    EXPECT_EQ(later.at("e"), "q-harbour");
    EXPECT_EQ(later.at("f"), together.at("a"));
  }
  desk.undo(split);
  const auto again = desk.relink();
  EXPECT_EQ(again.at("a"), again.at("c"));
  EXPECT_EQ(again.at("e"), again.at("c"));
  EXPECT_FALSE(desk.knows("q-harbour"));
}

TEST(QuestionDecisions, ReadingsThatAnsweredNothingCanBeJoined) {
  Desk desk;
  desk.room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  desk.room.count("b", "A dozen men lost their lives underground", 12, "men", "");
  ASSERT_THAT(desk.relink(), IsEmpty());
  desk.decide("question", "q-dead", "join", "a#0 b#0");
  for (int i = 0; i < 2; ++i) {
    const auto joined = desk.relink();
    EXPECT_EQ(joined.at("a"), "q-dead");
    EXPECT_EQ(joined.at("b"), "q-dead");
  }
}

TEST(QuestionDecisions, AReadingMovedAwayStaysAway) {
  Desk desk = flood();
  const auto before = desk.relink();
  desk.decide("reading", "b#0", "move", "");
  for (int i = 0; i < 2; ++i) {
    const auto moved = desk.relink();
    EXPECT_FALSE(moved.contains("b"));
    EXPECT_EQ(moved.at("a"), before.at("a")) << "the other is still asked about";
  }
}

TEST(QuestionDecisions, WhatAPersonKeptApartIsNotBroughtTogetherByLaterReports) {
  Desk desk;
  desk.room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill", "2025-04-01");
  desk.room.count("b", "At least 12 miners were killed in the Wlen flood", 12, "miners", "kill",
                  "2025-04-01");
  desk.room.count("c", "The flood in Wlen killed 30 miners", 30, "miners", "kill", "2025-04-20");
  desk.room.count("d", "Some 30 miners were killed in the Wlen flood", 30, "miners", "kill",
                  "2025-04-20");
  const auto before = desk.relink();
  ASSERT_NE(before.at("a"), before.at("c"));
  desk.decide("question", before.at("a"), "apart", before.at("c"));
  desk.room.count("e", "Wlen flood: 20 miners killed", 20, "miners", "kill", "2025-04-10");
  for (int i = 0; i < 2; ++i) {
    const auto after = desk.relink();
    EXPECT_EQ(after.at("a"), before.at("a"));
    EXPECT_EQ(after.at("b"), before.at("a"));
    EXPECT_EQ(after.at("c"), before.at("c"));
    EXPECT_EQ(after.at("d"), before.at("c"));
  }
}

TEST(QuestionDecisions, AReadingKeptApartFromAnotherDoesNotJoinIt) {
  Desk desk;
  desk.room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  desk.room.count("b", "At least 14 miners were killed in the Wlen flood", 14, "miners", "kill");
  desk.decide("reading", "b#0", "apart", "a#0");
  desk.room.count("c", "Wlen flood: 15 miners were killed", 15, "miners", "kill");
  const auto linked = desk.relink();
  EXPECT_EQ(linked.at("a"), linked.at("c"));
  EXPECT_FALSE(linked.contains("b"));
}

TEST(QuestionDecisions, ANewWordingHolds) {
  Desk desk = flood();
  const auto before = desk.relink();
  desk.decide("question", before.at("a"), "rename", "How many miners did the flood kill?");
  desk.relink();
  desk.relink();
  EXPECT_EQ(desk.question(before.at("a")).ask, "How many miners did the flood kill?");
}

}  // namespace
}  // namespace claimtrail
