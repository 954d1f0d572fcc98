#include "cli/desk/gather.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "core/analysis.h"

#include "cli/desk/report_texts.h"

namespace claimtrail {
namespace {

constexpr std::chrono::hours kGoneForGood{24};

/// Since when a report's page answers that it is gone: twice, a day or more apart, and nothing
/// since that shows it. What failed in another way says nothing.
std::optional<Timestamp> withdrawn_since(const std::vector<Observation>& observations,
                                         Timestamp newest_text) {
  std::optional<Timestamp> first;
  std::optional<Timestamp> since;
  for (const Observation& one : observations) {
    if (one.outcome == "unchanged" || one.outcome == "not_modified") {
      first.reset();
      since.reset();
    } else if (one.outcome == "not_found" || one.outcome == "gone") {
      if (one.at <= newest_text) continue;
      if (!first) first = one.at;
      if (one.at - *first >= kGoneForGood) since = first;
    }
  }
  return since;
}

bool was_read(const RevisionGrounds& revision) { return !revision.text_sha256.empty(); }

/// What rules ask of a report beyond its claims.
struct Grounds {
  bool has_note = false;
  std::optional<Timestamp> revised;
  std::optional<Timestamp> withdrawn;
  std::vector<std::string> agencies;
  std::size_t texts = 0;
};

Grounds grounds_of(const Store& store, const Report& report) {
  Grounds grounds;
  std::vector<RevisionGrounds> revisions = store.grounds(report.id, extractor_version());
  if (revisions.empty()) return grounds;
  for (const RevisionGrounds& revision : revisions) {
    if (!was_read(revision)) continue;
    grounds.has_note = !revision.note.empty();
    if (++grounds.texts > 1) grounds.revised = revision.fetched_at;
  }
  RevisionGrounds& newest = revisions.back();
  grounds.withdrawn = withdrawn_since(store.observations(report.id), newest.fetched_at);
  grounds.agencies = std::move(newest.agencies);
  return grounds;
}

ClaimantsById find_targets(const Store& store, const ClaimantMerges& merges) {
  ClaimantsById found;
  for (const std::string& id : merges.targets()) {
    const ClaimantsById named = claimants_named(store.claims({.claimant = id}));
    if (const auto one = named.find(id); one != named.end()) found.insert(*one);
  }
  return found;
}

}  // namespace

std::vector<RevisionReading> history_of(const Store& store, const std::string& report) {
  std::vector<RevisionReading> history;
  for (RevisionGrounds& revision : store.grounds(report, extractor_version())) {
    if (!was_read(revision)) continue;
    RevisionReading reading;
    reading.fetched_at = revision.fetched_at;
    reading.note = std::move(revision.note);
    reading.claims = store.sightings(revision.revision, extractor_version());
    reading.revision = std::move(revision.revision);
    history.push_back(std::move(reading));
  }
  return history;
}

using Ids = std::unordered_set<std::string>;

/// Adds to the claims of some circles what bears on them.
class Gatherer::PartReader {
 public:
  PartReader(const Store& store, std::vector<StoredClaim> claims,
             const std::vector<Circle>& circles, std::vector<ReportEvidence> known)
      : store_(store) {
    input_.claims = std::move(claims);
    input_.known = std::move(known);
    for (const Circle& circle : circles) {
      if (circle.kind == CircleKind::report) whole_.insert(circle.id);
    }
    for (const ReportEvidence& report : input_.known) {
      known_.insert(report.id);
      reports_.insert(report.id);
    }
  }

  [[nodiscard]] const Ids& whole_reports() const { return whole_; }

  EvidenceInput read() {
    read_reports();
    follow_citations();
    read_questions();
    return std::move(input_);
  }

  /// Figures of reports that are not whole, for whom something is told in the outlet's own voice.
  [[nodiscard]] std::map<std::string, std::vector<Figure>> attributed_figures(
      const std::vector<StoredClaim>& claims) const {
    std::map<std::string, std::vector<Figure>> figures;
    for (const StoredClaim& stored : claims) {
      if (stored.claim.figures.empty() || !stored.claim.attribution.empty()) continue;
      if (whole_.contains(stored.report) || known_.contains(stored.report)) continue;
      const auto [found, fresh] = figures.try_emplace(stored.report);
      if (fresh) found->second = store_.attributed_figures(stored.report);
    }
    return figures;
  }

 private:
  void read_reports() {
    for (const std::string& id : whole_) add_report(id);
    for (const StoredClaim& stored : input_.claims) add_report(stored.report);
  }

  void add_report(const std::string& id) {
    if (!reports_.insert(id).second) return;
    if (auto report = store_.report(id)) input_.reports.push_back(std::move(*report));
  }

  /// Whether a cited report holds what is said of it takes all its claims.
  void follow_citations() {
    Ids cited;
    for (const ReportEvidence& report : input_.known) {
      for (const std::string& id : report.cites) {
        if (!whole_.contains(id)) cited.insert(id);
      }
    }
    for (const Report& report : input_.reports) {
      for (const std::string& url : report.cites) {
        if (input_.report_at.contains(url)) continue;
        const auto found = store_.report_by_url(url);
        input_.report_at.emplace(url, found ? found->id : std::string());
        if (found && !whole_.contains(found->id)) cited.insert(found->id);
      }
    }
    std::vector<Circle> circles;
    for (const std::string& id : cited) circles.push_back({CircleKind::report, id});
    if (circles.empty()) return;
    std::unordered_set<std::string> known;
    for (const StoredClaim& stored : input_.claims) known.insert(stored.claim.id);
    for (StoredClaim& stored : store_.claims_in(circles)) {
      if (!known.contains(stored.claim.id)) input_.claims.push_back(std::move(stored));
    }
    for (const std::string& id : cited) add_report(id);
  }

  void read_questions() {
    std::unordered_set<std::string> ids{std::string()};
    const auto add = [&](const std::string& id) {
      if (!ids.insert(id).second) return;
      if (auto question = store_.question(id)) input_.questions.push_back(std::move(*question));
    };
    for (const StoredClaim& stored : input_.claims) {
      add(stored.statement_question);
      for (const std::string& question : stored.figure_questions) add(question);
    }
  }

  const Store& store_;
  EvidenceInput input_;
  Ids whole_;
  Ids known_;
  Ids reports_;
};

Gatherer::Gatherer(const Store& store, const DeskSettings& desk)
    : store_(store),
      desk_(desk),
      texts_(std::make_shared<StoredTexts>(store)),
      merges_(store.reviews()),
      merged_into_(find_targets(store, merges_)) {}

Evidence Gatherer::judged(EvidenceInput input, const std::vector<std::string>& with_history) const {
  input.outlets = desk_.outlets;
  merges_.apply(input.claims, merged_into_);
  std::map<std::string, Grounds> grounds;
  for (const Report& report : input.reports) grounds.emplace(report.id, grounds_of(store_, report));
  for (const std::string& report : with_history) {
    const auto found = grounds.find(report);
    // With one text there is nothing to compare.
    if (found == grounds.end() || found->second.texts < 2) continue;
    std::vector<RevisionReading> history = history_of(store_, report);
    for (RevisionReading& reading : history) merges_.apply(reading.claims, merged_into_);
    input.histories.emplace(report, std::move(history));
  }
  Evidence evidence = make_evidence(std::move(input));
  evidence.texts = texts_;
  for (ReportEvidence& report : evidence.reports) {
    const auto found = grounds.find(report.id);
    if (found == grounds.end()) continue;
    report.has_note = found->second.has_note;
    report.revised = found->second.revised;
    report.withdrawn = found->second.withdrawn;
    report.agencies = std::move(found->second.agencies);
  }
  return evidence;
}

Evidence Gatherer::everything() const {
  EvidenceInput input;
  input.reports = store_.reports();
  input.claims = store_.claims({});
  input.questions = store_.questions();
  std::vector<std::string> reports;
  for (const Report& report : input.reports) reports.push_back(report.id);
  return judged(std::move(input), reports);
}

Evidence Gatherer::part(std::vector<StoredClaim> claims, const std::vector<Circle>& circles,
                        std::vector<ReportEvidence> known) const {
  PartReader reader(store_, std::move(claims), circles, std::move(known));
  EvidenceInput input = reader.read();
  std::map<std::string, std::vector<Figure>> attributed = reader.attributed_figures(input.claims);
  const Ids& whole = reader.whole_reports();
  Evidence evidence = judged(std::move(input), {whole.begin(), whole.end()});
  for (ReportEvidence& report : evidence.reports) {
    if (const auto found = attributed.find(report.id); found != attributed.end()) {
      report.attributed = std::move(found->second);
    }
  }
  return evidence;
}

Evidence gather(const Store& store, const DeskSettings& desk) {
  return Gatherer(store, desk).everything();
}

}  // namespace claimtrail
