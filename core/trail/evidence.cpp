#include "core/trail/evidence.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/linking/refutation.h"
#include "core/linking/sayings.h"
#include "core/text/utf8.h"
#include "core/trail/changes.h"

namespace claimtrail {
namespace {

std::string outlet_id(const std::string& name) { return "outlet:" + fold_case(name); }

std::vector<ReportEvidence> report_evidence(EvidenceInput& input) {
  std::map<std::string, std::string> family;
  for (const OutletSettings& outlet : input.outlets) family[outlet.name] = outlet.publisher_family;
  std::unordered_map<std::string_view, const Report*> report_at;
  for (const Report& report : input.reports) {
    if (report.url.empty()) continue;
    const Report*& first = report_at.try_emplace(report.url, &report).first->second;
    if (std::tie(report.first_seen, report.id) < std::tie(first->first_seen, first->id)) {
      first = &report;
    }
  }
  std::vector<ReportEvidence> reports = std::move(input.known);
  for (const Report& report : input.reports) {
    ReportEvidence evidence;
    evidence.id = report.id;
    evidence.url = report.url;
    evidence.title = report.title;
    evidence.outlet = report.outlet;
    const auto found = family.find(report.outlet);
    evidence.publisher_family =
        found == family.end() || found->second.empty() ? report.outlet : found->second;
    if (report.published) evidence.published = report.published->day;
    evidence.first_seen = report.first_seen;
    evidence.is_based_on = report.is_based_on;
    evidence.syndicated_from = report.syndicated_from;
    for (const std::string& url : report.cites) {
      std::string cited;
      if (const auto told = input.report_at.find(url); told != input.report_at.end()) {
        cited = told->second;
      } else if (const auto here = report_at.find(url); here != report_at.end()) {
        cited = here->second->id;
      }
      if (!cited.empty() && cited != report.id) evidence.cites.push_back(std::move(cited));
    }
    const auto history = input.histories.find(report.id);
    evidence.has_note = history != input.histories.end() && !history->second.empty() &&
                        !history->second.back().note.empty();
    if (history != input.histories.end() && history->second.size() > 1) {
      evidence.revised = history->second.back().fetched_at;
    }
    reports.push_back(std::move(evidence));
  }
  std::sort(reports.begin(), reports.end(),
            [](const ReportEvidence& a, const ReportEvidence& b) { return a.id < b.id; });
  return reports;
}

void name_claimant(Reading& reading, const std::string& outlet) {
  const Claim& claim = reading.claim();
  reading.attributed = !claim.attribution.empty();
  if (reading.attributed && !claim.attribution.front().claimants.empty()) {
    std::vector<std::string_view> ids;
    for (const Claimant& claimant : claim.attribution.front().claimants) {
      ids.push_back(claimant.id);
      if (!reading.claimant.empty()) reading.claimant += ", ";
      reading.claimant += claimant.name;
    }
    std::sort(ids.begin(), ids.end());
    for (const std::string_view id : ids) {
      if (!reading.claimant_id.empty()) reading.claimant_id += '+';
      reading.claimant_id += id;
    }
  } else if (reading.attributed) {
    reading.claimant = "somebody unnamed";
    reading.claimant_id = "unnamed";
  } else {
    reading.claimant = outlet;
    reading.claimant_id = outlet_id(outlet);
  }
}

/// A group that the store does not name is the claim's own.
const std::string& group_of(const std::string& stored, const StoredClaim& claim) {
  return stored.empty() ? claim.claim.id : stored;
}

/// Claims by report, as they stand in it; those of unknown reports are left out.
std::vector<std::pair<std::size_t, const StoredClaim*>> claims_in_order(const Evidence& evidence) {
  std::unordered_map<std::string_view, std::size_t> report_index;
  for (std::size_t i = 0; i < evidence.reports.size(); ++i)
    report_index[evidence.reports[i].id] = i;
  std::vector<std::pair<std::size_t, const StoredClaim*>> claims;
  claims.reserve(evidence.claims.size());
  for (const StoredClaim& stored : evidence.claims) {
    const auto found = report_index.find(stored.report);
    if (found != report_index.end()) claims.emplace_back(found->second, &stored);
  }
  std::sort(claims.begin(), claims.end(), [](const auto& a, const auto& b) {
    const Claim& left = a.second->claim;
    const Claim& right = b.second->claim;
    return std::tie(a.first, left.span.start, left.id) <
           std::tie(b.first, right.span.start, right.id);
  });
  return claims;
}

std::vector<Reading> make_evidence_readings(const Evidence& evidence) {
  std::vector<Reading> readings;
  readings.reserve(2 * evidence.claims.size());
  for (const auto& [report, stored] : claims_in_order(evidence)) {
    Reading reading;
    reading.report = report;
    reading.stored = stored;
    name_claimant(reading, evidence.reports[report].outlet);
    if (stored->claim.as_of) reading.as_of = stored->claim.as_of->range;
    Reading& statement = readings.emplace_back(reading);
    statement.refutes = refutes_story(*stored);
    statement.question = stored->statement_question;
    statement.quote = quoted_words(*stored);
    if (!statement.quote.empty()) statement.quote_group = group_of(stored->quote_group, *stored);
    if (stored->claim.checkable) {
      statement.statement_group = group_of(stored->statement_group, *stored);
    }
    for (std::size_t i = 0; i < stored->claim.figures.size(); ++i) {
      Reading& figure = readings.emplace_back(reading);
      figure.figure = static_cast<int>(i);
      if (const auto& as_of = stored->claim.figures[i].as_of) figure.as_of = as_of->range;
      if (i < stored->figure_questions.size()) figure.question = stored->figure_questions[i];
    }
  }
  return readings;
}

}  // namespace

Evidence make_evidence(EvidenceInput input) {
  Evidence evidence;
  evidence.reports = report_evidence(input);
  evidence.questions = std::move(input.questions);
  evidence.claims = std::move(input.claims);
  std::erase_if(evidence.claims, [](const StoredClaim& stored) {
    return stored.gone_since.has_value() || stored.review_state == "rejected";
  });
  evidence.readings = make_evidence_readings(evidence);

  evidence.histories = std::move(input.histories);
  for (std::size_t i = 0; i < evidence.reports.size(); ++i) {
    const auto history = evidence.histories.find(evidence.reports[i].id);
    if (history == evidence.histories.end()) continue;
    const std::vector<RevisionChange> changes = find_changes(i, history->second);
    evidence.changes.insert(evidence.changes.end(), changes.begin(), changes.end());
  }
  return evidence;
}

}  // namespace claimtrail
