#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

struct Case {
  const char* text;
  Hedge hedge;
  Polarity polarity;
};
void PrintTo(const Case& value, std::ostream* out) { *out << value.text; }

class Denials : public testing::TestWithParam<Case> {};

TEST_P(Denials, KeepHedgeAndPolarityApart) {
  const Reading reading = read(GetParam().text);
  ASSERT_EQ(reading.analysis.claims.size(), 1U);
  const Claim& claim = reading.analysis.claims[0];
  ASSERT_FALSE(claim.attribution.empty());
  EXPECT_EQ(claim.attribution[0].hedge, GetParam().hedge);
  EXPECT_EQ(claim.polarity, GetParam().polarity);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Denials,
    testing::Values(
        Case{"Roth said the dam held.", Hedge::asserted, Polarity::affirmed},
        Case{"Roth claimed the dam held.", Hedge::claimed, Polarity::affirmed},
        Case{"Roth confirmed that the dam held.", Hedge::confirmed, Polarity::affirmed},
        Case{"Roth admitted that the dam broke.", Hedge::conceded, Polarity::affirmed},
        Case{"Roth estimated that 12 people fled.", Hedge::estimated, Polarity::affirmed},
        Case{"Roth predicted that the dam would break.", Hedge::predicted, Polarity::affirmed},
        Case{"Roth denied that the dam broke.", Hedge::denied, Polarity::affirmed},
        Case{"Roth denied reports that the dam broke.", Hedge::denied, Polarity::affirmed},
        Case{"Roth said the dam did not break.", Hedge::asserted, Polarity::negated},
        Case{"Roth said the dam never broke.", Hedge::asserted, Polarity::negated},
        Case{"Roth said no bridge had fallen.", Hedge::asserted, Polarity::negated},
        Case{"Roth said the dam is no longer safe.", Hedge::asserted, Polarity::negated},
        Case{"\"The dam wasn\u2019t hit,\" Roth said.", Hedge::asserted, Polarity::negated},
        Case{"Roth does not believe that the dam broke.", Hedge::estimated, Polarity::negated},
        Case{"Roth has not confirmed that the dam broke.", Hedge::questioned, Polarity::affirmed},
        Case{"Roth neither confirmed nor denied that the dam broke.", Hedge::questioned,
             Polarity::affirmed},
        Case{"Roth could not confirm or deny that the dam broke.", Hedge::questioned,
             Polarity::affirmed}));

TEST(Silence, IsNoClaim) {
  for (const char* text :
       {"Roth declined to comment.", "Roth did not say that the dam held.",
        "Roth would not say whether the dam held.",
        "The Kremlin did not respond to a request for "
        "comment.",
        "Roth refused to say that the dam held.", "Roth never claimed the dam held."}) {
    EXPECT_THAT(lines_of(text), testing::IsEmpty()) << text;
  }
}

struct Typed {
  const char* text;
  ClaimType type;
  bool checkable;
};
void PrintTo(const Typed& value, std::ostream* out) { *out << value.text; }

class TypeOf : public testing::TestWithParam<Typed> {};

TEST_P(TypeOf, IsTheExpectedOne) {
  const Reading reading = read(GetParam().text);
  ASSERT_EQ(reading.analysis.claims.size(), 1U);
  EXPECT_EQ(reading.analysis.claims[0].claim_type, GetParam().type)
      << to_string(reading.analysis.claims[0].claim_type);
  EXPECT_EQ(reading.analysis.claims[0].checkable, GetParam().checkable);
}

INSTANTIATE_TEST_SUITE_P(
    Types, TypeOf,
    testing::Values(Typed{"Roth said 12 people fled.", ClaimType::quantity, true},
                    Typed{"Roth said the army has taken the town.", ClaimType::event, true},
                    Typed{"It was the largest flood since the war.", ClaimType::superlative, true},
                    Typed{"Roth said the dam would break.", ClaimType::prediction, true},
                    Typed{"Roth vowed to rebuild the dam.", ClaimType::promise, true},
                    Typed{"\"We will rebuild it,\" Roth said.", ClaimType::promise, true},
                    Typed{"Roth praised the soldiers.", ClaimType::position, false},
                    Typed{"Roth said the law is shameful.", ClaimType::position, false},
                    Typed{"\"Did it hold?\" Roth asked.", ClaimType::other, false}));

}  // namespace
}  // namespace claimtrail
