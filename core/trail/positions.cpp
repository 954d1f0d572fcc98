#include "core/trail/positions.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/quantity/compare.h"

namespace claimtrail {
namespace {

std::string stance(const Claim& claim) {
  if (!claim.attribution.empty()) {
    const Hedge hedge = claim.attribution.front().hedge;
    if (hedge == Hedge::denied || hedge == Hedge::questioned) return to_string(hedge);
  }
  return to_string(claim.polarity);
}

std::optional<double> plotted(const std::optional<Decimal>& end) {
  return end ? std::optional(end->approximate()) : std::nullopt;
}

Day sort_day(const Evidence& evidence, const Reading& reading) {
  if (reading.as_of) return reading.as_of->from;
  return evidence.reports[reading.report].published.value_or(Day{});
}

void add_step(std::vector<LadderStep>& ladder, const Evidence& evidence, const Reading& reading) {
  const Figure& figure = *reading.quantity();
  const std::string value = describe(figure);
  const std::string& outlet = evidence.reports[reading.report].outlet;
  const auto same = std::find_if(ladder.begin(), ladder.end(), [&](const LadderStep& step) {
    return step.claimant == reading.claimant && step.value == value && step.as_of == reading.as_of;
  });
  LadderStep& step = same == ladder.end() ? ladder.emplace_back() : *same;
  if (step.claims.empty()) {
    step.claimant = reading.claimant;
    step.value = value;
    step.low = plotted(figure.low);
    step.high = plotted(figure.high);
    step.unit = figure.unit;
    step.as_of = reading.as_of;
    step.first_seen = reading.stored->first_seen;
  }
  step.first_seen = std::min(step.first_seen, reading.stored->first_seen);
  step.last_seen = std::max(step.last_seen, reading.stored->last_seen);
  step.claims.push_back(reading.claim().id);
  const auto place = std::lower_bound(step.outlets.begin(), step.outlets.end(), outlet);
  if (place == step.outlets.end() || *place != outlet) step.outlets.insert(place, outlet);
}

}  // namespace

QuestionTrail follow(const Evidence& evidence, const Question& question) {
  QuestionTrail trail;
  trail.question = question;
  std::map<std::tuple<bool, std::string, std::string>, ClaimantPosition> positions;
  std::set<std::size_t> reports;
  std::set<std::string> outlets;
  for (const Reading& reading : evidence.readings) {
    if (reading.question != question.id) continue;
    reports.insert(reading.report);
    outlets.insert(evidence.reports[reading.report].outlet);
    ClaimantPosition& position =
        positions[{!reading.attributed, reading.claimant, reading.claimant_id}];
    position.claimant_id = reading.claimant_id;
    position.claimant = reading.claimant;
    position.attributed = reading.attributed;
    const Figure* figure = reading.quantity();
    position.entries.push_back({&reading,
                                figure != nullptr ? describe(*figure) : stance(reading.claim()),
                                reading.stored->first_seen, reading.stored->last_seen});
    if (figure != nullptr) add_step(trail.ladder, evidence, reading);
  }
  for (auto& [key, position] : positions) {
    std::sort(position.entries.begin(), position.entries.end(),
              [&](const TrailEntry& a, const TrailEntry& b) {
                return std::tuple(sort_day(evidence, *a.reading), a.reading->claim().id) <
                       std::tuple(sort_day(evidence, *b.reading), b.reading->claim().id);
              });
    trail.positions.push_back(std::move(position));
  }
  std::sort(trail.ladder.begin(), trail.ladder.end(), [](const LadderStep& a, const LadderStep& b) {
    const auto key = [](const LadderStep& step) {
      return std::tuple(step.as_of ? step.as_of->from : Day{}, step.low.value_or(0), step.claimant,
                        step.value);
    };
    return key(a) < key(b);
  });
  trail.reports = reports.size();
  trail.outlets = outlets.size();
  return trail;
}

}  // namespace claimtrail
