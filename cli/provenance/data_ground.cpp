#include "cli/provenance/data_ground.h"

namespace claimtrail {
namespace {

JsonValue bound_data(const std::optional<FigureBound>& bound) {
  if (!bound) return {};
  JsonValue data = JsonValue::object();
  data.set("value", JsonValue::string(bound->value));
  data.set("claimants", JsonValue::strings(bound->claimants));
  data.set("claims", JsonValue::strings(bound->claims));
  data.set("independence", independence_data(bound->support));
  return data;
}

}  // namespace

JsonValue independence_data(const Independence& independence) {
  JsonValue origins = JsonValue::array();
  for (const IndependentOrigin& origin : independence.origins) {
    JsonValue data = JsonValue::object();
    data.set("name", JsonValue::text(origin.name));
    data.set("reports", JsonValue::strings(origin.reports));
    data.set("why", JsonValue::strings(origin.why));
    origins.push(std::move(data));
  }
  JsonValue data = JsonValue::object();
  data.set("reports", JsonValue::number(static_cast<long long>(independence.reports)));
  data.set("independent", JsonValue::number(static_cast<long long>(independence.origins.size())));
  data.set("origins", std::move(origins));
  data.set("unknown", JsonValue::strings(independence.unknown));
  return data;
}

JsonValue bounds_data(const FigureBounds& bounds) {
  if (!bounds.low && !bounds.best_supported && !bounds.high) return {};
  JsonValue data = JsonValue::object();
  data.set("low", bound_data(bounds.low));
  data.set("best_supported", bound_data(bounds.best_supported));
  data.set("high", bound_data(bounds.high));
  return data;
}

}  // namespace claimtrail
