#include "core/trail/citations.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

using Edges = std::map<std::string, std::map<std::string, std::set<std::string>>>;

/// What can be reached from an outlet, with the outlet before it on a shortest way.
std::map<std::string, std::string> reach(const Edges& edges, const std::string& start) {
  std::map<std::string, std::string> before;
  std::deque<std::string> waiting{start};
  while (!waiting.empty()) {
    const std::string at = waiting.front();
    waiting.pop_front();
    const auto out = edges.find(at);
    if (out == edges.end()) continue;
    for (const auto& [to, reports] : out->second) {
      if (before.emplace(to, at).second) waiting.push_back(to);
    }
  }
  return before;
}

std::vector<std::vector<std::string>> find_cycles(const Edges& edges) {
  std::vector<std::vector<std::string>> cycles;
  std::set<std::string> told;
  for (const auto& [start, out] : edges) {
    if (told.contains(start)) continue;
    const auto before = reach(edges, start);
    if (!before.contains(start)) continue;
    std::vector<std::string> loop;
    for (std::string at = before.at(start); at != start; at = before.at(at)) loop.push_back(at);
    loop.push_back(start);
    std::reverse(loop.begin(), loop.end());
    for (const auto& [other, previous] : before) {
      if (reach(edges, other).contains(start)) told.insert(other);
    }
    cycles.push_back(std::move(loop));
  }
  return cycles;
}

std::vector<FirstMover> first_movers(const Evidence& evidence,
                                     const std::set<std::size_t>& reports) {
  std::optional<Day> day;
  std::optional<Timestamp> seen;
  for (const std::size_t index : reports) {
    const ReportEvidence& report = evidence.reports[index];
    if (report.published && (!day || *report.published < *day)) day = report.published;
    if (!seen || report.first_seen < *seen) seen = report.first_seen;
  }
  std::vector<FirstMover> first;
  for (const std::size_t index : reports) {
    const ReportEvidence& report = evidence.reports[index];
    const bool earliest = day ? report.published == day : report.first_seen == *seen;
    if (earliest) first.push_back({report.id, report.outlet, report.published, report.first_seen});
  }
  return first;
}

}  // namespace

CitationGraph citations_of(const Evidence& evidence, const std::string& question) {
  std::map<std::string, std::string> outlet_of_report;
  std::map<std::string, std::string> outlet_of_name;
  for (const ReportEvidence& report : evidence.reports) {
    outlet_of_report[report.id] = report.outlet;
    if (!report.outlet.empty()) outlet_of_name.emplace(fold_case(report.outlet), report.outlet);
  }
  Edges edges;
  std::set<std::size_t> reports;
  for (const Reading& reading : evidence.readings) {
    if (reading.question != question) continue;
    reports.insert(reading.report);
    const ReportEvidence& report = evidence.reports[reading.report];
    const auto add = [&](const std::string& to) {
      if (!to.empty() && to != report.outlet) edges[report.outlet][to].insert(report.id);
    };
    for (const std::string& cited : report.cites) {
      const auto outlet = outlet_of_report.find(cited);
      if (outlet != outlet_of_report.end()) add(outlet->second);
    }
    for (const Hop& hop : reading.claim().attribution) {
      for (const Claimant& claimant : hop.claimants) {
        const auto outlet = outlet_of_name.find(fold_case(claimant.name));
        if (outlet != outlet_of_name.end()) add(outlet->second);
      }
    }
  }
  CitationGraph graph;
  for (const auto& [from, out] : edges) {
    for (const auto& [to, citing] : out)
      graph.citations.push_back({from, to, {citing.begin(), citing.end()}});
  }
  graph.cycles = find_cycles(edges);
  graph.first = first_movers(evidence, reports);
  return graph;
}

}  // namespace claimtrail
