#include "cli/provenance/axis.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

constexpr double logarithmic_from = 25;
constexpr double room = 0.09;
constexpr std::size_t most_ticks = 8;

struct Extent {
  std::optional<double> least;
  std::optional<double> most;
  bool open_below = false;
  bool open_above = false;
};

Extent extent_of(const std::vector<FigurePoint>& points) {
  Extent extent;
  for (const FigurePoint& point : points) {
    for (const auto& end : {point.low, point.high}) {
      if (!end) continue;
      extent.least = std::min(extent.least.value_or(*end), *end);
      extent.most = std::max(extent.most.value_or(*end), *end);
    }
    extent.open_below = extent.open_below || !point.low;
    extent.open_above = extent.open_above || !point.high;
  }
  return extent;
}

}  // namespace

ValueAxis::ValueAxis(const std::vector<FigurePoint>& points, double width) : width_(width) {
  const Extent extent = extent_of(points);
  const double least = extent.least.value_or(0);
  const double most = extent.most.value_or(1);
  logarithmic_ = least > 0 && most / least >= logarithmic_from;
  if (logarithmic_) {
    const double span = std::log10(most) - std::log10(least);
    from_ = std::log10(least) - span * (extent.open_below ? 2 * room : room);
    to_ = std::log10(most) + span * (extent.open_above ? 2 * room : room);
    choose_logarithmic_ticks();
    return;
  }
  const bool from_zero = least >= 0 && (least <= 0.6 * most || extent.open_below);
  const double start = from_zero ? 0 : least;
  double span = most - start;
  if (span <= 0) span = std::max(std::abs(most) * 0.5, 1.0);
  from_ = from_zero ? 0 : start - span * (extent.open_below ? 2 * room : room);
  to_ = start + span * (1 + (extent.open_above ? 2 * room : room));
  choose_linear_ticks();
}

double ValueAxis::place(double value) const {
  const double on_axis = logarithmic_ ? std::log10(std::max(value, 1e-300)) : value;
  return std::clamp((on_axis - from_) / (to_ - from_), 0.0, 1.0) * width_;
}

void ValueAxis::choose_linear_ticks() {
  const double rough = (to_ - from_) / 5;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double nice : {1.0, 2.0, 2.5, 5.0}) {
    if (nice * power >= rough) {
      step = nice * power;
      break;
    }
  }
  for (double i = std::ceil(from_ / step); i * step <= to_ && ticks_.size() < most_ticks; ++i) {
    ticks_.push_back(i * step);
  }
}

void ValueAxis::choose_logarithmic_ticks() {
  const std::vector<double> fine{1, 2, 5};
  const std::vector<double> coarse{1};
  const std::vector<double>& digits = to_ - from_ < 2.2 ? fine : coarse;
  std::vector<double> all;
  for (double exponent = std::floor(from_); exponent <= to_; ++exponent) {
    for (const double digit : digits) {
      const double tick = digit * std::pow(10, exponent);
      if (std::log10(tick) >= from_ && std::log10(tick) <= to_) all.push_back(tick);
    }
  }
  const std::size_t every = (all.size() + most_ticks - 1) / most_ticks;
  for (std::size_t i = 0; i < all.size(); i += every) ticks_.push_back(all[i]);
}

std::string tick_label(double value) {
  const auto short_number = [](double number) {
    std::string text = fmt::format("{:.4g}", number);
    return text == "-0" ? std::string("0") : text;
  };
  const double size = std::abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-3)) return fmt::format("{:.2g}", value);
  if (size >= 1e12) return short_number(value / 1e12) + "tn";
  if (size >= 1e9) return short_number(value / 1e9) + "bn";
  if (size >= 1e6) return short_number(value / 1e6) + "M";
  if (size < 1000) return short_number(value);
  return grouped_digits(fmt::format("{:.0f}", value));
}

}  // namespace claimtrail
