#include "core/dates/direction.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

/// The direction around the word "X".
Direction around(const std::string& text) {
  const TokenizedText tokens = take_apart(text, {});
  for (std::size_t at = 0; at < tokens.tokens.size(); ++at) {
    if (tokens.word(at) == "X") {
      const Sentence& sentence =
          tokens.sentences.at(tokens.sentence_at(tokens.tokens[at].span.start));
      return direction_of(tokens, at, at + 1, sentence.first, sentence.last).direction;
    }
  }
  throw std::logic_error("no X in " + text);
}

TEST(Direction, ComesFromTheNearestVerb) {
  EXPECT_EQ(around("The bridge collapsed on X."), Direction::past);
  EXPECT_EQ(around("The bridge will open on X."), Direction::future);
  EXPECT_EQ(around("He said the bridge will open on X."), Direction::future);
  EXPECT_EQ(around("The bridge will open, he said X."), Direction::past);
  EXPECT_EQ(around("On X the bridge collapsed."), Direction::past);
}

TEST(Direction, SeesThroughPassives) {
  EXPECT_EQ(around("The vote will be held on X."), Direction::future);
  EXPECT_EQ(around("The vote was held on X."), Direction::past);
  EXPECT_EQ(around("The vote is scheduled for X."), Direction::future);
  EXPECT_EQ(around("The vote would have been held on X."), Direction::past);
}

TEST(Direction, TellsPlansFromWhatBecameOfThem) {
  EXPECT_EQ(around("A service planned for X was canceled."), Direction::past);
  EXPECT_EQ(around("Until X they had kept the road open."), Direction::past);
  EXPECT_EQ(around("They announced the plan on X."), Direction::past);
  EXPECT_EQ(around("The ban took effect on X."), Direction::past);
  EXPECT_EQ(around("The record was set on X."), Direction::past);
  EXPECT_EQ(around("The trial is set for X."), Direction::future);
  EXPECT_EQ(around("They agreed to sell the mill in X."), Direction::future);
  EXPECT_EQ(around("Villagers were ordered to leave in X."), Direction::past);
  EXPECT_EQ(around("They agreed to sell the mill after a meeting on X."), Direction::past);
}

TEST(Direction, IsNoneWithoutACue) { EXPECT_EQ(around("A quiet street on X."), Direction::none); }

TEST(Direction, StopsAtTheClause) {
  EXPECT_EQ(around("They will return; the raid on X failed."), Direction::past);
}

}  // namespace
}  // namespace claimtrail
