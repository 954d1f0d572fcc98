#include "core/linking/similarity.h"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;

TEST(FoldedWords, KeepsNumbersAndEllipses) {
  EXPECT_THAT(folded_words("Over 1,300 km … “the mayor’s” 2.5 o'clock..."),
              ElementsAre("over", "1300", "km", "…", "the", "mayor's", "2.5", "o'clock", "…"));
}

TEST(Stem, BringsFormsTogether) {
  EXPECT_EQ(stem("bridges"), stem("bridge"));
  EXPECT_EQ(stem("captured"), stem("capturing"));
  EXPECT_EQ(stem("mayor's"), stem("mayor"));
  EXPECT_EQ(stem("stopped"), stem("stopping"));
  EXPECT_NE(stem("press"), stem("pre"));
}

TEST(SameWord, KnowsClassesAndAdjectives) {
  EXPECT_TRUE(same_word(stem("soldiers"), stem("troops")));
  EXPECT_TRUE(same_word("korea", "korean"));
  EXPECT_FALSE(same_word("north", "south"));
  EXPECT_FALSE(same_word("iran", "iranate"));
}

TEST(Similar, IsHighForOneStatementInOtherWords) {
  EXPECT_GE(similar("The Russian army has fully cleared the Kursk region",
                    "the army of Russia fully cleared all of the Kursk region"),
            0.5);
  EXPECT_LT(
      similar("The Russian army has fully cleared the Kursk region", "Schools open on Monday"),
      0.1);
}

TEST(Similar, AStatementInsideALongerOneCounts) {
  EXPECT_GE(
      similar(
          "the dam near Oskil cracked on Friday",
          "residents of three villages said the dam near Oskil cracked on Friday and water rose"),
      0.6);
}

TEST(SameStatement, TwoSharedWordsAreNoStatement) {
  const auto same = [](const char* a, const char* b) {
    std::map<std::string, std::uint32_t> numbers;
    const auto numbered = [&](const char* text) {
      std::vector<std::uint32_t> words;
      for (const std::string& word : content_words(text)) {
        words.push_back(numbers.try_emplace(word, numbers.size()).first->second);
      }
      std::sort(words.begin(), words.end());
      return words;
    };
    return statement_likeness(numbered(a), numbered(b)) >= 0.6;
  };
  EXPECT_FALSE(same("the region had been cleared", "the whole region was cleared"));
  EXPECT_TRUE(same("the Kursk region was cleared", "the Kursk region had been cleared"));
}

TEST(Similar, NothingIsLikeNothing) {
  EXPECT_EQ(similar("", ""), 0);
  EXPECT_EQ(similar("the of and", "dam"), 0);
}

}  // namespace
}  // namespace claimtrail
