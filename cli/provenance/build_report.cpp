#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/analysis.h"

#include "cli/desk/gather.h"
#include "cli/provenance/report.h"
#include "cli/provenance/trace.h"

namespace claimtrail {
namespace {

const std::string& id_of(const TracedClaim& traced) { return traced.stored.claim.id; }
const std::string& id_of(const TracedFlag& traced) { return traced.flag.id; }
const std::string& id_of(const TracedReport& traced) { return traced.report.id; }

template <class Row>
const Row* find_sorted(const std::vector<Row>& rows, const std::string& id) {
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), id,
                       [](const Row& row, const std::string& key) { return id_of(row) < key; });
  return found == rows.end() || id_of(*found) != id ? nullptr : &*found;
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

class Builder {
 public:
  Builder(const Store& store, const DeskSettings& desk, const ReportRequest& request)
      : store_(store),
        desk_(desk),
        request_(request),
        evidence_(gather(store, desk)),
        changes_(trace_changes(evidence_)),
        reviews_(store.reviews()) {
    for (const Reading& reading : evidence_.readings) ++readings_of_[reading.question];
    for (Flag& flag : store.flags({})) flags_.emplace(flag.id, std::move(flag));
    for (const auto& [id, flag] : flags_) flags_of_[flag.question].push_back(&flag);
    for (auto& [question, flags] : flags_of_) rank(flags);
    for (StoredClaim& claim : store.claims({})) claims_.emplace(claim.claim.id, std::move(claim));
    for (const Report& report : store.reports()) reports_.emplace(report.id, report);
    out_.request = request;
  }

  Result<ProvenanceReport> build() {
    if (auto found = find_report(); !found) return tl::unexpected(found.error());
    if (auto chosen = choose_questions(); !chosen) return tl::unexpected(chosen.error());
    add_flags();
    add_other_claims();
    add_claims();
    add_reports();
    return std::move(out_);
  }

 private:
  Result<void> find_report() {
    if (request_.report.empty()) return {};
    if (reports_.contains(request_.report)) {
      report_ = request_.report;
      return {};
    }
    if (const auto by_url = store_.report_by_url(request_.report)) {
      report_ = by_url->id;
      return {};
    }
    return failure("no-such-report", fmt::format("there is no report '{}'", request_.report), {},
                   "claimtrail reports lists them; an id or an address will do");
  }

  /// Declared questions as the config has them, then those that linking discovered.
  [[nodiscard]] std::vector<Question> all_questions() const {
    std::vector<Question> questions = desk_.questions;
    for (Question& question : questions) question.declared = true;
    const std::size_t declared = questions.size();
    for (const Question& question : evidence_.questions) {
      const auto end = questions.begin() + static_cast<std::ptrdiff_t>(declared);
      if (std::none_of(questions.begin(), end,
                       [&](const Question& known) { return known.id == question.id; })) {
        questions.push_back(question);
      }
    }
    return questions;
  }

  Result<void> choose_questions() {
    const std::vector<Question> questions = all_questions();
    if (auto known = check_names(questions); !known) return known;
    for (const Question& question : questions) {
      if (is_trivial(question)) {
        if (readings_of_.contains(question.id)) ++out_.questions_left_out;
        continue;
      }
      TracedQuestion traced = trace_question(evidence_, question);
      for (const Flag* flag : flags_about(question.id)) {
        traced.flags.push_back(flag->id);
        add_missing(traced.claims, flag->all_claims());
      }
      if (!wanted(traced)) continue;
      traced.ground = ground_of(evidence_, question.id);
      out_.questions.push_back(std::move(traced));
    }
    const auto discovered =
        std::find_if(out_.questions.begin(), out_.questions.end(),
                     [](const TracedQuestion& traced) { return !traced.question.declared; });
    std::stable_sort(discovered, out_.questions.end(),
                     [](const TracedQuestion& a, const TracedQuestion& b) {
                       return std::tuple(a.flags.size(), a.claims.size()) >
                              std::tuple(b.flags.size(), b.claims.size());
                     });
    return {};
  }

  [[nodiscard]] Result<void> check_names(const std::vector<Question>& questions) const {
    std::vector<std::string> ids;
    for (const Question& question : questions) ids.push_back(question.id);
    for (const std::string& id : request_.questions) {
      if (contains(ids, id)) continue;
      const std::string near = nearest(id, ids);
      return failure("no-such-question", fmt::format("there is no question '{}'", id), {},
                     near.empty() ? "claimtrail questions lists them"
                                  : fmt::format("did you mean '{}'?", near));
    }
    return {};
  }

  /// Linking gives every lone reading a question of its own; that is nothing to compare.
  [[nodiscard]] bool is_trivial(const Question& question) const {
    const auto readings = readings_of_.find(question.id);
    return !question.declared && (readings == readings_of_.end() || readings->second < 2) &&
           flags_about(question.id).empty() && request_.questions.empty();
  }

  [[nodiscard]] bool wanted(const TracedQuestion& traced) const {
    if (!request_.questions.empty() && !contains(request_.questions, traced.question.id)) {
      return false;
    }
    if (!report_.empty() && std::none_of(traced.claims.begin(), traced.claims.end(),
                                         [&](const auto& id) { return is_of_report(id); })) {
      return false;
    }
    return !request_.since || moved_since(traced);
  }

  [[nodiscard]] bool is_of_report(const std::string& claim) const {
    const auto found = claims_.find(claim);
    return found != claims_.end() && found->second.report == report_;
  }

  [[nodiscard]] bool moved_since(const TracedQuestion& traced) const {
    const auto claim_moved = [&](const std::string& id) {
      const auto found = claims_.find(id);
      return found != claims_.end() &&
             (found->second.first_seen >= *request_.since || reviewed_since("claim", id));
    };
    return std::any_of(traced.claims.begin(), traced.claims.end(), claim_moved) ||
           std::any_of(traced.flags.begin(), traced.flags.end(),
                       [&](const std::string& id) { return flag_moved(flags_.at(id)); });
  }

  [[nodiscard]] bool flag_moved(const Flag& flag) const {
    return flag.first_seen >= *request_.since || flag.last_seen >= *request_.since ||
           reviewed_since("flag", flag.id);
  }

  [[nodiscard]] bool reviewed_since(const char* kind, const std::string& id) const {
    const auto& reviews = reviews_.of(kind, id);
    return std::any_of(reviews.begin(), reviews.end(), [&](const TracedReview& traced) {
      return traced.review.at >= *request_.since;
    });
  }

  /// Open ones first, then by severity, then as they came.
  static void rank(std::vector<const Flag*>& flags) {
    std::sort(flags.begin(), flags.end(), [](const Flag* a, const Flag* b) {
      const auto key = [](const Flag* flag) {
        return std::tuple(flag->status != FlagStatus::open, -static_cast<int>(flag->severity),
                          flag->first_seen, flag->id);
      };
      return key(a) < key(b);
    });
  }

  [[nodiscard]] const std::vector<const Flag*>& flags_about(const std::string& question) const {
    static const std::vector<const Flag*> none;
    const auto found = flags_of_.find(question);
    return found == flags_of_.end() ? none : found->second;
  }

  void add_missing(std::vector<std::string>& claims, const std::vector<std::string>& more) const {
    for (const std::string& id : more) {
      if (claims_.contains(id) && !contains(claims, id)) claims.push_back(id);
    }
  }

  void add_flags() {
    std::set<std::string> chosen;
    for (const TracedQuestion& question : out_.questions) {
      chosen.insert(question.claims.begin(), question.claims.end());
    }
    const bool filtered = !request_.questions.empty() || !report_.empty() || request_.since;
    for (const Flag* flag : flags_about("")) {
      const std::vector<std::string> claims = flag->all_claims();
      const bool touches = std::any_of(claims.begin(), claims.end(),
                                       [&](const auto& id) { return chosen.contains(id); });
      const bool asked = !report_.empty() && contains(flag->reports, report_);
      const bool moved =
          request_.since && request_.questions.empty() && report_.empty() && flag_moved(*flag);
      if (!filtered || touches || asked || moved) out_.report_flags.push_back(flag->id);
    }
    std::set<std::string> ids(out_.report_flags.begin(), out_.report_flags.end());
    for (const TracedQuestion& question : out_.questions) {
      ids.insert(question.flags.begin(), question.flags.end());
    }
    for (const std::string& id : ids) out_.flags.push_back(trace_flag(flags_.at(id)));
  }

  [[nodiscard]] TracedFlag trace_flag(const Flag& flag) const {
    TracedFlag traced{flag, {}, reviews_.of("flag", flag.id)};
    const std::vector<std::string> claims = flag.all_claims();
    const auto names = [&](const std::string& id) {
      return !id.empty() && std::binary_search(claims.begin(), claims.end(), id);
    };
    for (const std::string& report : flag.reports) {
      for (const TracedChange& change : changes_of(report)) {
        if (names(change.claim_before) || names(change.claim_after)) {
          traced.changes.push_back(change);
        }
      }
    }
    return traced;
  }

  [[nodiscard]] const std::vector<TracedChange>& changes_of(const std::string& report) const {
    static const std::vector<TracedChange> none;
    const auto found = changes_.find(report);
    return found == changes_.end() ? none : found->second;
  }

  void add_other_claims() {
    for (const TracedQuestion& question : out_.questions) {
      listed_.insert(question.claims.begin(), question.claims.end());
    }
    const auto add = [&](const std::string& id) {
      if (claims_.contains(id) && listed_.insert(id).second) out_.other_claims.push_back(id);
    };
    for (const std::string& id : out_.report_flags) {
      for (const std::string& claim : flags_.at(id).all_claims()) add(claim);
    }
    if (!report_.empty()) {
      for (const StoredClaim& claim : store_.claims({.report = report_})) add(claim.claim.id);
    }
  }

  void add_claims() {
    std::map<std::string, std::vector<std::string>> flags_of;
    for (const TracedFlag& traced : out_.flags) {
      for (const std::string& claim : traced.flag.all_claims()) {
        flags_of[claim].push_back(traced.flag.id);
      }
    }
    for (const std::string& id : listed_) {
      const StoredClaim& stored = claims_.at(id);
      const auto report = reports_.find(stored.report);
      TracedClaim traced =
          trace_claim(store_, stored, report == reports_.end() ? nullptr : &report->second);
      traced.flags = flags_of[id];
      traced.reviews = reviews_.of("claim", id);
      out_.claims.push_back(std::move(traced));
    }
  }

  void add_reports() {
    std::set<std::string> ids;
    for (const TracedClaim& claim : out_.claims) ids.insert(claim.stored.report);
    for (const TracedFlag& traced : out_.flags) {
      ids.insert(traced.flag.reports.begin(), traced.flag.reports.end());
    }
    if (!report_.empty()) ids.insert(report_);
    std::set<std::string> sources;
    for (const std::string& id : ids) {
      const auto report = reports_.find(id);
      if (report == reports_.end()) continue;
      out_.reports.push_back({report->second, store_.revisions(id), changes_of(id)});
      if (!report->second.source.empty()) sources.insert(report->second.source);
    }
    out_.sources = sources.size();
  }

  const Store& store_;
  const DeskSettings& desk_;
  const ReportRequest& request_;
  Evidence evidence_;
  std::map<std::string, std::vector<TracedChange>> changes_;  ///< by report
  ReviewIndex reviews_;
  std::map<std::string, std::size_t> readings_of_;            ///< by question
  std::map<std::string, Flag> flags_;                         ///< by id
  std::map<std::string, std::vector<const Flag*>> flags_of_;  ///< by question
  std::map<std::string, StoredClaim> claims_;
  std::map<std::string, Report> reports_;
  std::string report_;  ///< id of the report asked for; empty: none
  std::set<std::string> listed_;
  ProvenanceReport out_;
};

}  // namespace

const TracedClaim* ProvenanceReport::claim(const std::string& id) const {
  return find_sorted(claims, id);
}

const TracedFlag* ProvenanceReport::flag(const std::string& id) const {
  return find_sorted(flags, id);
}

const TracedReport* ProvenanceReport::report(const std::string& id) const {
  return find_sorted(reports, id);
}

std::vector<const TracedReport*> ProvenanceReport::reports_by_day() const {
  std::vector<const TracedReport*> sorted;
  for (const TracedReport& traced : reports) sorted.push_back(&traced);
  std::stable_sort(sorted.begin(), sorted.end(), [](const TracedReport* a, const TracedReport* b) {
    const auto day = [](const TracedReport* traced) {
      return traced->report.published ? traced->report.published->day : Day::max();
    };
    return day(a) < day(b);
  });
  return sorted;
}

Result<ProvenanceReport> build_report(const Store& store, const DeskSettings& desk,
                                      const ReportRequest& request, Timestamp now) {
  auto report = Builder(store, desk, request).build();
  if (!report) return report;
  report->desk = desk.name;
  report->contact = desk.contact;
  report->generated_at = now;
  report->tool = "claimtrail " CLAIMTRAIL_VERSION;
  report->extractor = extractor_version();
  return report;
}

}  // namespace claimtrail
