#include "core/linking/refutation.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

StoredClaim claim(const std::string& words, std::uint32_t start = 0) {
  StoredClaim stored;
  stored.exact = words;
  stored.claim.span = {start, start + static_cast<std::uint32_t>(words.size())};
  return stored;
}

TEST(Refutation, IsTheWordingThatAStoryIsNotSo) {
  EXPECT_TRUE(refutes_story(claim("the photograph of the ghost ship is a hoax")));
  EXPECT_TRUE(refutes_story(claim("the story about the mayor's twin is not true")));
  EXPECT_TRUE(refutes_story(claim("It turns out that the letter was written by a pupil")));
  EXPECT_TRUE(refutes_story(claim("the video isn't authentic")));
  EXPECT_FALSE(refutes_story(claim("the ghost ship was seen off the coast")));
  EXPECT_FALSE(refutes_story(claim("the letter is real and true")));
  EXPECT_FALSE(refutes_story(claim("the letter is not a fake, the archive confirmed")));
}

TEST(Refutation, StandsAtTheTopOfItsReport) {
  EXPECT_FALSE(refutes_story(claim("the old rumour was a hoax too", 5000)));
  StoredClaim headline = claim("Ghost ship was a hoax", 5000);
  headline.claim.block = BlockKind::headline;
  EXPECT_TRUE(refutes_story(headline));
}

TEST(Refutation, IsWhatSomebodyDenies) {
  StoredClaim denial = claim("the council closed the harbour");
  EXPECT_FALSE(refutes_story(denial));
  denial.claim.attribution.emplace_back().hedge = Hedge::denied;
  EXPECT_TRUE(refutes_story(denial));
  denial.claim.polarity = Polarity::negated;
  EXPECT_FALSE(refutes_story(denial)) << "who denies that it did not happen affirms it";
}

TEST(Refutation, MayBeDoubtedFurtherDown) {
  const StoredClaim late = claim("the old rumour was a hoax too", 5000);
  EXPECT_TRUE(says_something_is_not_so(late));
  EXPECT_FALSE(says_something_is_not_so(claim("the rumour is old", 5000)));
}

}  // namespace
}  // namespace claimtrail
