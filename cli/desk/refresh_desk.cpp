#include "cli/desk/refresh_desk.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "cli/desk/check.h"
#include "cli/desk/refresh_sink.h"
#include "cli/desk/relink.h"

namespace claimtrail {
namespace {

bool wanted(const SourceSettings& source, const RefreshRequest& request) {
  if (request.sources.empty()) return source.enabled;
  return std::find(request.sources.begin(), request.sources.end(), source.id) !=
         request.sources.end();
}

int sources_of(const RefreshPlan& plan) {
  std::set<std::string> ids;
  for (const SourceSettings& source : plan.sources) ids.insert(source.id);
  for (const Revisit& revisit : plan.revisits) ids.insert(revisit.source);
  return static_cast<int>(ids.size());
}

}  // namespace

RefreshPlan plan_refresh(const Store& store, const Config& config, const RefreshRequest& request,
                         Timestamp now) {
  RefreshPlan plan;
  plan.limits = config.fetch.limits;
  plan.manners = config.fetch.manners;
  plan.desk_timezone = config.desk.timezone;
  std::set<std::string> eligible;
  std::vector<std::pair<std::optional<Timestamp>, const SourceSettings*>> sources;
  std::unordered_map<std::string, SourceState> states;
  if (request.scope == RefreshScope::due) {
    for (SourceState& state : store.source_states()) states[state.source] = std::move(state);
  }
  for (const SourceSettings& source : config.sources) {
    if (!wanted(source, request)) continue;
    eligible.insert(source.id);
    if (request.scope == RefreshScope::all) {
      sources.emplace_back(std::nullopt, &source);
      continue;
    }
    const SourceState& state = states[source.id];
    if (!is_due(source, state, config.desk.timezone, now)) continue;
    sources.emplace_back(state.last_attempt, &source);
  }
  // Those that waited longest go first, so that a limit on time starves none.
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [tried, source] : sources) plan.sources.push_back(*source);
  for (const Report& report : store.reports()) {
    if (report.url.empty() || !report.next_visit || !eligible.contains(report.source)) continue;
    if (request.scope == RefreshScope::due && *report.next_visit > now) continue;
    plan.revisits.push_back({report.source, report.url});
  }
  return plan;
}

RefreshSummary refresh_desk(Store& store, const Config& config, const RuleSet& rules,
                            HttpClient& client, const Clock& clock, const RefreshRequest& request,
                            std::stop_token stop) {
  RefreshSummary summary;
  const RefreshPlan plan = plan_refresh(store, config, request, clock.now());
  DeskSink sink(store, config, request, clock, summary);
  if (request.progress != nullptr) request.progress->started(sources_of(plan));
  refresh(plan, client, clock, sink, stop);
  sink.flush();
  if (request.progress != nullptr) request.progress->linking();
  std::sort(summary.sources.begin(), summary.sources.end(),
            [](const SourceOutcome& a, const SourceOutcome& b) { return a.source < b.source; });
  relink(store, config.desk);
  summary.flags = check(store, config.desk, rules, config.rules, clock.now());
  sink.plan_visits();
  return summary;
}

}  // namespace claimtrail
