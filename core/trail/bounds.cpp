#include "core/trail/bounds.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/quantity/compare.h"

namespace claimtrail {
namespace {

Day day_of(const Evidence& evidence, const Reading& reading) {
  if (reading.as_of) return reading.as_of->from;
  return evidence.reports[reading.report].published.value_or(Day{});
}

/// Of each claimant's readings those of the claimant's newest day.
std::vector<const Reading*> newest_readings(const Evidence& evidence, const std::string& question) {
  std::map<std::string, Day> newest;
  for (const Reading& reading : evidence.readings) {
    if (reading.question != question || reading.quantity() == nullptr) continue;
    const auto [day, added] = newest.emplace(reading.claimant_id, day_of(evidence, reading));
    day->second = std::max(day->second, day_of(evidence, reading));
  }
  std::vector<const Reading*> readings;
  for (const Reading& reading : evidence.readings) {
    if (reading.question == question && reading.quantity() != nullptr &&
        day_of(evidence, reading) == newest.at(reading.claimant_id)) {
      readings.push_back(&reading);
    }
  }
  return readings;
}

/// All readings of one value.
struct Step {
  std::vector<const Reading*> readings;
  std::optional<double> low;
  std::optional<double> high;
  Day newest;
  Independence support;
};

std::optional<double> plotted(const std::optional<Decimal>& end) {
  return end ? std::optional(end->approximate()) : std::nullopt;
}

FigureBound bound(const Step& step) {
  FigureBound made;
  made.value = describe(*step.readings.front()->quantity());
  std::set<std::string> claimants;
  std::set<std::string> claims;
  for (const Reading* reading : step.readings) {
    claimants.insert(reading->claimant);
    claims.insert(reading->claim().id);
  }
  made.claimants.assign(claimants.begin(), claimants.end());
  made.claims.assign(claims.begin(), claims.end());
  made.support = step.support;
  return made;
}

}  // namespace

FigureBounds bounds_of(const Evidence& evidence, const std::string& question,
                       const std::vector<const ReportEvidence*>& asked,
                       const std::vector<Origin>& origins) {
  std::map<std::string, Step> steps;  // by canonical value
  for (const Reading* reading : newest_readings(evidence, question)) {
    const Figure& figure = *reading->quantity();
    Step& step = steps[canonical_value(figure)];
    step.readings.push_back(reading);
    step.low = plotted(figure.low);
    step.high = plotted(figure.high);
    step.newest = std::max(step.newest, day_of(evidence, *reading));
  }
  FigureBounds bounds;
  const Step* low = nullptr;
  const Step* high = nullptr;
  const Step* best = nullptr;
  const auto top = [](const Step& step) { return step.high ? *step.high : step.low.value_or(0); };
  const auto support = [](const Step& step) {
    return std::tuple(step.support.origins.size(), step.support.reports, step.newest);
  };
  for (auto& [value, step] : steps) {
    step.support = count_independent(evidence, step.readings, asked, origins);
    if (step.low && (low == nullptr || *step.low < *low->low)) low = &step;
    if (high == nullptr || top(step) > top(*high)) high = &step;
    if (best == nullptr || support(step) > support(*best)) best = &step;
  }
  if (low != nullptr) bounds.low = bound(*low);
  if (high != nullptr) bounds.high = bound(*high);
  if (best != nullptr) bounds.best_supported = bound(*best);
  return bounds;
}

}  // namespace claimtrail
