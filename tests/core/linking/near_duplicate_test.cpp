#include "core/linking/near_duplicate.h"

#include <deque>
#include <set>

#include <gmock/gmock.h>

#include "tests/core/linking/copies.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::optional<TextCopy> compared(std::string_view a, std::string_view b) {
  return compare_texts(TextShingles(a), TextShingles(b));
}

std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

class NearDuplicate : public ::testing::Test {
 protected:
  std::string text(std::size_t words) { return Newsroom::text(room_.story(words)); }
  Newsroom room_{3};
};

TEST_F(NearDuplicate, TheSameWordsAreIdenticalWhateverTheMarks) {
  const auto copy = compared("The dam holds, he said.", "the dam holds he said");
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->kind, CopyKind::identical);
  EXPECT_FALSE(compared("The dam holds, he said.", "The dam broke, he said."))
      << "too little text to call a copy";
}

TEST_F(NearDuplicate, EditedCopiesAreTold) {
  for (int round = 0; round < 20; ++round) {
    const auto story = room_.story(300 + room_.number(300));
    for (const unsigned percent : {5U, 10U, 20U}) {
      const auto copy =
          compared(Newsroom::text(story), Newsroom::text(room_.edited(story, percent)));
      ASSERT_TRUE(copy) << percent;
      EXPECT_EQ(copy->kind, CopyKind::near_same) << percent;
    }
  }
}

TEST_F(NearDuplicate, UnrelatedTextsAreNone) {
  for (int round = 0; round < 50; ++round) EXPECT_FALSE(compared(text(400), text(400)));
}

TEST_F(NearDuplicate, ACutVersionAndALocalTop) {
  const auto wire = room_.story(500);
  const std::vector<std::string> cut(wire.begin(), wire.begin() + 150);
  auto copy = compared(Newsroom::text(wire), Newsroom::text(cut));
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->kind, CopyKind::contains);
  EXPECT_GT(copy->share_of_b, 0.95);
  EXPECT_LT(copy->share_of_a, 0.4);
  copy = compared(Newsroom::text(room_.story(120) + wire), Newsroom::text(wire));
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->kind, CopyKind::near_same);
}

TEST_F(NearDuplicate, ALongSharedPassageIsAnExcerpt) {
  const auto passage = room_.story(80);
  const auto copy = compared(Newsroom::text(room_.story(200) + passage + room_.story(100)),
                             Newsroom::text(passage + room_.story(300)));
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->kind, CopyKind::excerpt);
  EXPECT_GE(copy->longest_run, 75U);
}

TEST_F(NearDuplicate, SharedQuotationsMakeNoCopy) {
  std::string quote;
  for (int paragraph = 0; paragraph < 5; ++paragraph) {
    quote += "\n\n“" + Newsroom::text(room_.story(30)) + (paragraph == 4 ? "”\n\n" : "");
  }
  const std::string a = text(120) + quote + text(80);
  const std::string b = text(60) + quote + text(140);
  EXPECT_FALSE(compared(a, b));
}

TEST_F(NearDuplicate, SharedFurnitureMakesNoCopy) {
  const std::string furniture = text(90);
  std::deque<TextShingles> shingles;
  std::vector<ComparedText> texts;
  for (int i = 0; i < 12; ++i) {
    texts.push_back({&shingles.emplace_back(text(100) + "\n\n" + furniture), "Herald"});
  }
  EXPECT_THAT(find_copies(texts), IsEmpty());
  const auto alone = compare_texts(shingles[0], shingles[1]);
  ASSERT_TRUE(alone) << "without knowing what is furniture it looks like an excerpt";
}

TEST_F(NearDuplicate, FindsWhatEveryPairComparedFinds) {
  std::deque<TextShingles> shingles;
  std::vector<ComparedText> texts;
  for (int i = 0; i < 30; ++i) {
    const auto story = room_.story(150 + room_.number(300));
    shingles.emplace_back(Newsroom::text(story));
    if (i % 2 == 0) shingles.emplace_back(Newsroom::text(room_.edited(story, room_.number(25))));
    if (i % 3 == 0) {
      shingles.emplace_back(Newsroom::text({story.begin(), story.begin() + 80}));
    }
  }
  for (const TextShingles& each : shingles) texts.push_back({&each, ""});
  std::vector<TextCopy> expected;
  for (std::size_t a = 0; a < texts.size(); ++a) {
    for (std::size_t b = a + 1; b < texts.size(); ++b) {
      if (auto copy = compare_texts(shingles[a], shingles[b])) {
        copy->a = a;
        copy->b = b;
        expected.push_back(*copy);
      }
    }
  }
  const auto found = find_copies(texts);
  EXPECT_EQ(found, expected);
  EXPECT_GT(found.size(), 20U);

  std::vector<ComparedText> reversed(texts.rbegin(), texts.rend());
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  std::set<std::pair<std::size_t, std::size_t>> other;
  for (const TextCopy& copy : found) pairs.emplace(copy.a, copy.b);
  const std::size_t last = texts.size() - 1;
  for (const TextCopy& copy : find_copies(reversed)) other.emplace(last - copy.b, last - copy.a);
  EXPECT_EQ(pairs, other) << "the order given changes nothing";
}

TEST_F(NearDuplicate, AStoryThatAllPrintIsAStar) {
  const auto story = room_.story(300);
  std::deque<TextShingles> shingles;
  std::vector<ComparedText> texts;
  for (int i = 0; i < 300; ++i) {
    texts.push_back({&shingles.emplace_back(Newsroom::text(room_.edited(story, 3))), ""});
  }
  std::set<std::size_t> joined;
  const auto copies = find_copies(texts);
  for (const TextCopy& copy : copies) {
    joined.insert(copy.a);
    joined.insert(copy.b);
  }
  EXPECT_THAT(joined, SizeIs(300));
  EXPECT_LT(copies.size(), 300U * 64);
}

}  // namespace
}  // namespace claimtrail
