#include "core/linking/word_diff.h"

#include <chrono>
#include <random>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The changes as "-old+new", trivial ones in brackets.
std::vector<std::string> told(std::string_view before, std::string_view after) {
  std::vector<std::string> lines;
  for (const Hunk& hunk : diff_words(before, after)) {
    std::string line =
        "-" + std::string(hunk.before.of(before)) + "+" + std::string(hunk.after.of(after));
    if (hunk.weight == HunkWeight::trivial) line = "[" + line + "]";
    lines.push_back(line);
  }
  return lines;
}

TEST(WordDiff, EqualTextsDoNotDiffer) {
  EXPECT_THAT(diff_words("", ""), IsEmpty());
  EXPECT_THAT(diff_words("The dam holds.", "The dam holds."), IsEmpty());
}

TEST(WordDiff, ReplacesInsertsAndDeletesWholeWords) {
  EXPECT_THAT(told("About 12 people were hurt.", "About 15 people were hurt."),
              ::testing::ElementsAre("-12+15"));
  EXPECT_THAT(told("The dam holds.", "The old dam holds."), ::testing::ElementsAre("-+old "));
  EXPECT_THAT(told("The old dam holds.", "The dam holds."), ::testing::ElementsAre("-old +"));
  EXPECT_THAT(told("", "The dam."), ::testing::ElementsAre("-+The dam."));
}

TEST(WordDiff, SaysWhichKindAHunkIs) {
  EXPECT_EQ(diff_words("a b c", "a b x c").at(0).kind, HunkKind::inserted);
  EXPECT_EQ(diff_words("a b x c", "a b c").at(0).kind, HunkKind::deleted);
  EXPECT_EQ(diff_words("a b x c", "a b y c").at(0).kind, HunkKind::replaced);
}

TEST(WordDiff, MarksQuotesBlanksAndCaseAreTrivial) {
  EXPECT_THAT(told("He said: \"It holds\"", "He said: “It holds”"), SizeIs(2));
  for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
           {"He said: \"It holds\" now", "He said: “It holds” now"},
           {"the square-mile plot", "the square mile plot"},
           {"Rain fell, and it rose", "Rain fell and it rose"},
           {"Rain  fell", "Rain fell"},
           {"The Dam Holds", "The dam holds"},
           {"Kyiv's bridge", "Kyiv’s bridge"}}) {
    for (const Hunk& hunk : diff_words(before, after)) {
      EXPECT_EQ(hunk.weight, HunkWeight::trivial) << before << " / " << after;
    }
  }
}

TEST(WordDiff, FiguresCurrenciesAndSignsAreNoTrifle) {
  for (const auto& [before, after] :
       std::vector<std::pair<std::string, std::string>>{{"paid $5 each", "paid €5 each"},
                                                        {"fell to -5 degrees", "fell to 5 degrees"},
                                                        {"rose 5% again", "rose 5 again"},
                                                        {"had 1.5 million", "had 15 million"}}) {
    ASSERT_THAT(diff_words(before, after), SizeIs(1)) << before;
    EXPECT_EQ(diff_words(before, after)[0].weight, HunkWeight::words) << before << " / " << after;
  }
}

TEST(WordDiff, OneCommonWordDoesNotTearAClauseApart) {
  EXPECT_THAT(told("The mayor of the old town resigned on Friday evening.",
                   "The head of our council resigned on Friday evening."),
              ::testing::ElementsAre("-mayor of the old town+head of our council"));
}

TEST(WordDiff, HunksOfTwoParagraphsStayApart) {
  EXPECT_THAT(diff_words("It rained on Monday.\n\nMonday was wet.",
                         "It rained on Tuesday.\n\nTuesday was wet."),
              SizeIs(2));
}

TEST(WordDiff, AWholeParagraphIsOneHunkFromItsStart) {
  const std::string before = "It rained.\n\nIt shone.";
  const std::string after = "It rained.\n\nIt shone.\n\nCorrection: on Monday.";
  EXPECT_THAT(told(before, after), ::testing::ElementsAre("-+\n\nCorrection: on Monday."));
  EXPECT_THAT(told(after, before), ::testing::ElementsAre("-\n\nCorrection: on Monday.+"));
}

std::string random_text(std::mt19937& random, int words, int vocabulary) {
  static constexpr std::array blanks{" ",  " ",  " ",  " ",        "  ", "\n\n", "\n", ", ",
                                     ". ", " “", "” ", "\xC2\xA0", " -", "\xFF", "é ", "\t"};
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += "w" + std::to_string(random() % static_cast<unsigned>(vocabulary));
    text += blanks[random() % blanks.size()];
  }
  return text;
}

std::string edited(std::mt19937& random, const std::string& text) {
  std::string made = text;
  for (unsigned edits = random() % 8; edits > 0; --edits) {
    const std::size_t at = random() % (made.size() + 1);
    if (random() % 2 == 0) {
      made.insert(at, random_text(random, 3, 9));
    } else {
      made.erase(at, random() % 12);
    }
  }
  return made;
}

TEST(WordDiffProperty, AppliedToTheOldTextItGivesTheNewOne) {
  std::mt19937 random(11);
  for (int round = 0; round < 600; ++round) {
    const std::string before = random_text(random, static_cast<int>(random() % 60), 12);
    const std::string after = round % 3 == 0
                                  ? random_text(random, static_cast<int>(random() % 60), 12)
                                  : edited(random, before);
    WordDiffOptions options;
    options.most_edits = round % 2 == 0 ? 400 : 3;
    options.joined_below = random() % 4;
    const std::vector<Hunk> hunks = diff_words(before, after, options);
    EXPECT_EQ(apply_diff(before, after, hunks), after) << before;
    EXPECT_EQ(hunks.empty(), before == after);
    std::uint32_t at = 0;
    for (const Hunk& hunk : hunks) {
      EXPECT_GE(hunk.before.start, at);
      EXPECT_NE(hunk.before.of(before), hunk.after.of(after));
      at = hunk.before.end;
    }
  }
}

TEST(WordDiffProperty, HostileTextsStayCheap) {
  // Two letters in disorder leave no unique word to cut at and need the most edits.
  std::mt19937 random(5);
  const auto disorder = [&] {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += random() % 2 == 0 ? "a " : "b ";
    return text;
  };
  const std::string before = disorder();
  const std::string after = disorder();
  const auto start = std::clock();
  EXPECT_EQ(apply_diff(before, after, diff_words(before, after)), after);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, 5.0) << "processor time; quadratic work would take minutes";
}

}  // namespace
}  // namespace claimtrail
