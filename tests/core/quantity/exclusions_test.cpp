#include <gmock/gmock.h>

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

class NotQuantities : public testing::TestWithParam<std::string> {};

TEST_P(NotQuantities, AreLeftAlone) {
  EXPECT_THAT(spell_figures(GetParam()), testing::IsEmpty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    Names, NotQuantities,
    testing::Values("Flight MH17 was hit by a Buk-M1 missile near kilometre 50.",
                    "The F-16 and the iPhone 15 were mentioned in Resolution 2231.",
                    "Room 101, Section 230 and COVID-19 are names, not amounts.",
                    "The Boeing 737 landed safely.", "The Group of Seven met on the lake.",
                    "He lives at 12 Main Street.", "The new 787 Dreamliner took off.",
                    "The iPhone 11 and 11 Pro Max sold out.", "A PS5 stood there.", "It ran =>30.",
                    "They have COVID -19 there.", "They played Game 6 there.",
                    "The No. 3 reactor was shut.", "A 5G mast fell.", "The S&P 500 closed early."));

INSTANTIATE_TEST_SUITE_P(DatesAndTimes, NotQuantities,
                         testing::Values("The war began on Feb. 24, 2022.",
                                         "Fighting between 24 and 27 October went on.",
                                         "It was built in the early 1990s.", "They left in 2008.",
                                         "In the years 2013-14 it closed.", "It opens at 9:30.",
                                         "It opens at 10.45pm.", "The 9/11 attacks shook them.",
                                         "It ran on 2024-05-01.",
                                         "They came in nineteen ninety-six.",
                                         "In the 1828 presidential race he lost."));

INSTANTIATE_TEST_SUITE_P(Results, NotQuantities,
                         testing::Values("City beat Rovers 2-1.", "The vote was 51-49.",
                                         "A 2-0 win over the visitors.",
                                         "Call +1-222-2222-2222 now.", "The host is 192.168.1.2.",
                                         "See www.test.com/search?q=30%25."));

TEST(Quantities, LookLikeYearsButAreNot) {
  EXPECT_EQ(spell_figures("Some 2000 soldiers crossed."),
            std::vector<std::string>{"Some 2000 soldiers [2000,2000] person approx"});
  EXPECT_EQ(spell_figures("It turns at 2000 rpm."),
            std::vector<std::string>{"2000 rpm [2000,2000] revolution per minute"});
  EXPECT_EQ(spell_figures("They sold 5835 units."),
            std::vector<std::string>{"5835 units [5835,5835]"});
}

TEST(Quantities, StandAfterCapitalsToo) {
  EXPECT_EQ(spell_figures("In Gaza 12 people were killed."),
            std::vector<std::string>{"12 people [12,12] person"});
  EXPECT_EQ(spell_figures("At Least Three Soldiers Killed In Attack On Border Post"),
            std::vector<std::string>{"At Least Three Soldiers [3,) person at_least"});
}

}  // namespace
}  // namespace claimtrail
