#include "core/linking/suggest_links.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "tests/core/linking/small_press.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Two reports of one flood that count what may be the same lorries, in other words.
SmallPress lorries() {
  SmallPress room;
  room.count("a", "Rescue crews moved 40 lorries of wet sand to the Wlen dyke", 40, "lorries", "");
  room.count("b", "Some 45 lorries of sand stood ready at the Wlen dyke", 45, "lorries", "");
  return room;
}

std::vector<LinkSuggestion> suggested(const SmallPress& room,
                                      const std::vector<ReadingLink>& links = {},
                                      const std::vector<Review>& reviews = {}) {
  std::vector<LinkSuggestion> suggestions = suggest_links(room.inputs(), links, reviews);
  std::erase_if(suggestions, [](const LinkSuggestion& each) {
    return each.first.reading.second < 0;  // the claims' statements
  });
  return suggestions;
}

TEST(SuggestLinks, OffersWhatIsNotSureEnough) {
  const SmallPress room = lorries();
  for (const ReadingLink& link : link_readings(room.inputs(), {}, {}, {}, {}).links) {
    ASSERT_EQ(link.figure, -1) << "only the statements are linked";
  }
  const auto suggestions = suggested(room);
  ASSERT_THAT(suggestions, SizeIs(1));
  EXPECT_EQ(suggestions[0].first.subject(), "a#0");
  EXPECT_EQ(suggestions[0].second.subject(), "b#0");
  EXPECT_LT(suggestions[0].alike, suggestions[0].asked);
}

TEST(SuggestLinks, IsAboutTheQuestionsThatTheReadingsAnswer) {
  const SmallPress room = lorries();
  auto suggestions = suggested(room, {{"a", 0, "q-sand"}});
  ASSERT_THAT(suggestions, SizeIs(1));
  EXPECT_EQ(suggestions[0].first.subject(), "b#0");
  EXPECT_EQ(suggestions[0].second.subject(), "q-sand");
  EXPECT_THAT(suggested(room, {{"a", 0, "q-sand"}, {"b", 0, "q-sand"}}), IsEmpty());
}

TEST(SuggestLinks, WhatWasDecidedIsNotAskedAgain) {
  Review apart;
  apart.id = "1";
  apart.subject_kind = "reading";
  apart.subject = "b#0";
  apart.action = "apart";
  apart.after = "a#0";
  EXPECT_THAT(suggested(lorries(), {}, {apart}), IsEmpty());
  Review undo;
  undo.id = "2";
  undo.undoes = "1";
  EXPECT_THAT(suggested(lorries(), {}, {apart, undo}), SizeIs(1));
}

TEST(SuggestLinks, WhatCannotBeOneIsNotOffered) {
  SmallPress room = lorries();
  room.count("c", "Rescue crews moved 40 boats of sand to the Wlen dyke on Friday", 40, "boats",
             "");
  for (const LinkSuggestion& each : suggested(room)) {
    EXPECT_NE(each.first.reading.first, "c");
    EXPECT_NE(each.second.reading.first, "c");
  }
}

}  // namespace
}  // namespace claimtrail
