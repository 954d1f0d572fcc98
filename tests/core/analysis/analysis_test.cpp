#include "core/analysis.h"

#include <algorithm>
#include <thread>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

Document document_of(const std::string& body) {
  Document document;
  set_blocks(document, {{BlockKind::headline, "Dam held, says Roth"}, {BlockKind::body, body}});
  document.published = parse_published("2025-04-26");
  return document;
}

const std::string story =
    "Ann Roth said on Saturday that over 1,300 people had fled since March. \"The dam held,\" she "
    "told Reuters. The army denied that it had been hit.";

TEST(Analysis, GivesFiguresDatesAndClaimsOfOneText) {
  const Document document = document_of(story);
  const Analysis analysis = analyse(document);
  EXPECT_FALSE(analysis.figures.empty());
  EXPECT_FALSE(analysis.dates.empty());
  ASSERT_EQ(analysis.claims.size(), 4U);
  EXPECT_EQ(analysis.claims[0].block, BlockKind::headline);
  ASSERT_FALSE(analysis.claims[1].figures.empty());
  // The figures of a claim are figures of the text.
  for (const Claim& claim : analysis.claims) {
    for (const Figure& figure : claim.figures) {
      EXPECT_TRUE(std::any_of(analysis.figures.begin(), analysis.figures.end(),
                              [&](const Figure& other) { return other.span == figure.span; }));
    }
  }
}

TEST(Analysis, IsTheSameEveryTimeAndOnManyThreads) {
  const Document document = document_of(story);
  const Analysis once = analyse(document);
  std::vector<Analysis> results(4);
  std::vector<std::thread> threads;
  for (Analysis& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) result = analyse(document);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Analysis& result : results) EXPECT_EQ(result.claims, once.claims);
}

TEST(Analysis, OfNothingIsNothing) {
  const Analysis analysis = analyse(Document{});
  EXPECT_TRUE(analysis.claims.empty());
  EXPECT_TRUE(analysis.figures.empty());
  EXPECT_TRUE(analysis.dates.empty());
}

TEST(Analysis, NamesItsVersionAndThatOfItsWeights) {
  EXPECT_THAT(extractor_version(),
              testing::MatchesRegex("claimtrail 0\\.1\\.0, en [0-9]+, weights [0-9a-f]{16}"));
}

}  // namespace
}  // namespace claimtrail
