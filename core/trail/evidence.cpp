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

std::vector<ReportEvidence> report_evidence(const EvidenceInput& input) {
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
  std::vector<ReportEvidence> reports;
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
    std::vector<std::string> ids;
    for (const Claimant& claimant : claim.attribution.front().claimants) {
      ids.push_back(claimant.id);
      if (!reading.claimant.empty()) reading.claimant += ", ";
      reading.claimant += claimant.name;
    }
    std::sort(ids.begin(), ids.end());
    for (const std::string& id : ids)
      reading.claimant_id += (reading.claimant_id.empty() ? "" : "+") + id;
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

std::vector<Reading> make_evidence_readings(const Evidence& evidence) {
  std::unordered_map<std::string_view, std::size_t> report_index;
  for (std::size_t i = 0; i < evidence.reports.size(); ++i)
    report_index[evidence.reports[i].id] = i;

  std::vector<Reading> readings;
  readings.reserve(2 * evidence.claims.size());
  for (const StoredClaim& stored : evidence.claims) {
    const auto found = report_index.find(stored.report);
    if (found == report_index.end()) continue;
    Reading reading;
    reading.report = found->second;
    reading.stored = &stored;
    name_claimant(reading, evidence.reports[reading.report].outlet);
    const bool refutes = refutes_story(stored);
    const auto add = [&](int figure, const std::optional<AsOf>& as_of) {
      reading.figure = figure;
      reading.refutes = figure < 0 && refutes;
      reading.as_of.reset();
      if (as_of) {
        reading.as_of = as_of->range;
      } else if (stored.claim.as_of) {
        reading.as_of = stored.claim.as_of->range;
      }
      const auto at = static_cast<std::size_t>(figure);
      if (figure < 0) {
        reading.question = stored.statement_question;
      } else {
        reading.question =
            at < stored.figure_questions.size() ? stored.figure_questions[at] : std::string();
      }
      readings.push_back(reading);
    };
    for (std::size_t i = 0; i < stored.claim.figures.size(); ++i) {
      add(static_cast<int>(i), stored.claim.figures[i].as_of);
    }
    reading.quote = quoted_words(stored);
    if (!reading.quote.empty()) reading.quote_group = group_of(stored.quote_group, stored);
    if (stored.claim.checkable) reading.statement_group = group_of(stored.statement_group, stored);
    add(-1, std::nullopt);
  }
  std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return std::tie(a.report, a.claim().span.start, a.stored->claim.id, a.figure) <
           std::tie(b.report, b.claim().span.start, b.stored->claim.id, b.figure);
  });
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
  std::sort(evidence.claims.begin(), evidence.claims.end(),
            [](const StoredClaim& a, const StoredClaim& b) { return a.claim.id < b.claim.id; });
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
