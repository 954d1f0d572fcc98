// What holds for every input: a tree, the same each time.
#include <thread>

#include "tests/core/syntax/syntax_test_support.h"

namespace claimtrail {
namespace {

TEST(Parse, RandomWordsGiveTrees) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::string words = random_words(1 + seed % 60, seed);
    const TokenizedText text = take_apart(words, {});
    expect_tree(parse_all(shipped_model(), text));
  }
}

TEST(Parse, ArcsDoNotCross) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::string words = random_words(40, seed + 1000);
    const TokenizedText text = take_apart(words, {});
    const auto tree = parse_all(shipped_model(), text);
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (tree[i].head < 0) continue;
      const auto head = static_cast<std::size_t>(tree[i].head);
      for (std::size_t k = std::min(i, head) + 1; k < std::max(i, head); ++k) {
        const auto other = tree[k].head;
        EXPECT_TRUE(other >= static_cast<std::int32_t>(std::min(i, head)) &&
                    other <= static_cast<std::int32_t>(std::max(i, head)))
            << "arcs cross at " << i << " and " << k << ", seed " << seed;
      }
    }
  }
}

TEST(Parse, AnEmptyRangeGivesNothing) {
  ParserScratch scratch;
  const TokenizedText text = take_apart("One sentence.", {});
  EXPECT_TRUE(shipped_model().parse(text, 0, 0, scratch).empty());
  EXPECT_TRUE(shipped_model().parse(text, 3, 3, scratch).empty());
  EXPECT_TRUE(shipped_model().tag(text, 1, 1, scratch).empty());
  const TokenizedText nothing = take_apart("", {});
  EXPECT_TRUE(shipped_model().parse(nothing, 0, 0, scratch).empty());
}

TEST(Parse, ARangeOutsideTheTextIsRefused) {
  ParserScratch scratch;
  const TokenizedText text = take_apart("One sentence.", {});
  EXPECT_THROW((void)shipped_model().parse(text, 0, 4, scratch), std::out_of_range);
  EXPECT_THROW((void)shipped_model().parse(text, 2, 1, scratch), std::out_of_range);
}

TEST(Parse, OneTokenIsTheRoot) {
  ParserScratch scratch;
  const TokenizedText text = take_apart("Silence", {});
  const auto tree = shipped_model().parse(text, 0, 1, scratch);
  ASSERT_EQ(tree.size(), 1U);
  EXPECT_EQ(tree[0].head, -1);
  EXPECT_EQ(tree[0].relation, Relation::root);
}

TEST(Parse, HeadsCountFromTheStartOfTheRange) {
  ParserScratch scratch;
  const TokenizedText text = take_apart("The mayor resigned. The mayor resigned.", {});
  ASSERT_EQ(text.sentences.size(), 2U);
  const auto parse = [&](const Sentence& sentence) {
    const auto tree = shipped_model().parse(text, sentence.first, sentence.last, scratch);
    return std::vector<SyntaxToken>(tree.begin(), tree.end());
  };
  EXPECT_EQ(parse(text.sentences[0]), parse(text.sentences[1]));
}

TEST(Parse, TagAloneGivesTheTagsOfParse) {
  ParserScratch scratch;
  const std::string words = random_words(120, 5);
  const TokenizedText text = take_apart(words, {});
  const auto tree = parse_all(shipped_model(), text);
  const auto tags = shipped_model().tag(text, 0, text.tokens.size(), scratch);
  ASSERT_EQ(tags.size(), tree.size());
  for (std::size_t i = 0; i < tree.size(); ++i) EXPECT_EQ(tags[i].tag, tree[i].tag);
}

TEST(Parse, TheSameEachTimeOnManyThreads) {
  const std::string words = random_words(3000, 9);
  const TokenizedText text = take_apart(words, {});
  const auto expected = parse_all(shipped_model(), text);
  std::vector<std::vector<SyntaxToken>> found(4);
  std::vector<std::thread> threads;
  for (auto& tree : found) {
    threads.emplace_back([&] {
      ParserScratch scratch;
      for (int round = 0; round < 3; ++round) {
        const auto parsed = shipped_model().parse(text, 0, text.tokens.size(), scratch);
        tree.assign(parsed.begin(), parsed.end());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& tree : found) EXPECT_EQ(tree, expected);
}

TEST(Parse, AHundredThousandTokensAreOneTree) {
  const std::string words = random_words(100'000, 3);
  const TokenizedText text = take_apart(words, {});
  expect_tree(parse_all(shipped_model(), text));
}

}  // namespace
}  // namespace claimtrail
