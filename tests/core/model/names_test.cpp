#include <gtest/gtest.h>

#include "core/model/claim.h"
#include "core/model/flag.h"

namespace claimtrail {
namespace {

TEST(Names, ReadBackWhatTheyWrite) {
  for (int i = 0; i < 8; ++i) {
    const auto hedge = static_cast<Hedge>(i);
    EXPECT_EQ(parse_hedge(to_string(hedge)), hedge);
  }
  for (int i = 0; i < 7; ++i) {
    const auto kind = static_cast<ClaimantKind>(i);
    EXPECT_EQ(parse_claimant_kind(to_string(kind)), kind);
    const auto type = static_cast<ClaimType>(i);
    EXPECT_EQ(parse_claim_type(to_string(type)), type);
  }
  for (int i = 0; i < 6; ++i) {
    const auto status = static_cast<FlagStatus>(i);
    EXPECT_EQ(parse_flag_status(to_string(status)), status);
  }
  EXPECT_FALSE(parse_manner("sideways"));
}

TEST(ExactWords, JoinsContentSpans) {
  Claim claim;
  claim.content = {{0, 3}, {9, 12}};
  EXPECT_EQ(exact_words(claim, "one said two"), "one … two");
}

TEST(Flag, ListsEveryClaimOnce) {
  Flag flag;
  flag.sides = {{"a", {"2", "1"}}, {"b", {"3"}}};
  flag.context = {"1"};
  EXPECT_EQ(flag.all_claims(), (std::vector<std::string>{"1", "2", "3"}));
}

}  // namespace
}  // namespace claimtrail
