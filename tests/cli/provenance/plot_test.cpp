#include "cli/provenance/plot.h"

#include <regex>

#include <gmock/gmock.h>

#include "tests/cli/provenance/xml_check.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

FigurePoint point(const std::string& claimant, std::optional<double> low,
                  std::optional<double> high, const char* day) {
  FigurePoint made;
  made.claimant = claimant;
  made.value = "about that many people";
  made.low = low;
  made.high = high;
  made.published = parse_day(day);
  made.outlets = {"An Outlet"};
  return made;
}

FigureSeries fifteen() {
  FigureSeries series;
  series.unit = "person";
  for (int i = 0; i < 15; ++i) {
    series.points.push_back(point("A claimant with quite a long name, number " + std::to_string(i),
                                  1000.0 + i, 1000.0 + i, i < 8 ? "2025-04-26" : "2025-04-27"));
  }
  return series;
}

/// The baselines of every label of one column, as drawn.
std::vector<double> baselines(const std::string& svg, const std::string& style) {
  std::vector<double> found;
  const std::regex pattern("class=\"" + style + "\" x=\"[0-9.]+\" y=\"([0-9.]+)\"");
  for (std::sregex_iterator it(svg.begin(), svg.end(), pattern), end; it != end; ++it) {
    found.push_back(std::stod((*it)[1]));
  }
  return found;
}

TEST(DrawPlot, IsWellFormedAndNamed) {
  const std::string svg = draw_plot(fifteen(), {"plot-q-1", "How <many> & \"why\"?"});
  EXPECT_THAT(xml_mistake(svg), IsEmpty());
  EXPECT_THAT(svg, HasSubstr("<title id=\"plot-q-1-title\">How &lt;many&gt; &amp; "));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"plot-q-1-desc\">15 figures by date"));
  EXPECT_THAT(svg, HasSubstr("role=\"img\""));
}

TEST(DrawPlot, LabelsNeverMeet) {
  const std::string svg = draw_plot(fifteen(), {"p", "t"});
  auto lines = baselines(svg, "plot-name");
  ASSERT_EQ(lines.size(), 15U);
  const auto values = baselines(svg, "plot-value");
  lines.insert(lines.end(), values.begin(), values.end());
  std::sort(lines.begin(), lines.end());
  for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_GE(lines[i] - lines[i - 1], 13.0);
}

TEST(DrawPlot, ShapesTellWhatColoursWould) {
  FigureSeries series;
  series.points = {point("A", 10, std::nullopt, "2025-04-26"), point("B", 10, 20, "2025-04-26")};
  series.points[0].low_open = true;
  series.points[1].attributed = false;
  const std::string svg = draw_plot(series, {"p", "t"});
  EXPECT_THAT(svg, HasSubstr("<circle class=\"plot-open\""));
  EXPECT_THAT(svg, HasSubstr("<path class=\"plot-arrow\""));
  EXPECT_THAT(svg, HasSubstr("<rect class=\"plot-mark\""));
  EXPECT_THAT(svg, HasSubstr("B (own voice)"));
}

TEST(DrawPlot, LongGapsAreSaid) {
  FigureSeries series;
  series.points = {point("A", 10, 10, "2024-01-01"), point("A", 20, 20, "2025-04-01")};
  EXPECT_THAT(draw_plot(series, {"p", "t"}), HasSubstr("15 months later"));
}

TEST(DrawPlot, ADayInsideARangeIsNotLater) {
  FigureSeries series;
  series.points = {point("A", 10, 10, "2024-01-01"), point("B", 20, 20, "2024-10-05")};
  series.points[0].as_of = DayRange{*parse_day("2024-01-01"), *parse_day("2025-01-01")};
  EXPECT_THAT(draw_plot(series, {"p", "t"}), Not(HasSubstr("later")));
}

TEST(DrawPlot, HostileNamesStayWellFormed) {
  FigureSeries series;
  for (const char* name :
       {"</text><script>", "a\xff\xfe", "\u202E\u2028\"'&", "\x01\x1b[31m", "\xEF\xBF\xBF", ""}) {
    series.points.push_back(point(name, 1, 2, "2025-04-26"));
    series.points.back().value = name;
    series.points.back().outlets = {name};
  }
  const std::string svg = draw_plot(series, {"p", "\u202E</title>"});
  EXPECT_THAT(xml_mistake(svg), IsEmpty());
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
  EXPECT_THAT(svg, Not(HasSubstr("\u202E")));
}

}  // namespace
}  // namespace claimtrail
