#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/time.h"

#include "cli/provenance/report.h"

namespace claimtrail {

/// One figure of one claimant, with the outlets that carry it.
struct FigurePoint {
  std::string claimant;
  bool attributed = true;
  std::string value;     ///< in words, in its own unit
  std::string low_text;  ///< exact digits in its own unit; empty: unbounded
  std::string high_text;
  std::string unit;           ///< its own; empty: a count of things
  std::optional<double> low;  ///< in the plot's unit, for drawing only
  std::optional<double> high;
  bool low_open = false;
  bool high_open = false;
  std::optional<DayRange> as_of;
  std::optional<Day> published;      ///< of the first report that carries it
  std::vector<std::string> outlets;  ///< sorted, unique
  std::vector<std::string> claims;   ///< ids, unique

  /// The day it is sorted by: what it is about, else when it was published.
  [[nodiscard]] std::optional<Day> day() const;
};

/// Figures of one question that can be drawn on one axis.
struct FigureSeries {
  std::string unit;                 ///< of the axis: the one most of them use
  std::vector<FigurePoint> points;  ///< by day, then low; those without a day last
};

/// The figures of a question, one series for each set of units that convert into each other.
/// Figures relative to another ("two others") are left out: they have no place on an axis.
[[nodiscard]] std::vector<FigureSeries> figures_of(const ProvenanceReport& report,
                                                   const TracedQuestion& question);

}  // namespace claimtrail
