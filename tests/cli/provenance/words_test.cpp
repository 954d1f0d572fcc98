#include "cli/provenance/words.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

DayRange days(const char* from, const char* to) { return {*parse_day(from), *parse_day(to)}; }

TEST(DaysWords, SaysWhatARangeIs) {
  EXPECT_EQ(days_words(days("2025-04-26", "2025-04-27")), "26 April 2025");
  EXPECT_EQ(days_words(days("2024-01-01", "2025-01-01")), "2024");
  EXPECT_EQ(days_words(days("2025-02-01", "2025-03-01")), "February 2025");
  EXPECT_EQ(days_words(days("2025-12-01", "2026-01-01")), "December 2025");
  EXPECT_EQ(days_words(days("2025-04-20", "2025-04-27")), "20 April to 26 April 2025");
  EXPECT_EQ(days_words(days("2024-12-30", "2025-01-03")), "30 December 2024 to 2 January 2025");
}

TEST(TimeWords, AreInUtc) {
  EXPECT_EQ(time_words(*parse_timestamp("2025-04-26T10:30:05+02:00")),
            "26 April 2025, 08:30:05 UTC");
}

TEST(AttributionWords, NamesTheChainNearestFirst) {
  Claim claim;
  EXPECT_EQ(attribution_words(claim, "River Post", {}), "River Post, in its own voice");
  claim.attribution.resize(2);
  claim.attribution[0].claimants = {{"", "Valery Gerasimov", ClaimantKind::named_person}};
  claim.attribution[1].claimants = {{"", "Reuters", ClaimantKind::outlet}};
  EXPECT_EQ(attribution_words(claim, "", {"said", ""}), "Valery Gerasimov (said), via Reuters");
  claim.attribution[0].claimants.push_back({"", "B", ClaimantKind::named_person});
  claim.attribution[1].claimants.clear();
  EXPECT_EQ(attribution_words(claim, "", {}), "Valery Gerasimov and B, via somebody unnamed");
}

}  // namespace
}  // namespace claimtrail
