#include "core/trail/independence.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

namespace claimtrail {
namespace {

/// Somebody with a name who can be asked: not "officials", not the outlet itself.
bool is_named(const Claimant& claimant) {
  return claimant.kind != ClaimantKind::anonymous && claimant.kind != ClaimantKind::outlet;
}

class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  bool join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

Independence count_independent(const Evidence& evidence,
                               const std::vector<const Reading*>& readings,
                               const std::vector<const ReportEvidence*>& asked,
                               const std::vector<Origin>& origins) {
  std::map<std::string, std::size_t> place;
  for (const Reading* reading : readings) place.emplace(evidence.reports[reading->report].id, 0);
  std::vector<std::string> reports;
  for (auto& [report, index] : place) {
    index = reports.size();
    reports.push_back(report);
  }
  Sets sets(reports.size());
  std::vector<std::string> name(reports.size());
  std::vector<std::pair<std::size_t, std::string>> why;
  std::set<std::size_t> sourced;

  for (const Origin& origin : origins) {
    for (const std::size_t index : origin.reports) {
      const auto found = place.find(asked[index]->id);
      if (found == place.end()) continue;
      // Words of an agency have a source, whoever prints them.
      const bool agency = !asked[index]->agencies.empty();
      if (agency) sourced.insert(found->second);
      // find_origins calls what has no name by a report's id.
      const bool named = origin.name != asked[origin.reports.front()]->id;
      if (named && (agency || origin.reports.size() > 1)) name[found->second] = origin.name;
    }
    for (const Collapse& collapse : origin.collapses) {
      const auto a = place.find(asked[collapse.a]->id);
      const auto b = place.find(asked[collapse.b]->id);
      if (a == place.end() || b == place.end()) continue;
      if (sets.join(a->second, b->second)) why.emplace_back(a->second, collapse.why);
    }
  }
  std::map<std::string, std::pair<std::size_t, std::string>> first_of_claimant;
  for (const Reading* reading : readings) {
    if (reading->claim().attribution.empty()) continue;
    const std::size_t report = place.at(evidence.reports[reading->report].id);
    for (const Claimant& claimant : reading->claim().attribution.front().claimants) {
      if (!is_named(claimant)) continue;
      sourced.insert(report);
      const auto [first, added] =
          first_of_claimant.emplace(claimant.id, std::pair(report, claimant.name));
      if (!added && sets.join(first->second.first, report)) {
        why.emplace_back(report, fmt::format("both rest on {}", first->second.second));
      }
    }
  }
  for (const auto& [id, first] : first_of_claimant) {
    std::string& known_name = name[sets.root(first.first)];
    if (known_name.empty()) known_name = first.second;
  }

  std::map<std::size_t, IndependentOrigin> made;
  std::map<std::size_t, bool> has_source;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const std::size_t root = sets.root(i);
    IndependentOrigin& origin = made[root];
    origin.reports.push_back(reports[i]);
    if (origin.name.empty()) origin.name = !name[root].empty() ? name[root] : name[i];
    has_source[root] = has_source[root] || sourced.contains(i);
  }
  for (const auto& [report, words] : why) made[sets.root(report)].why.push_back(words);

  Independence independence;
  independence.reports = reports.size();
  for (auto& [root, origin] : made) {
    if (!has_source[root]) {
      independence.unknown.insert(independence.unknown.end(), origin.reports.begin(),
                                  origin.reports.end());
      continue;
    }
    if (origin.name.empty()) origin.name = origin.reports.front();
    independence.origins.push_back(std::move(origin));
  }
  std::sort(independence.unknown.begin(), independence.unknown.end());
  std::sort(independence.origins.begin(), independence.origins.end(),
            [](const IndependentOrigin& a, const IndependentOrigin& b) {
              if (a.reports.size() != b.reports.size()) return a.reports.size() > b.reports.size();
              return std::tie(a.name, a.reports) < std::tie(b.name, b.reports);
            });
  return independence;
}

}  // namespace claimtrail
