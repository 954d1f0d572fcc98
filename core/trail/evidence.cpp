#include "core/trail/evidence.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/linking/average_linkage.h"
#include "core/linking/quotes.h"
#include "core/linking/refutation.h"
#include "core/linking/similarity.h"
#include "core/linking/words.h"
#include "core/model/digest.h"
#include "core/text/utf8.h"
#include "core/trail/changes.h"

namespace claimtrail {
namespace {

constexpr double kSameWords = 0.6;
constexpr std::size_t kCommonWord = 300;

std::string outlet_id(const std::string& name) { return "outlet:" + fold_case(name); }

std::vector<ReportEvidence> report_evidence(const EvidenceInput& input) {
  std::map<std::string, std::string> family;
  for (const OutletSettings& outlet : input.outlets) family[outlet.name] = outlet.publisher_family;
  std::map<std::string, std::string> id_of_url;
  for (const Report& report : input.reports) {
    if (!report.url.empty()) id_of_url[report.url] = report.id;
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
      const auto cited = id_of_url.find(url);
      if (cited != id_of_url.end() && cited->second != report.id) {
        evidence.cites.push_back(cited->second);
      }
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

std::vector<Reading> make_evidence_readings(const Evidence& evidence,
                                            const std::vector<ReadingLink>& links) {
  std::unordered_map<std::string, std::size_t> report_index;
  for (std::size_t i = 0; i < evidence.reports.size(); ++i)
    report_index[evidence.reports[i].id] = i;
  std::map<std::pair<std::string, int>, std::string> question_of;
  for (const ReadingLink& link : links) question_of[{link.claim, link.figure}] = link.question;

  std::vector<Reading> readings;
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
      const auto question = question_of.find({stored.claim.id, figure});
      reading.question = question == question_of.end() ? "" : question->second;
      readings.push_back(reading);
    };
    for (std::size_t i = 0; i < stored.claim.figures.size(); ++i) {
      add(static_cast<int>(i), stored.claim.figures[i].as_of);
    }
    add(-1, std::nullopt);
  }
  std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return std::tie(a.report, a.claim().span.start, a.stored->claim.id, a.figure) <
           std::tie(b.report, b.claim().span.start, b.stored->claim.id, b.figure);
  });
  return readings;
}

/// The words inside quotation marks that a claim holds; empty when it quotes nothing.
std::string quoted_words(const StoredClaim& stored) {
  if (stored.claim.manner == Manner::direct) return stored.exact;
  if (stored.claim.manner == Manner::indirect) return {};
  std::string quoted;
  std::size_t at = 0;
  const std::string& text = stored.exact;
  static const std::vector<std::pair<std::string, std::string>> kMarks{
      {"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}};
  while (at < text.size()) {
    std::size_t begin = std::string::npos;
    const std::pair<std::string, std::string>* marks = nullptr;
    for (const auto& pair : kMarks) {
      const std::size_t found = text.find(pair.first, at);
      if (found < begin) {
        begin = found;
        marks = &pair;
      }
    }
    if (marks == nullptr) break;
    begin += marks->first.size();
    std::size_t end = text.find(marks->second, begin);
    if (end == std::string::npos) end = text.size();
    if (!quoted.empty()) quoted += "” … “";
    quoted += text.substr(begin, end - begin);
    at = end + marks->second.size();
  }
  return quoted;
}

void group_quotations(std::vector<Reading>& readings) {
  std::vector<std::size_t> holders;
  std::vector<std::string> quotes;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (readings[i].figure >= 0) continue;
    std::string words = quoted_words(*readings[i].stored);
    if (words.empty()) continue;
    holders.push_back(i);
    quotes.push_back(std::move(words));
  }
  const std::vector<std::size_t> first = group_quotes(quotes);
  std::vector<std::string> name(quotes.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    std::string& least = name[first[i]];
    const std::string& id = readings[holders[i]].claim().id;
    if (least.empty() || id < least) least = id;
  }
  for (std::size_t i = 0; i < first.size(); ++i) {
    readings[holders[i]].quote_group = content_id({"quote", name[first[i]]});
    readings[holders[i]].quote = quotes[i];
  }
}

void group_statements(std::vector<Reading>& readings) {
  std::vector<std::size_t> holders;
  std::vector<std::vector<std::string>> words;
  std::unordered_map<std::string, std::vector<std::size_t>> index;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (readings[i].figure >= 0 || !readings[i].claim().checkable) continue;
    words.push_back(content_words(readings[i].stored->exact));
    for (const std::string& word : words.back()) index[word].push_back(holders.size());
    holders.push_back(i);
  }
  Likeness alike(holders.size());
  for (std::size_t i = 0; i < holders.size(); ++i) {
    std::set<std::size_t> others;
    for (const std::string& word : words[i]) {
      const auto& members = index[word];
      if (members.size() > kCommonWord) continue;
      others.insert(std::upper_bound(members.begin(), members.end(), i), members.end());
    }
    for (const std::size_t j : others) {
      const double likeness = statement_likeness(words[i], words[j]);
      if (likeness >= kSameWords) alike[i][j] = alike[j][i] = likeness;
    }
  }
  const std::vector<std::size_t> first = average_linkage(std::move(alike), kSameWords);
  std::vector<std::string> name(holders.size());
  for (std::size_t i = 0; i < holders.size(); ++i) {
    std::string& least = name[first[i]];
    const std::string& id = readings[holders[i]].claim().id;
    if (least.empty() || id < least) least = id;
  }
  for (std::size_t i = 0; i < holders.size(); ++i) {
    readings[holders[i]].statement_group = content_id({"statement", name[first[i]]});
  }
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
  evidence.readings = make_evidence_readings(evidence, input.links);
  group_quotations(evidence.readings);
  group_statements(evidence.readings);

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
