#pragma once

#include <string>
#include <string_view>

#include "cli/provenance/figures.h"

namespace claimtrail {

/// What the drawing is called, for readers that do not see it. Not yet escaped.
struct PlotNames {
  std::string id;  ///< prefix of the ids inside: letters, digits and hyphens
  std::string title;
};

/// Draws a series as one SVG element, a row a figure, by date downwards, so that labels never meet
/// however many there are: the day, who says it and in what words, then the figure on the value
/// axis: a dot, a bar from end to end, or an arrow where it has no bound; a hollow end is not part
/// of the interval; attributed figures are round, an outlet's own are square. Well-formed XML;
/// every text is escaped. Colours come from the page's style sheet and say nothing that shapes do
/// not.
[[nodiscard]] std::string draw_plot(const FigureSeries& series, const PlotNames& names);

/// What the axis shows, in words: "people", "square kilometers".
[[nodiscard]] std::string axis_words(const FigureSeries& series);

}  // namespace claimtrail
