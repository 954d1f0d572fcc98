#include <gmock/gmock.h>

#include "tests/core/dates/spell_dates.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Row {
  std::string text;
  std::vector<std::string> dates;
};

class Dates : public testing::TestWithParam<Row> {};

// Published on Tuesday 2024-11-05.
TEST_P(Dates, AreRead) {
  EXPECT_EQ(spell_dates(GetParam().text), GetParam().dates) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Absolute, Dates,
    testing::Values(
        Row{"Troops entered the region in August 2024.", {"August 2024 2024-08-01..2024-09-01"}},
        Row{"The cease-fire of Jan. 19, 2009 held.", {"Jan. 19, 2009 2009-01-19..2009-01-20"}},
        Row{"It fell on 3 March 1997.", {"3 March 1997 1997-03-03..1997-03-04"}},
        Row{"A meeting on Saturday, April 26, 2025 followed.",
            {"Saturday, April 26, 2025 2025-04-26..2025-04-27"}},
        Row{"It ran on 2024-05-01 and 31/12/2023.",
            {"2024-05-01 2024-05-01..2024-05-02", "31/12/2023 2023-12-31..2024-01-01"}},
        Row{"It was built in the early 1990s.", {"early 1990s 1990-01-01..2000-01-01"}},
        Row{"The war began on Feb. 24, 2022, and by mid-2023 had stalled.",
            {"Feb. 24, 2022 2022-02-24..2022-02-25", "mid-2023 2023-01-01..2024-01-01"}},
        Row{"The third quarter of 2023 was strong.",
            {"third quarter of 2023 2023-07-01..2023-10-01"}},
        Row{"It was the coldest winter of 2012.", {"winter of 2012 2012-12-01..2013-03-01"}},
        Row{"A 19th century mill burned.", {"19th century 1800-01-01..1900-01-01"}},
        Row{"The first half of 2024 was dry.", {"first half of 2024 2024-01-01..2024-07-01"}},
        Row{"They fought from 2014-2016.", {"2014-2016 2014-01-01..2017-01-01"}},
        Row{"They came in nineteen ninety-six.", {"nineteen ninety-six 1996-01-01..1997-01-01"}},
        Row{"It was the largest since World War II.", {"World War II 1939-09-01..1945-09-03"}}));

INSTANTIATE_TEST_SUITE_P(
    Relative, Dates,
    testing::Values(
        Row{"Yesterday the mayor resigned.", {"Yesterday 2024-11-04..2024-11-05"}},
        Row{"Exports fell last year.", {"last year 2023-01-01..2024-01-01"}},
        Row{"He was arrested last week.", {"last week 2024-10-28..2024-11-04"}},
        Row{"Last month the court ruled.", {"Last month 2024-10-01..2024-11-01"}},
        Row{"Two weeks ago the dam broke.", {"Two weeks ago 2024-10-22..2024-10-23"}},
        Row{"It broke 11 days ago.", {"11 days ago 2024-10-25..2024-10-26"}},
        Row{"They met two months ago.", {"two months ago 2024-09-01..2024-10-01"}},
        Row{"They left 41 years ago.", {"41 years ago 1983-01-01..1984-01-01"}},
        Row{"Attacks grew in recent weeks.", {"recent weeks 2024-10-08..2024-11-06"}},
        Row{"They met over the past year.", {"past year 2023-11-05..2024-11-06"}},
        Row{"They met in the past three days.", {"past three days 2024-11-02..2024-11-06"}},
        Row{"They met last night.", {"last night 2024-11-04..2024-11-05"}},
        Row{"The order was signed in late March.", {"late March 2024-03-01..2024-04-01"}},
        Row{"It was stolen last summer.", {"last summer 2024-06-01..2024-09-01"}},
        Row{"They met over the weekend.", {"weekend 2024-11-02..2024-11-04"}},
        Row{"It opened earlier this year.", {"earlier this year 2024-01-01..2025-01-01"}},
        Row{"It will open early next year.", {"early next year 2025-01-01..2026-01-01"}},
        Row{"Profit rose in the third quarter from a year earlier.",
            {"third quarter 2024-07-01..2024-10-01", "a year earlier 2023-07-01..2023-10-01"}}));

INSTANTIATE_TEST_SUITE_P(
    Direction, Dates,
    testing::Values(
        Row{"The attack took place on Saturday.", {"Saturday 2024-11-02..2024-11-03"}},
        Row{"The talks resume on Saturday.", {"Saturday 2024-11-09..2024-11-10"}},
        Row{"The vote will be held on Saturday.", {"Saturday 2024-11-09..2024-11-10"}},
        Row{"He said on Saturday the bridge would open.", {"Saturday 2024-11-02..2024-11-03"}},
        Row{"She spoke on Tuesday, a day before the vote.", {"Tuesday 2024-11-05..2024-11-06"}},
        Row{"They met last Friday.", {"last Friday 2024-11-01..2024-11-02"}},
        Row{"They meet next Friday.", {"next Friday 2024-11-08..2024-11-09"}},
        Row{"The ban takes effect in December.", {"December 2024-12-01..2025-01-01"}},
        Row{"The law passed in December.", {"December 2023-12-01..2024-01-01"}},
        Row{"They must repay the loan by February.", {"February 2025-02-01..2025-03-01"}},
        Row{"They said they would look for a way around Wednesday's ruling.",
            {"Wednesday 2024-10-30..2024-10-31"}},
        Row{"Turnout will decide Friday's vote.", {"Friday 2024-11-08..2024-11-09"}},
        Row{"They met on 7 October.", {"7 October 2024-10-07..2024-10-08"}},
        Row{"The deadline is Nov. 30.", {"Nov. 30 2024-11-30..2024-12-01"}},
        Row{"Fighting between 24 and 27 October killed many.",
            {"24 and 27 October 2024-10-24..2024-10-28"}},
        Row{"Mr. May may march in March.", {"March 2025-03-01..2025-04-01"}}));

class NoDates : public testing::TestWithParam<std::string> {};

TEST_P(NoDates, AreLeftAlone) { EXPECT_THAT(spell_dates(GetParam()), IsEmpty()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Words, NoDates,
                         testing::Values("He may march a second time.", "Mrs May resigned.",
                                         "He scored in the second half.",
                                         "The 9/11 attacks shook them.", "They sold 2000 units.",
                                         "It turns at 2,014 rpm.", "It cost $1998.",
                                         "A fall of 3 meters.", "The host is 192.168.1.2.",
                                         "A quarter of them left.", "In room 2014% of them sat."));

TEST(Dates, DurationsAreMarked) {
  EXPECT_THAT(spell_dates("They waited for three days and a two-year ban followed."),
              ElementsAre("three days (duration)", "two-year (duration)"));
}

TEST(Dates, WithoutPublicationOnlyAbsoluteOnes) {
  EXPECT_THAT(spell_dates("On Friday, last year, in March, and in August 2024 they met.", nullptr),
              ElementsAre("August 2024 2024-08-01..2024-09-01"));
}

TEST(Dates, KeepBothCandidates) {
  const auto friday = dates_in("They met on Friday.", "2024-11-05");
  ASSERT_EQ(friday.size(), 1U);
  EXPECT_EQ(friday[0].direction, "past");
  ASSERT_TRUE(friday[0].alternative);
  EXPECT_EQ(format_day(friday[0].alternative->from), "2024-11-08");
  EXPECT_EQ(friday[0].reason, "met");
  const auto month = dates_in("The law passed in December.", "2024-11-05");
  EXPECT_EQ(month.at(0).reason, "passed");
  EXPECT_EQ(dates_in("They left last Friday.", "2024-11-05").at(0).reason, "last");
  EXPECT_EQ(dates_in("A quiet street in December.", "2024-11-05").at(0).reason, "nearest");
  EXPECT_EQ(dates_in("It closed in August 2024.", "2024-11-05").at(0).reason, "");
  ASSERT_TRUE(month.at(0).alternative);
  EXPECT_EQ(format_day(month[0].alternative->from), "2024-12-01");
}

TEST(Dates, SayHowTheyAreBounded) {
  EXPECT_EQ(dates_in("It has been closed since 2014.", "2024-11-05").at(0).relation,
            DateRelation::since);
  EXPECT_EQ(dates_in("It stays closed until Friday.", "2024-11-05").at(0).relation,
            DateRelation::until);
  EXPECT_EQ(dates_in("It closed on Friday.", "2024-11-05").at(0).relation, DateRelation::at);
  EXPECT_EQ(dates_in("It was signed in late March.", "2024-11-05").at(0).part, "late");
}

TEST(Dates, OfTheFirstReport) {
  EXPECT_THAT(
      spell_dates("Over 10,000 troops were deployed to assist Moscow last year.", "2025-04-26"),
      ElementsAre("last year 2024-01-01..2025-01-01"));
  EXPECT_THAT(spell_dates("Reuters in late March reported on growing doubt.", "2025-04-26"),
              ElementsAre("late March 2025-03-01..2025-04-01"));
  EXPECT_THAT(spell_dates("Gerasimov reported to Putin on Saturday.", "2025-04-26"),
              ElementsAre("Saturday 2025-04-26..2025-04-27"));
}

}  // namespace
}  // namespace claimtrail
