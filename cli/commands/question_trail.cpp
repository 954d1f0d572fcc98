#include "cli/commands/question_trail.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

void write_independence(JsonWriter& json, const Independence& independence) {
  json.integer("reports", static_cast<long long>(independence.reports));
  json.integer("independent", static_cast<long long>(independence.origins.size()));
  json.begin_array("origins");
  for (const IndependentOrigin& origin : independence.origins) {
    json.begin_object();
    json.text("name", origin.name);
    json.texts("reports", origin.reports);
    json.texts("why", origin.why);
    json.end_object();
  }
  json.end_array();
  json.texts("unknown", independence.unknown);
}

void write_bound(JsonWriter& json, const char* key, const std::optional<FigureBound>& bound) {
  if (!bound) return;
  json.begin_object(key);
  json.string("value", bound->value);
  json.texts("claimants", bound->claimants);
  json.texts("claims", bound->claims);
  write_independence(json, bound->support);
  json.end_object();
}

void write_ladder(JsonWriter& json, const QuestionTrail& trail) {
  json.begin_array("ladder");
  for (const LadderStep& step : trail.ladder) {
    json.begin_object();
    json.string("claimant", step.claimant);
    json.string("value", step.value);
    if (step.as_of) {
      json.day("from", step.as_of->from);
      json.day("to", step.as_of->to);
    }
    json.timestamp("first_seen", step.first_seen);
    json.timestamp("last_seen", step.last_seen);
    json.texts("outlets", step.outlets);
    json.texts("claims", step.claims);
    json.end_object();
  }
  json.end_array();
}

void write_citations(JsonWriter& json, const CitationGraph& graph) {
  json.begin_array("citations");
  for (const Citation& citation : graph.citations) {
    json.begin_object();
    json.string("from", citation.from);
    json.string("to", citation.to);
    json.texts("reports", citation.reports);
    json.end_object();
  }
  json.end_array();
  json.begin_array("cycles");
  for (const auto& cycle : graph.cycles) {
    json.begin_object();
    json.texts("outlets", cycle);
    json.end_object();
  }
  json.end_array();
  json.begin_array("first");
  for (const FirstMover& first : graph.first) {
    json.begin_object();
    json.string("report", first.report);
    json.text("outlet", first.outlet);
    json.day("published", first.published);
    json.timestamp("first_seen", first.first_seen);
    json.end_object();
  }
  json.end_array();
}

std::string describe(const FigureBound& bound) {
  return fmt::format("{}, {} ({})", bound.value, fmt::join(bound.claimants, "; "),
                     independence_words(bound.support));
}

std::string describe(const LadderStep& step) {
  const std::string days =
      step.as_of ? " as of " + describe_days(AsOf{*step.as_of, {}, {}}) : std::string();
  return fmt::format("{}{}, {}; in {}; seen {} to {}", step.value, days, step.claimant,
                     fmt::join(step.outlets, ", "), describe_time(step.first_seen),
                     describe_time(step.last_seen));
}

}  // namespace

void write_trail(JsonWriter& json, const QuestionTrail& trail, const QuestionGround& ground) {
  write_ladder(json, trail);
  json.begin_object("bounds");
  write_bound(json, "low", ground.bounds.low);
  write_bound(json, "best_supported", ground.bounds.best_supported);
  write_bound(json, "high", ground.bounds.high);
  json.end_object();
  json.begin_object("independence");
  write_independence(json, ground.independence);
  json.end_object();
  write_citations(json, ground.citations);
}

void print_trail(Sheet& sheet, const QuestionTrail& trail, const QuestionGround& ground) {
  std::vector<std::string> lines;
  for (const LadderStep& step : trail.ladder) lines.push_back(describe(step));
  sheet.list("figures", lines);
  if (ground.bounds.low) sheet.line("lowest", describe(*ground.bounds.low));
  if (ground.bounds.best_supported) {
    sheet.line("best supported", describe(*ground.bounds.best_supported));
  }
  if (ground.bounds.high) sheet.line("highest", describe(*ground.bounds.high));
  sheet.line("rests on", independence_words(ground.independence));
  lines.clear();
  for (const IndependentOrigin& origin : ground.independence.origins) {
    lines.push_back(fmt::format("{}: {}{}{}", origin.name, fmt::join(origin.reports, ", "),
                                origin.why.empty() ? "" : "; ", fmt::join(origin.why, "; ")));
  }
  sheet.list("origins", lines);
  lines.clear();
  for (const Citation& citation : ground.citations.citations) {
    lines.push_back(fmt::format("{} cites {} ({})", citation.from, citation.to,
                                fmt::join(citation.reports, ", ")));
  }
  sheet.list("citations", lines);
  lines.clear();
  for (const auto& cycle : ground.citations.cycles) {
    lines.push_back(fmt::format("{} → {}", fmt::join(cycle, " → "), cycle.front()));
  }
  sheet.list("loops", lines);
  lines.clear();
  for (const FirstMover& first : ground.citations.first) {
    lines.push_back(fmt::format("{} ({}{})", first.outlet, first.report,
                                first.published ? ", " + format_day(*first.published) : ""));
  }
  sheet.list("first told by", lines);
}

}  // namespace claimtrail
