#include <gmock/gmock.h>

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Row {
  std::string text;
  std::vector<std::string> figures;
};

class Figures : public testing::TestWithParam<Row> {};

TEST_P(Figures, AreRead) {
  EXPECT_EQ(spell_figures(GetParam().text), GetParam().figures) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Bounds, Figures,
    testing::Values(
        Row{"Over 10,000 North Korean troops have been sent to Russia, officials said.",
            {"Over 10,000 North Korean troops (10000,) person more_than"}},
        Row{"Between 20 and 30 people were trapped.", {"Between 20 and 30 people [20,30] person"}},
        Row{"No fewer than 12 officers were hurt.",
            {"No fewer than 12 officers [12,) person at_least"}},
        Row{"Up to 700 jobs could go.", {"Up to 700 jobs (,700] at_most"}},
        Row{"At most 15 of the 120 boats were seized.",
            {"At most 15 (,15] at_most", "120 boats [120,120]"}},
        Row{"As many as 1,500 or more prisoners were freed.",
            {"As many as 1,500 or more prisoners [1500,) person at_least"}},
        Row{"Some 1,000-1,200 protesters gathered.",
            {"Some 1,000-1,200 protesters [1000,1200] person approx"}},
        Row{"Speeds above 120mph were recorded.", {"above 120mph (120,) mile per hour more_than"}},
        Row{"Nearly 40% of the 2,400 staff voted.",
            {"Nearly 40% [40,40] percent approx", "2,400 staff [2400,2400] person"}},
        Row{"Not more than 5,000 people attended, police said; organisers claimed 20,000.",
            {"Not more than 5,000 people (,5000] person at_most", "20,000 [20000,20000] person"}},
        Row{"Fewer than one in five adults are covered.",
            {"Fewer than one in five (,0.2) less_than"}},
        Row{"More than half of the 56 hostages are alive.",
            {"More than half (0.5,) more_than", "56 hostages [56,56] person"}},
        Row{"Dozens of homes burned and hundreds of residents fled.",
            {"Dozens of homes [24,) approx", "hundreds of residents [200,) person approx"}},
        Row{"Tens of thousands marched in the capital.",
            {"Tens of thousands [20000,) person approx"}},
        Row{"Several hundred soldiers crossed the river.",
            {"Several hundred soldiers [200,) person approx"}},
        Row{"Wages rose 4 to 6 percent.", {"4 to 6 percent [4,6] percent up"}},
        Row{"Children under 5 were moved to the cellar.", {"under 5 (,5) less_than"}},
        Row{"Those aged 65 and over may apply.", {"aged 65 and over [65,) year at_least"}}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Figures,
    testing::Values(
        Row{"A dozen drones and half a million shells were delivered.",
            {"A dozen drones [12,12]", "half a million shells [500000,500000]"}},
        Row{"The province has 1.4 million people, roughly one tenth of the population.",
            {"1.4 million people [1400000,1400000] person", "roughly one tenth [0.1,0.1] approx"}},
        Row{"Two and a half million voters and 1,00,000 clerks took part.",
            {"Two and a half million voters [2500000,2500000] person",
             "1,00,000 clerks [100000,100000] person"}},
        Row{"They found one hundred and twenty-three crates.",
            {"one hundred and twenty-three crates [123,123]"}},
        Row{"The pit is 2 1/2 miles long.", {"2 1/2 miles [2.5,2.5] mile"}},
        Row{"The wall took 10\u00BD hours.", {"10\u00BD hours [10.5,10.5] hour"}},
        Row{"They owe two dozen banks 1-2 million euros.",
            {"two dozen banks [24,24]", "1-2 million euros [1000000,2000000] euro"}},
        Row{"Tickets cost 8 or $9.", {"8 or $9 [8,9] US dollar"}},
        Row{"The bank lost 300 lakh rupees.", {"300 lakh rupees [30000000,30000000] Indian rupee"}},
        Row{"Losses reached minus 5 degrees Celsius.",
            {"minus 5 degrees Celsius [-5,-5] degree Celsius"}},
        Row{"Two-thirds of voters backed the plan.",
            {"Two-thirds [0.66666666666666666666,0.66666666666666666666]"}}));

INSTANTIATE_TEST_SUITE_P(
    Units, Figures,
    testing::Values(
        Row{"Output rose to 3.5 million barrels per day.",
            {"3.5 million barrels per day [3500000,3500000] barrel per day"}},
        Row{"It rained 491 litres per square metre in eight hours.",
            {"491 litres per square metre [491,491] liter per square meter",
             "eight hours [8,8] hour"}},
        Row{"Crude sold for $58.24 per barrel.",
            {"$58.24 per barrel [58.24,58.24] US dollar per barrel"}},
        Row{"The ship carried 42,000 tonnes of grain.", {"42,000 tonnes [42000,42000] metric ton"}},
        Row{"The deal is worth $1.2 billion.", {"$1.2 billion [1200000000,1200000000] US dollar"}},
        Row{"Shares fell to RM23.50 from US$24.",
            {"RM23.50 [23.5,23.5] Malaysian ringgit", "US$24 [24,24] US dollar"}},
        Row{"The yacht cost USD10m.", {"USD10m [10000000,10000000] US dollar"}},
        Row{"The fund manages between $2bn and $3bn.",
            {"between $2bn and $3bn [2000000000,3000000000] US dollar"}},
        Row{"Hundreds of millions of dollars were lost.",
            {"Hundreds of millions of dollars [200000000,) US dollar approx"}},
        Row{"Inflation fell by 0.5 percentage points to 2.1 per cent.",
            {"0.5 percentage points [0.5,0.5] percentage point down",
             "2.1 per cent [2.1,2.1] percent"}},
        Row{"They want 1.5 to 2 degrees Celsius of cooling.",
            {"1.5 to 2 degrees Celsius [1.5,2] degree Celsius"}},
        Row{"A 6.4-magnitude quake struck 35 kilometers east of the city at a depth of 10 km.",
            {"6.4-magnitude [6.4,6.4]", "35 kilometers [35,35] kilometer",
             "10 km [10,10] kilometer"}},
        Row{"It runs at 4 A, a mix of 404 a kind.", {"4 [4,4]", "404 [404,404]"}}));

TEST(Figures, HaveNounDimensionAndOriginalValue) {
  const Figure troops = only_figure(
      "Intelligence claims that over 10,000 North Korean troops were deployed last year.");
  EXPECT_EQ(troops.low, Decimal(10000));
  EXPECT_TRUE(troops.low_open);
  EXPECT_FALSE(troops.high);
  EXPECT_TRUE(troops.high_open);
  EXPECT_EQ(troops.unit, "person");
  EXPECT_EQ(troops.dimension, "count");
  EXPECT_EQ(troops.noun, "North Korean troops");
  EXPECT_EQ(troops.modifier, Modifier::more_than);
  EXPECT_EQ(troops.original_value, "10,000");
  EXPECT_EQ(troops.predicate, "deploy");

  const Figure land = only_figure(
      "Ukrainian forces captured over 1,300 square kilometers of land, advancing largely "
      "unopposed.");
  EXPECT_EQ(land.low, Decimal(1300));
  EXPECT_EQ(land.unit, "square kilometer");
  EXPECT_EQ(land.ucum, "km2");
  EXPECT_EQ(land.dimension, "area");
  EXPECT_EQ(land.noun, "land");
  EXPECT_EQ(land.predicate, "capture");
}

TEST(Figures, DimensionsTellKindsApart) {
  EXPECT_EQ(only_figure("About 12 % of them left.").dimension, "ratio");
  EXPECT_EQ(only_figure("A third of the seats were empty.").dimension, "ratio");
  EXPECT_EQ(only_figure("It cost \u00A310 trillion.").dimension, "currency");
  EXPECT_EQ(only_figure("His 19-year-old brother ran.").dimension, "age");
  EXPECT_EQ(only_figure("The suspect, 34, was held.").dimension, "age");
  EXPECT_EQ(only_figure("They waited eight hours.").dimension, "duration");
  EXPECT_EQ(only_figure("It reached 46C there.").dimension, "temperature");
  EXPECT_EQ(only_figure("The second suspect fled.").dimension, "ordinal");
  EXPECT_EQ(only_figure("The answer is 42.").dimension, "number");
  EXPECT_EQ(only_figure("They store 42 crates.").dimension, "count");
}

TEST(Figures, TheOtherTwoAreSomeOfThoseToldOf) {
  EXPECT_TRUE(only_figure("The other two victims were taken to a clinic.").relative);
  EXPECT_FALSE(only_figure("Two victims were taken to a clinic.").relative);
}

TEST(Figures, OthersBesideTheDeadAreAllTheInjured) {
  const auto last_is_relative = [](const std::string& text) {
    return figures_in(text).back().relative;
  };
  EXPECT_FALSE(last_is_relative("A miner was killed and three others were injured."));
  EXPECT_FALSE(last_is_relative("The blast left one miner dead and three others wounded."));
  EXPECT_FALSE(last_is_relative("Miner fatally shot, four others wounded in Wlen"));
  EXPECT_FALSE(last_is_relative("The blast killed one miner, injured four others."));
  EXPECT_FALSE(last_is_relative("A miner died in the blast. Three others were injured."));
  EXPECT_TRUE(last_is_relative("A miner was hurt in the blast. Three others were injured."));
  EXPECT_TRUE(last_is_relative("A miner was injured and three others were injured later."));
  EXPECT_TRUE(last_is_relative("A miner was shot in the leg and three others were injured."));
  EXPECT_TRUE(last_is_relative("One was killed, two were wounded and three others were injured."));
  EXPECT_TRUE(last_is_relative("A miner was killed and three more people were injured."));
}

TEST(Figures, PicturesOfAGalleryAndAgesAreNoCounts) {
  EXPECT_THAT(figures_in("Image 11 of 12 The bridge after the flood."), testing::IsEmpty());
  EXPECT_THAT(figures_in("Photo 3 of 20: the bridge."), testing::IsEmpty());
  EXPECT_EQ(only_figure("He was the youngest of children 11 or younger.").dimension, "age");
}

TEST(Figures, RelativeOnesAreMarked) {
  EXPECT_TRUE(only_figure("Two others were wounded.").relative);
  EXPECT_TRUE(only_figure("Another 12 people were hurt.").relative);
  EXPECT_TRUE(only_figure("They hold twice the governor's figure.").relative);
  EXPECT_TRUE(only_figure("Sales were up 12 % from the year before.").relative);
  EXPECT_FALSE(only_figure("Twelve people were hurt.").relative);
}

TEST(Figures, AnEquivalenceIsOneFigure) {
  const std::string text =
      "The army holds about 1,300 square kilometers (500 square miles) of the region.";
  const auto folded = figures_in(text);
  ASSERT_EQ(folded.size(), 1U);
  EXPECT_EQ(folded[0].unit, "square kilometer");
  ASSERT_TRUE(folded[0].equivalent);
  EXPECT_EQ(folded[0].equivalent->of(text), "500 square miles");

  const auto apart = figures_in(text, Equivalents::apart);
  ASSERT_EQ(apart.size(), 2U);
  EXPECT_EQ(apart[1].unit, "square mile");
  EXPECT_EQ(apart[1].modifier, Modifier::approximately);
  EXPECT_EQ(apart[1].equivalent->of(text), apart[0].span.of(text));
}

TEST(Figures, AnEquivalenceThatDoesNotHoldIsTwoFigures) {
  const std::string text = "The army holds 1,300 square kilometers (700 square miles) there.";
  const auto figures = figures_in(text);
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].equivalent, std::optional(figures[1].span));
  EXPECT_EQ(figures[1].equivalent, std::optional(figures[0].span));
  EXPECT_EQ(figures_in("It is five miles (8 km) long.").size(), 1U);
  EXPECT_EQ(figures_in("It cost 40 euros ($43) there.").size(), 1U);
  EXPECT_EQ(figures_in("It makes 296 hp (224 kW / 300 PS).").size(), 1U);
  EXPECT_EQ(figures_in("It reached 46C (115F) there.").size(), 1U);
}

TEST(Figures, ParenthesesOfAnotherKindAreNoEquivalence) {
  EXPECT_THAT(spell_figures("They held 12 villages (40 people) there."),
              ElementsAre("12 villages [12,12]", "40 people [40,40] person"));
}

TEST(Figures, AChangeIsTwoValuesAndNoRange) {
  EXPECT_THAT(spell_figures("The death toll rose to 211 from 158 a day earlier."),
              ElementsAre("211 [211,211] person", "158 [158,158] person"));
  EXPECT_THAT(spell_figures("The rate rose from 4.7 to 4.8 percent."),
              ElementsAre("4.7 [4.7,4.7] percent", "4.8 percent [4.8,4.8] percent"));
  EXPECT_THAT(spell_figures("Prices range from $200 to $4 million."),
              ElementsAre("from $200 to $4 million [200,4000000] US dollar"));
}

TEST(Figures, AChangeGoesOnInTheSameBreath) {
  EXPECT_THAT(spell_figures("The index lost 190 points, or 0.6 percent."),
              ElementsAre("190 points [190,190] down", "0.6 percent [0.6,0.6] percent down"));
  EXPECT_THAT(spell_figures("They want to cut emissions by 20 percent."),
              ElementsAre("20 percent [20,20] percent down"));
  EXPECT_THAT(spell_figures("Shares rose about 1.5 percent."),
              ElementsAre("about 1.5 percent [1.5,1.5] percent up"));
  EXPECT_THAT(spell_figures("They dug up tens of thousands of letters."),
              ElementsAre("tens of thousands of letters [20000,) approx"));
  EXPECT_THAT(spell_figures("The defense gave up 517 yards."),
              ElementsAre("517 yards [517,517] yard"));
}

TEST(Figures, MeasuresMayHaveTwoParts) {
  EXPECT_THAT(spell_figures("He is 5 feet 6 inches tall."),
              ElementsAre("5 feet 6 inches [5.5,5.5] foot"));
  EXPECT_THAT(spell_figures("He is 5 ft 2 in tall."), ElementsAre("5 ft 2 in [62,62] inch"));
  EXPECT_THAT(spell_figures("It cost 3 dollars and 50 cents."),
              ElementsAre("3 dollars and 50 cents [3.5,3.5] US dollar"));
  EXPECT_THAT(spell_figures("They came in two hours and 15 minutes."),
              ElementsAre("two hours and 15 minutes [2.25,2.25] hour"));
  EXPECT_THAT(spell_figures("He is 6'3\" tall."), ElementsAre("6'3\" [6.25,6.25] foot"));
  EXPECT_THAT(spell_figures("It ran five miles and 12 people fell."),
              ElementsAre("five miles [5,5] mile", "12 people [12,12] person"));
}

TEST(Figures, NounsMayHoldNamesAndNumbers) {
  EXPECT_EQ(only_figure("They delivered 63,000 Model 3 sedans.").noun, "Model 3 sedans");
  EXPECT_EQ(only_figure("Police seized 40 SUVs.").noun, "SUVs");
  EXPECT_EQ(only_figure("The 11 member trade agreement was signed.").noun,
            "member trade agreement");
  EXPECT_EQ(only_figure("It runs three thousand tests per day.").unit, "test per day");
  const auto compared =
      figures_in("Some 460 cars were stolen this year compared with 63 last year.");
  ASSERT_EQ(compared.size(), 2U);
  EXPECT_EQ(compared[1].noun, "cars");
  EXPECT_EQ(figures_in("Twelve soldiers fled; police arrested 12.").at(1).noun, "");
  const auto unemployed = figures_in("There are 68,400 people in work and 95,800 who have no job.");
  ASSERT_EQ(unemployed.size(), 2U);
  EXPECT_EQ(unemployed[1].unit, "person");
  EXPECT_THAT(spell_figures("Two of the three hostages left."),
              ElementsAre("Two [2,2] person", "three hostages [3,3] person"));
}

TEST(Figures, OneAndTwoMayStandForPeople) {
  EXPECT_EQ(figures_in("Talks between the two turned vicious.").at(0).noun, "");
  EXPECT_THAT(spell_figures("One one one one of it."), IsEmpty());
}

TEST(Figures, TimesAreAMultipleOrACount) {
  EXPECT_TRUE(only_figure("It is more than four times the number.").relative);
  EXPECT_EQ(only_figure("It is more than four times the number.").dimension, "ratio");
  EXPECT_EQ(only_figure("She voted 12 times.").dimension, "count");
}

TEST(Figures, AgesAreToldInManyWays) {
  EXPECT_THAT(spell_figures("Life expectancy for men is around 73."),
              ElementsAre("around 73 [73,73] year approx"));
  EXPECT_THAT(spell_figures("Men aged over 65 may apply."),
              ElementsAre("aged over 65 (65,) year more_than"));
  EXPECT_THAT(spell_figures("Those aged 18 to 34 voted."),
              ElementsAre("aged 18 to 34 [18,34] year"));
  EXPECT_EQ(only_figure("She turned 40.").dimension, "age");
}

TEST(Figures, DegreesOfWarmthAreNoAngle) {
  EXPECT_EQ(only_figure("Temperatures fell by 20 degrees.").dimension, "temperature");
  EXPECT_EQ(only_figure("The mast leaned by 20 degrees.").dimension, "angle");
}

// Ends are closed: "between 20 and 30" in news holds both. Banks that leave the upper end out
// (Recognizers) follow another convention.
TEST(Figures, RangesHoldBothEnds) {
  EXPECT_THAT(spell_figures("Between 20 and 30 crates burned."),
              ElementsAre("Between 20 and 30 crates [20,30]"));
  EXPECT_THAT(spell_figures("It costs 8 or $9."), ElementsAre("8 or $9 [8,9] US dollar"));
  EXPECT_THAT(spell_figures("It is 25,000 or 40,000 cheaper."),
              ElementsAre("25,000 [25000,25000]", "40,000 [40000,40000]"));
  EXPECT_THAT(spell_figures("She leads by 46 percent to 42 percent."),
              ElementsAre("46 percent [46,46] percent", "42 percent [42,42] percent"));
  EXPECT_THAT(spell_figures("It runs at 1.3 kV to 0.9 kV."),
              ElementsAre("1.3 kV to 0.9 kV [0.9,1.3] kilovolt"));
}

TEST(Figures, BoundsMayNameEquality) {
  EXPECT_THAT(spell_figures("It must be more than or equal to 40 meters."),
              ElementsAre("more than or equal to 40 meters [40,) meter at_least"));
  EXPECT_THAT(spell_figures("It must be less than 40 or equal."),
              ElementsAre("less than 40 or equal (,40] at_most"));
  EXPECT_THAT(spell_figures("It is above 1,000 and below 1,500."),
              ElementsAre("above 1,000 and below 1,500 (1000,1500)"));
}

TEST(Figures, NumbersAreWrittenInManyWays) {
  EXPECT_EQ(only_figure("It weighs 1.99×10⁻³ kilograms.").low, Decimal::parse("0.00199"));
  EXPECT_EQ(only_figure("It holds 6.02 x 10^23 atoms.").low, Decimal::parse("6.02e23"));
  EXPECT_EQ(only_figure("They hold 55 bcm of gas.").low, Decimal(55'000'000'000));
  EXPECT_EQ(only_figure("They hold 55 bcm of gas.").unit, "cubic meter");
  EXPECT_EQ(only_figure("They earned 30 MUSD.").low, Decimal(30'000'000));
  EXPECT_EQ(only_figure("They lost 75 USD million.").low, Decimal(75'000'000));
  EXPECT_EQ(only_figure("A quarter million people left.").low, Decimal(250'000));
  EXPECT_EQ(only_figure("It cost PS2.7m.").unit, "pound sterling");
  EXPECT_EQ(only_figure("The share fell to Y=28,030.").unit, "Japanese yen");
}

TEST(Figures, TwoHalfOpenOnesMakeAnInterval) {
  EXPECT_THAT(spell_figures("It drew more than 100 and less than 300 visitors."),
              ElementsAre("more than 100 and less than 300 visitors (100,300) person"));
  EXPECT_THAT(spell_figures("They need at most 100 and at least 20 apples."),
              ElementsAre("at most 100 and at least 20 apples [20,100]"));
  EXPECT_THAT(
      spell_figures("More than 40 boats and less than 10 tanks came."),
      ElementsAre("More than 40 boats (40,) more_than", "less than 10 tanks (,10) less_than"));
}

TEST(Figures, OneOfMeansOneOnlyWhereItCounts) {
  EXPECT_THAT(spell_figures("One of the hostages was freed."),
              ElementsAre("One of the hostages [1,1] person"));
  EXPECT_THAT(spell_figures("It is one of the best films of the year."), IsEmpty());
  EXPECT_THAT(spell_figures("From the tower one looks straight into the valley."), IsEmpty());
  EXPECT_THAT(spell_figures("No one was hurt."), IsEmpty());
}

TEST(Figures, SpansFitTheTextAndDoNotOverlap) {
  const std::string text =
      "At least three civilians were killed and 17 wounded, 2.5km (1.6 miles) from \u20AC4.5m "
      "worth of homes; "
      "Roth, 34, lost between $1bn and $2bn, one in five of 120 boats and a third of 12.5 % of "
      "hundreds of thousands.";
  std::uint32_t end = 0;
  for (const Figure& figure : figures_in(text, Equivalents::apart)) {
    EXPECT_GE(figure.span.start, end);
    EXPECT_LT(figure.span.start, figure.span.end);
    EXPECT_LE(figure.span.end, text.size());
    EXPECT_TRUE(!figure.low || !figure.high || *figure.low <= *figure.high);
    end = figure.span.end;
  }
  EXPECT_GT(end, 100U);
}

}  // namespace
}  // namespace claimtrail
