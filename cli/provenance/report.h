#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/settings.h"
#include "core/store/store.h"
#include "core/trail/question_ground.h"

#include "cli/provenance/passage.h"

namespace claimtrail {

/// What shall be in a provenance report. Filters choose questions; a question that is chosen is
/// told whole, so that a claim never stands without those it contradicts.
struct ReportRequest {
  std::vector<std::string> questions;  ///< ids; empty: all
  std::string report;                  ///< id or address: what it answers, and everything it claims
  std::optional<Timestamp> since;      ///< questions with a claim, flag or review since
  std::string rules_sha256;            ///< of the rules the flags were raised by; empty: not known
};

/// A review, and whether a later one took it back.
struct TracedReview {
  Review review;
  bool undone = false;
};

/// One hop in the words of the text.
struct HopWords {
  std::string source;  ///< under `source_span`; empty where it has none
  std::string cue;
};

/// A claim with everything that lets a reader check it.
struct TracedClaim {
  StoredClaim stored;
  std::string attribution;           ///< the chain in words: "Valery Gerasimov (said), via Reuters"
  std::vector<HopWords> hops;        ///< one a hop
  std::vector<std::string> figures;  ///< the words of each figure
  Passage passage;                   ///< empty where the text is not at hand
  std::string address;               ///< its place on the page; empty without a web address
  std::vector<std::string> flags;    ///< ids of the flags in this report that name it
  std::vector<TracedReview> reviews;
};

/// What changed between two neighbouring revisions.
struct TracedChange {
  std::string report;
  std::string from_revision;
  std::string to_revision;
  Timestamp at;
  std::string kind;
  std::string was;
  std::string is;
  bool noted = false;
  std::string claim_before;  ///< id; empty when added
  std::string claim_after;   ///< id; empty when removed
};

struct TracedFlag {
  Flag flag;
  std::vector<TracedChange> changes;  ///< of its reports, where they touch its claims
  std::vector<TracedReview> reviews;
};

/// One article with all of its captured versions.
struct TracedReport {
  Report report;
  std::vector<Revision> revisions;  ///< oldest first
  std::vector<TracedChange> changes;
};

/// What one claimant says on a question, at one place.
struct TracedEntry {
  std::string claim;
  int figure = -1;    ///< index into the claim's figures; -1: the statement
  std::string value;  ///< in words
  std::optional<DayRange> as_of;
  std::optional<Day> published;  ///< of its report
  std::string outlet;
};

struct TracedPosition {
  std::string claimant_id;
  std::string claimant;
  bool attributed = true;  ///< false: an outlet in its own voice
  std::vector<TracedEntry> entries;
};

struct TracedQuestion {
  Question question;
  std::size_t reports = 0;
  std::size_t outlets = 0;
  std::vector<TracedPosition> positions;  ///< attributed ones first
  QuestionGround ground;                  ///< what the positions rest on
  std::vector<std::string> claims;        ///< ids, in the order of the positions, then the others
  std::vector<std::string> flags;         ///< ids: open ones first, then by severity
};

/// A provenance report as plain data: built once, rendered many ways. Everything in it is text
/// from the store; nothing is escaped yet.
struct ProvenanceReport {
  std::string desk;
  std::string contact;
  Timestamp generated_at;
  std::string tool;       ///< "claimtrail 0.1.0"
  std::string extractor;  ///< of what reads texts now
  ReportRequest request;
  std::vector<TracedQuestion> questions;  ///< declared ones first, as the config has them
  std::vector<TracedClaim> claims;        ///< by id
  std::vector<TracedFlag> flags;          ///< by id
  std::vector<TracedReport> reports;      ///< by id
  std::vector<std::string>
      other_claims;  ///< ids: asked for or flagged, but answering none of these
  std::vector<std::string> report_flags;  ///< ids of flags about no question
  std::size_t questions_left_out = 0;     ///< discovered ones with a single claim and no flag
  std::size_t sources = 0;                ///< distinct sources of the reports

  [[nodiscard]] const TracedClaim* claim(const std::string& id) const;
  [[nodiscard]] const TracedFlag* flag(const std::string& id) const;
  [[nodiscard]] const TracedReport* report(const std::string& id) const;
  /// By publication, then id; those without a day last.
  [[nodiscard]] std::vector<const TracedReport*> reports_by_day() const;
};

/// Reads the store and makes the report as of `now`. Reads only. Fails for a question or report
/// that is not there ("no-such-question", "no-such-report"). Throws StoreError.
[[nodiscard]] Result<ProvenanceReport> build_report(const Store& store, const DeskSettings& desk,
                                                    const ReportRequest& request, Timestamp now);

}  // namespace claimtrail
