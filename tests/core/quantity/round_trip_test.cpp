// What `describe` prints is read back as the same figure: every unit of the tables, every kind of
// bound, numbers of every size.
#include <random>

#include <gmock/gmock.h>

#include "core/quantity/units.h"

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

void bound_by(Figure& figure, const Decimal& value, Modifier modifier) {
  figure.modifier = modifier;
  const bool below = modifier == Modifier::less_than || modifier == Modifier::at_most;
  const bool above = modifier == Modifier::more_than || modifier == Modifier::at_least;
  if (!below) figure.low = value;
  if (!above) figure.high = value;
  figure.low_open = below || modifier == Modifier::more_than;
  figure.high_open = above || modifier == Modifier::less_than;
}

constexpr std::array kBounds{Modifier::none,     Modifier::more_than, Modifier::less_than,
                             Modifier::at_least, Modifier::at_most,   Modifier::approximately};

void expect_read_back(const Figure& figure) {
  const std::string text = "It was " + describe(figure) + ".";
  const auto read = figures_in(text);
  ASSERT_EQ(read.size(), 1U) << text;
  EXPECT_EQ(interval(read[0]), interval(figure)) << text;
  EXPECT_EQ(read[0].modifier, figure.modifier) << text;
  EXPECT_EQ(read[0].unit, figure.unit) << text;
  EXPECT_EQ(read[0].noun, figure.noun) << text;
}

TEST(RoundTrip, OfEveryUnit) {
  for (const Unit& unit : all_units()) {
    if (unit.name == "person") continue;  // a count, below
    if (unit.name.find("illion ") != std::string_view::npos || unit.name.starts_with("thousand "))
      continue;  // "billion cubic meter" is spelled out
    for (const char* value : {"1", "12", "3.5", "1200", "7.25"}) {
      for (const Modifier modifier : kBounds) {
        Figure figure;
        figure.unit = unit.name;
        figure.dimension = unit.dimension;
        bound_by(figure, *Decimal::parse(value), modifier);
        expect_read_back(figure);
        if (HasFailure()) return;
      }
    }
  }
}

TEST(RoundTrip, OfAnyNumber) {
  std::mt19937_64 random(7);
  const std::vector<std::pair<std::string, std::string>> counted{{"person", "people"},
                                                                 {"person", "North Korean troops"},
                                                                 {"", "homes"},
                                                                 {"", "armored vehicles"}};
  for (int round = 0; round < 3000; ++round) {
    const auto digits = 1 + random() % 16;
    std::string spelled(1, static_cast<char>('1' + random() % 9));
    for (std::size_t i = 1; i < digits; ++i) spelled += static_cast<char>('0' + random() % 10);
    Figure figure;
    const bool measured = random() % 2 == 0;
    if (measured) {
      if (random() % 2 == 0) spelled += "." + std::to_string(1 + random() % 99);
      figure.unit = "square kilometer";
      figure.dimension = "area";
    } else {
      const auto& [unit, noun] = counted[random() % counted.size()];
      figure.unit = unit;
      figure.noun = noun;
      figure.dimension = "count";
    }
    const Decimal value = *Decimal::parse(spelled);
    // A year stands for itself.
    if (!measured && value >= Decimal(1000) && value <= Decimal(2199)) continue;
    bound_by(figure, value, kBounds[random() % kBounds.size()]);
    if (figure.modifier == Modifier::none && random() % 3 == 0) figure.high = add(value, value);
    expect_read_back(figure);
    if (HasFailure()) return;
  }
}

TEST(RoundTrip, OfWhatTextsSay) {
  for (const char* text :
       {"Over 10,000 North Korean troops came.", "Between 20 and 30 people were trapped.",
        "It fell to minus 4 degrees Celsius.", "Up to 700 jobs could go.",
        "They sell 3.5 million barrels per day.", "It cost $1.2 billion.",
        "Some 120 people per square kilometer live there.", "It pays $98 a share."}) {
    Figure figure = only_figure(text);
    figure.predicate.clear();
    expect_read_back(figure);
  }
}

}  // namespace
}  // namespace claimtrail
