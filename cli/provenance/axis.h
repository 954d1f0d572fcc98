#pragma once

#include <string>
#include <vector>

#include "cli/provenance/figures.h"

namespace claimtrail {

/// A value axis over `width` units of drawing: linear, or logarithmic where the values are positive
/// and the largest is 25 times the smallest or more. A linear axis starts at zero unless the values
/// lie close together far from it. There is room at the ends for figures without a bound.
class ValueAxis {
 public:
  ValueAxis(const std::vector<FigurePoint>& points, double width);

  [[nodiscard]] double place(double value) const;
  [[nodiscard]] bool logarithmic() const { return logarithmic_; }
  /// Round values inside the axis, at most eight, ascending.
  [[nodiscard]] const std::vector<double>& ticks() const { return ticks_; }

 private:
  void choose_linear_ticks();
  void choose_logarithmic_ticks();

  double width_;
  double from_ = 0;
  double to_ = 1;
  bool logarithmic_ = false;
  std::vector<double> ticks_;
};

/// "0", "2,500", "1.5M", "20bn": short enough for an axis.
[[nodiscard]] std::string tick_label(double value);

}  // namespace claimtrail
