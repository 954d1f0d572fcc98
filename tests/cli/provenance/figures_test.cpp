#include "cli/provenance/figures.h"

#include <gmock/gmock.h>

#include "cli/provenance/axis.h"

namespace claimtrail {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A report of one question whose every claim gives one figure.
struct Figures {
  ProvenanceReport report;
  TracedQuestion question;

  Figure& add(const std::string& claimant, const std::string& dimension, const std::string& unit,
              std::optional<long long> low, std::optional<long long> high, const std::string& value,
              const char* day, const std::string& outlet = "Outlet") {
    const std::string id = "c" + std::to_string(report.claims.size() + 100);
    TracedClaim claim;
    claim.stored.claim.id = id;
    Figure figure;
    figure.dimension = dimension;
    figure.unit = unit;
    if (low) figure.low = Decimal(*low);
    if (high) figure.high = Decimal(*high);
    claim.stored.claim.figures = {figure};
    report.claims.push_back(claim);
    TracedEntry entry{id, 0, value, std::nullopt, parse_day(day), outlet};
    question.positions.push_back({claimant, claimant, true, {entry}});
    return report.claims.back().stored.claim.figures[0];
  }
  [[nodiscard]] std::vector<FigureSeries> series() const { return figures_of(report, question); }
};

TEST(FiguresOf, ConvertsToTheCommonestUnit) {
  Figures world;
  world.add("A", "area", "square kilometer", 1300, 1300, "1,300 square kilometers", "2025-04-02");
  world.add("B", "area", "square kilometer", 1000, 1000, "1,000 square kilometers", "2025-04-03");
  world.add("C", "area", "square mile", 500, 500, "500 square miles", "2025-04-01");
  const auto all = world.series();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].unit, "square kilometer");
  ASSERT_THAT(all[0].points, SizeIs(3));
  EXPECT_EQ(all[0].points[0].value, "500 square miles");
  EXPECT_THAT(*all[0].points[0].low, DoubleNear(1295.0, 0.1));
  EXPECT_EQ(all[0].points[0].low_text, "500");
}

TEST(FiguresOf, KeepsApartWhatHasNoCommonUnit) {
  Figures world;
  world.add("A", "area", "square kilometer", 1300, 1300, "1,300 square kilometers", "2025-04-02");
  world.add("B", "count", "person", 12, 12, "12 people", "2025-04-02");
  EXPECT_THAT(world.series(), SizeIs(2));
}

TEST(FiguresOf, MergesOutletsThatCarryTheSame) {
  Figures world;
  world.add("A", "count", "person", 12, 12, "12 people", "2025-04-03", "Z");
  world.add("A", "count", "person", 12, 12, "12 people", "2025-04-02", "B");
  const auto all = world.series();
  ASSERT_THAT(all[0].points, SizeIs(1));
  EXPECT_THAT(all[0].points[0].outlets, ElementsAre("B", "Z"));
  EXPECT_EQ(all[0].points[0].published, parse_day("2025-04-02"));
}

TEST(FiguresOf, LeavesOutWhatHasNoPlaceOnAnAxis) {
  Figures world;
  world.add("A", "count", "person", 2, 2, "two others", "2025-04-03").relative = true;
  world.add("A", "count", "person", std::nullopt, std::nullopt, "some", "2025-04-03");
  EXPECT_THAT(world.series(), IsEmpty());
}

FigurePoint point(std::optional<double> low, std::optional<double> high) {
  FigurePoint made;
  made.low = low;
  made.high = high;
  return made;
}

TEST(ValueAxis, StartsAtZeroAndKeepsOrder) {
  const ValueAxis axis({point(100, 100), point(900, 1000)}, 300);
  EXPECT_FALSE(axis.logarithmic());
  EXPECT_EQ(axis.place(0), 0);
  EXPECT_LT(axis.place(100), axis.place(900));
  EXPECT_LT(axis.place(1000), 300);
  EXPECT_EQ(axis.ticks().front(), 0);
  EXPECT_LE(axis.ticks().size(), 8U);
}

TEST(ValueAxis, GoesLogarithmicForWideRanges) {
  const ValueAxis axis({point(10, 10), point(100'000, std::nullopt)}, 300);
  EXPECT_TRUE(axis.logarithmic());
  EXPECT_NEAR(axis.place(100) - axis.place(10), axis.place(1000) - axis.place(100), 0.01);
}

TEST(ValueAxis, CopesWithOddInput) {
  for (const auto& points : {std::vector<FigurePoint>{},
                             {point(0, 0)},
                             {point(-5, -5)},
                             {point(std::nullopt, 7)},
                             {point(-1e300, 1e300)},
                             {point(5, 5), point(5, 5)},
                             {point(1e-12, 1e12)}}) {
    const ValueAxis axis(points, 100);
    EXPECT_LE(axis.ticks().size(), 8U);
    for (const FigurePoint& made : points) {
      const double place = axis.place(made.low.value_or(made.high.value_or(0)));
      EXPECT_GE(place, 0);
      EXPECT_LE(place, 100);
    }
  }
}

TEST(TickLabel, IsShort) {
  EXPECT_EQ(tick_label(0), "0");
  EXPECT_EQ(tick_label(2500), "2,500");
  EXPECT_EQ(tick_label(0.25), "0.25");
  EXPECT_EQ(tick_label(1'500'000), "1.5M");
  EXPECT_EQ(tick_label(20e9), "20bn");
  EXPECT_EQ(tick_label(-12000), "-12,000");
}

}  // namespace
}  // namespace claimtrail
