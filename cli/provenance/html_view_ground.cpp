#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/provenance/html_view.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

JsonValue place_view(const ProvenanceReport& report, const std::string& id) {
  const TracedReport* traced = report.report(id);
  const bool named = traced != nullptr && !traced->report.outlet.empty();
  JsonValue view = JsonValue::object();
  view.set("anchor", traced == nullptr ? JsonValue() : JsonValue::string(anchor_of("report", id)));
  view.set("outlet", JsonValue::string(named ? traced->report.outlet : id));
  view.set("published", traced != nullptr && traced->report.published
                            ? JsonValue::string(day_words(traced->report.published->day))
                            : JsonValue());
  return view;
}

JsonValue places_view(const ProvenanceReport& report, const std::vector<std::string>& ids) {
  JsonValue places = JsonValue::array();
  for (const std::string& id : ids) places.push(place_view(report, id));
  return places;
}

void push_bound(JsonValue& bounds, const char* which, const std::optional<FigureBound>& bound) {
  if (!bound) return;
  JsonValue view = JsonValue::object();
  view.set("which", JsonValue::string(which));
  view.set("value", JsonValue::string(bound->value));
  view.set("claimants", JsonValue::string(fmt::format("{}", fmt::join(bound->claimants, ", "))));
  view.set("support", JsonValue::string(independence_words(bound->support)));
  bounds.push(std::move(view));
}

}  // namespace

JsonValue ground_view(const ProvenanceReport& report, const QuestionGround& ground) {
  JsonValue bounds = JsonValue::array();
  push_bound(bounds, "Lowest", ground.bounds.low);
  push_bound(bounds, "Best supported", ground.bounds.best_supported);
  push_bound(bounds, "Highest", ground.bounds.high);
  JsonValue origins = JsonValue::array();
  for (const IndependentOrigin& origin : ground.independence.origins) {
    JsonValue view = JsonValue::object();
    view.set("name", JsonValue::string(origin.name.empty() ? "unnamed" : origin.name));
    view.set("places", places_view(report, origin.reports));
    view.set("why", JsonValue::string(fmt::format("{}", fmt::join(origin.why, "; "))));
    origins.push(std::move(view));
  }
  JsonValue loops = JsonValue::array();
  for (const auto& cycle : ground.citations.cycles) {
    loops.push(JsonValue::string(fmt::format("{} → {}", fmt::join(cycle, " → "), cycle.front())));
  }
  const Independence& independence = ground.independence;
  JsonValue view = JsonValue::object();
  view.set("extent", JsonValue::string(independence_words(independence)));
  view.set("has_bounds", JsonValue::boolean(!bounds.items().empty()));
  view.set("bounds", std::move(bounds));
  view.set("has_origins", JsonValue::boolean(!origins.items().empty()));
  view.set("origins", std::move(origins));
  view.set("has_unknown", JsonValue::boolean(!independence.unknown.empty()));
  view.set("unknown", places_view(report, independence.unknown));
  view.set("loops", std::move(loops));
  return view;
}

}  // namespace claimtrail
