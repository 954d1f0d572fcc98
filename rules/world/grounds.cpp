#include "rules/world/grounds.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/quantity/compare.h"
#include "core/text/utf8.h"
#include "core/trail/origins.h"

namespace claimtrail {
namespace {

/// The reports of a group, each once, by id.
std::vector<const ReportEvidence*> reports_of(std::span<const Facts* const> group) {
  std::vector<const ReportEvidence*> reports;
  for (const Facts* facts : group) reports.push_back(facts->report);
  std::sort(reports.begin(), reports.end(),
            [](const ReportEvidence* a, const ReportEvidence* b) { return a->id < b->id; });
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  return reports;
}

using Citations = std::map<std::string_view, std::set<std::string_view>>;

Citations who_cites_whom(std::span<const Facts* const> group) {
  const std::vector<const ReportEvidence*> reports = reports_of(group);
  std::unordered_map<std::string_view, std::string_view> outlet_of;
  for (const ReportEvidence* report : reports) {
    if (report->outlet.empty()) continue;
    outlet_of[report->outlet] = report->outlet;
    outlet_of[report->id] = report->outlet;
  }
  Citations citations;
  for (const ReportEvidence* report : reports) {
    if (report->outlet.empty()) continue;
    for (const std::string& cited : report->cites) {
      const auto found = outlet_of.find(cited);
      if (found == outlet_of.end() || found->second == report->outlet) continue;
      citations[report->outlet].insert(found->second);
    }
  }
  return citations;
}

/// Goes depth first without recursion: a chain of outlets may be long.
class CycleSearch {
 public:
  explicit CycleSearch(const Citations& citations) : citations_(citations) {}

  std::vector<std::string_view> first_cycle() {
    for (const auto& [outlet, cited] : citations_) {
      std::vector<std::string_view> cycle = from(outlet);
      if (!cycle.empty()) return cycle;
    }
    return {};
  }

 private:
  struct Step {
    std::string_view outlet;
    std::set<std::string_view>::const_iterator next;
    std::set<std::string_view>::const_iterator end;
  };

  Step enter(std::string_view outlet) {
    static const std::set<std::string_view> kNone;
    const auto found = citations_.find(outlet);
    const std::set<std::string_view>& cited = found == citations_.end() ? kNone : found->second;
    on_path_.insert(outlet);
    return {outlet, cited.begin(), cited.end()};
  }

  std::vector<std::string_view> from(std::string_view start) {
    if (done_.contains(start)) return {};
    std::vector<Step> path{enter(start)};
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == step.end) {
        on_path_.erase(step.outlet);
        done_.insert(step.outlet);
        path.pop_back();
        continue;
      }
      const std::string_view next = *step.next++;
      if (on_path_.contains(next)) return closed(path, next);
      if (!done_.contains(next)) path.push_back(enter(next));
    }
    return {};
  }

  static std::vector<std::string_view> closed(const std::vector<Step>& path,
                                              std::string_view again) {
    std::vector<std::string_view> cycle;
    for (const Step& step : path) {
      if (cycle.empty() && step.outlet != again) continue;
      cycle.push_back(step.outlet);
    }
    cycle.push_back(again);
    return cycle;
  }

  const Citations& citations_;
  std::set<std::string_view> done_;
  std::set<std::string_view> on_path_;
};

bool names_outlet(const Claim& claim, const std::string& outlet) {
  const std::string folded = fold_case(outlet);
  return std::any_of(claim.attribution.begin(), claim.attribution.end(), [&](const Hop& hop) {
    return std::any_of(hop.claimants.begin(), hop.claimants.end(), [&](const Claimant& claimant) {
      return fold_case(claimant.name) == folded;
    });
  });
}

bool holds_the_same(const Facts& own, const Facts& other) {
  const Figure* figure = own.reading->quantity();
  if (figure == nullptr) {
    return !other.utterance.empty() && other.utterance == own.utterance;
  }
  const Figure* given = other.reading->quantity();
  return given != nullptr && comparable(*figure, *given) && !disjoint(*figure, *given);
}

}  // namespace

std::optional<std::string> citation_cycle(std::span<const Facts* const> group) {
  const Citations citations = who_cites_whom(group);
  const std::vector<std::string_view> cycle = CycleSearch(citations).first_cycle();
  if (cycle.empty()) return std::nullopt;
  std::string words;
  for (const std::string_view outlet : cycle) {
    if (!words.empty()) words += " → ";
    words += outlet;
  }
  return words;
}

std::size_t independent_origins(const World& world, std::span<const Facts* const> group) {
  return count_origins(reports_of(group), world.evidence->texts.get());
}

bool rests_on_one_origin(const World& world, std::span<const Facts* const> group) {
  return is_one_origin(reports_of(group), world.evidence->texts.get());
}

std::optional<bool> cited_source_holds(const World& world, const Facts& facts) {
  if (facts.reading->quantity() == nullptr && facts.reading->quote.empty()) return std::nullopt;
  std::optional<bool> holds;
  for (const std::string& cited : facts.report->cites) {
    const std::span<const Facts> others = world.of_report(cited);
    if (others.empty() || cited == facts.report->id) continue;
    const std::string& outlet = others.front().report->outlet;
    if (outlet.empty() || !names_outlet(facts.reading->claim(), outlet)) continue;
    const bool here = std::any_of(others.begin(), others.end(),
                                  [&](const Facts& other) { return holds_the_same(facts, other); });
    holds = holds.value_or(false) || here;
  }
  return holds;
}

std::string still_carried_by(const World& world, const Facts& old, const Facts& newer) {
  const Day out = day_of_appearance(*newer.report);
  std::set<std::string_view> outlets;
  world.each_that_says_the_same(old, [&](const Facts& facts) {
    if (facts.reading->claimant_id != old.reading->claimant_id) return;
    const ReportEvidence& report = *facts.report;
    if (!report.outlet.empty() && day_of_newest_text(report) > out) outlets.insert(report.outlet);
  });
  std::string words;
  for (const std::string_view outlet : outlets) {
    if (!words.empty()) words += ", ";
    words += outlet;
  }
  return words;
}

Day day_of_newest_text(const ReportEvidence& report) {
  const Day appeared = day_of_appearance(report);
  if (!report.revised) return appeared;
  return std::max(appeared, std::chrono::floor<std::chrono::days>(*report.revised));
}

}  // namespace claimtrail
