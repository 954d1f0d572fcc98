#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/model/claim.h"
#include "core/model/report.h"
#include "core/model/review.h"
#include "core/model/settings.h"
#include "core/model/time.h"
#include "core/store/store.h"
#include "core/trail/report_texts.h"

namespace claimtrail {

/// A report as rules see it.
struct ReportEvidence {
  std::string id;
  std::string url;
  std::string title;
  std::string outlet;
  std::string publisher_family;  ///< the outlet's own name when the config gives none
  std::optional<Day> published;
  Timestamp first_seen;
  std::vector<std::string> cites;      ///< ids of reports it links to or outlets it names as source
  bool has_note = false;               ///< its newest text holds a correction note
  std::optional<Timestamp> revised;    ///< when its newest text was captured; empty: one text alone
  std::optional<Timestamp> withdrawn;  ///< since when its page is gone for good; empty: it is not
  std::vector<Figure> attributed;      ///< figures that claims of it which are not among the
                                       ///< evidence have from somebody who is named
  std::string is_based_on;             ///< address of the text it says it is; empty: says nothing
  std::string syndicated_from;         ///< the publisher its feed names as its source; empty: none
  std::vector<std::string> agencies;   ///< that its newest text credits with having brought it
};

/// What is linked and judged: a claim with one of its figures, or a claim's statement (`figure`
/// -1).
struct Reading {
  std::size_t report = 0;  ///< index into Evidence::reports
  const StoredClaim* stored = nullptr;
  int figure = -1;
  std::string question;     ///< empty: answers none
  std::string claimant_id;  ///< hop 0, or "outlet:NAME" for the outlet's own voice
  std::string claimant;     ///< its name
  bool attributed = false;
  std::optional<DayRange> as_of;  ///< the figure's, else the claim's
  std::string quote;        ///< the words inside quotation marks (statements only); empty: none
  std::string quote_group;  ///< readings that hold the same quotation share it; empty: no quotation
  std::string statement_group;  ///< statements that say the same thing share it
  bool refutes = false;         ///< a statement that says that its story is not so

  [[nodiscard]] const Claim& claim() const { return stored->claim; }
  [[nodiscard]] const Figure* quantity() const {
    return figure < 0 ? nullptr : &stored->claim.figures[static_cast<std::size_t>(figure)];
  }
  /// Its days as the text tells them: the figure's, else the claim's; null when it tells nothing.
  [[nodiscard]] const AsOf* told_days() const {
    if (quantity() != nullptr && quantity()->as_of) return &*quantity()->as_of;
    return claim().as_of ? &*claim().as_of : nullptr;
  }
};

/// What changed in one report between two neighbouring revisions, read by one extractor version.
struct RevisionChange {
  std::size_t report = 0;
  std::string from_revision;
  std::string to_revision;
  Timestamp at;
  std::string kind;                     ///< figure, claimant, hedge …; all in changes.h
  const StoredClaim* before = nullptr;  ///< null when added
  const StoredClaim* after = nullptr;   ///< null when removed
  std::string was;                      ///< the value before, in words
  std::string is;
  bool noted = false;  ///< the later revision carries a correction note that the earlier did not
};

/// One revision of a report as one extractor version read it.
struct RevisionReading {
  std::string revision;
  Timestamp fetched_at;
  std::string note;                 ///< the words of its correction notes; empty: none
  std::vector<StoredClaim> claims;  ///< by start
};

/// Everything rules judge, as plain structs: a snapshot, of all that is stored or of a part.
/// `claims` and `histories` own what the pointers of readings and changes point at; do not copy an
/// Evidence, move it.
struct Evidence {
  std::vector<ReportEvidence> reports;
  std::vector<StoredClaim> claims;  ///< newest sightings, rejected and gone ones left out
  std::map<std::string, std::vector<RevisionReading>> histories;  ///< what changes point at
  std::vector<Question> questions;
  std::vector<Reading> readings;  ///< by report, claim start, figure
  std::vector<RevisionChange> changes;
  std::shared_ptr<ReportTexts> texts;  ///< of `reports`; null: none are known

  Evidence() = default;
  Evidence(const Evidence&) = delete;
  Evidence& operator=(const Evidence&) = delete;
  Evidence(Evidence&&) = default;
  Evidence& operator=(Evidence&&) = default;
};

/// The stored world that evidence is made from.
struct EvidenceInput {
  std::vector<Report> reports;
  std::vector<ReportEvidence> known;  ///< reports that were worked out before, none of `reports`
  std::vector<StoredClaim> claims;
  std::vector<Question> questions;
  std::vector<OutletSettings> outlets;
  /// Ids of reports by address, for citations that lead beyond `reports`.
  std::map<std::string, std::string> report_at;
  /// By report id: its revisions, oldest first, all read by one extractor version.
  std::map<std::string, std::vector<RevisionReading>> histories;
};

/// Works out what rules judge: readings with their questions, quotation and statement groups (as
/// the claims name them), who cites whom, and what changed between neighbouring revisions. Pure;
/// the answer does not depend on input order.
[[nodiscard]] Evidence make_evidence(EvidenceInput input);

}  // namespace claimtrail
