#include "cli/review/state.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

TEST(FlagState, IsReadBackAsWritten) {
  for (const char* text : {"open", "confirmed", "explained translation", "suppressed",
                           "suppressed until 2026-03-01", "suppressed settings until 2026-03-01"}) {
    const auto state = parse_flag_state(text);
    ASSERT_TRUE(state.has_value()) << text;
    EXPECT_EQ(to_string(*state), text);
  }
}

TEST(FlagState, RefusesOtherWords) {
  for (const char* text : {"", "opened", "open until", "suppressed until soon", "explained a b",
                           "suppressed until 2026-03-01 now"}) {
    EXPECT_FALSE(parse_flag_state(text).has_value()) << text;
  }
}

TEST(ClaimState, CorrectionsAreStoredAsOneWord) {
  EXPECT_EQ(stored_claim_state("corrected: 12, not 21"), "corrected");
  EXPECT_EQ(stored_claim_state("accepted"), "accepted");
}

}  // namespace
}  // namespace claimtrail
