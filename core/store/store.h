#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/circle.h"
#include "core/model/claim.h"
#include "core/model/flag.h"
#include "core/model/report.h"
#include "core/model/review.h"
#include "core/model/source_state.h"

namespace claimtrail {

/// A claim as stored: its newest sighting and what is known about it across revisions.
struct StoredClaim {
  Claim claim;  ///< `claim.id` is set
  std::string report;
  std::string revision;  ///< the revision of this sighting
  std::string extractor;
  std::string exact;                       ///< content spans joined by " … "
  std::vector<std::string> content_exact;  ///< one a content span
  std::string prefix;                      ///< up to 32 characters before
  std::string suffix;
  std::string review_state = "unreviewed";
  Timestamp first_seen;
  Timestamp last_seen;
  std::optional<Timestamp> gone_since;        ///< the capture that no longer showed it
  std::string statement_question;             ///< the claim's own question; empty: none
  std::vector<std::string> figure_questions;  ///< by figure index; empty strings: none
  std::string statement_group;  ///< the first seen of the claims that state the same; empty: alone
  std::string quote_group;      ///< the same of who hold its quotation
};

/// Which question one reading answers. `figure` is the index in the claim, -1 the statement itself.
struct ReadingLink {
  std::string claim;
  int figure = -1;
  std::string question;
  friend bool operator==(const ReadingLink&, const ReadingLink&) = default;
};

/// What a claim says that others say too: the id of the one first seen; empty where it is alone.
struct Saying {
  std::string claim;
  std::string statement;
  std::string quotation;
  friend bool operator==(const Saying&, const Saying&) = default;
};

/// `size` counts the readings linked to a question, the claims in any other circle, gone ones too.
struct CircleSize {
  Circle circle;
  std::size_t size = 0;
};

/// Every field is a filter that narrows; an empty one does not.
struct ClaimFilter {
  std::string question;
  std::string claimant;  ///< of any hop: its id or part of its name, case-folded
  std::string report;
  std::string outlet;
  std::string search;              ///< words, all of which must occur; "in quotes" as they stand
  std::optional<Timestamp> since;  ///< first seen at or after
  bool include_gone = true;
};

struct FlagFilter {
  std::optional<FlagStatus> status;
  std::string rule;
  std::string question;
  std::optional<FlagSeverity> severity;
};

/// A claim in one revision.
struct SightingRow {
  std::string revision;
  std::string extractor;
  StoredClaim claim;
};

/// The database of one desk. Backends must give the same answers in the same order: rows are
/// ordered by the rule given at each call, decided in C++ terms, never by insertion luck.
///
/// Failure: a broken or busy database throws StoreError, caught once per command. What breaks a
/// call's own rules (an id that is not stored, a span outside its text, a changed review) is a
/// mistake of the caller and throws std::invalid_argument. Threads: one Store per thread; several
/// on one file may work at once, writers wait for each other up to the busy timeout. Every call is
/// all or nothing. No call holds a transaction after it returns, unless it runs inside
/// `in_transaction`.
class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` in one immediate write transaction: all or nothing. Throws what `work` throws
  /// after rolling back. Calls may nest; the outermost commits, a failed inner one takes its own
  /// part back. Where `work` swallows the failure of a write without a nested call around it, the
  /// whole may be rolled back and that failure thrown at the end.
  virtual void in_transaction(const std::function<void()>& work) = 0;

  // Reports, by first_seen then id.
  virtual void put_report(const Report& report) = 0;
  [[nodiscard]] virtual std::optional<Report> report(const std::string& id) const = 0;
  [[nodiscard]] virtual std::optional<Report> report_by_url(const std::string& url) const = 0;
  [[nodiscard]] virtual std::vector<Report> reports() const = 0;

  // Revisions, by fetched_at, those of one second as they were added; their report is stored before
  // them. Raw bytes are stored once per digest, compressed by zstd, and are on the disk before the
  // revision is; they must have the digest it names. Adding a revision again changes nothing.
  virtual void add_revision(const Revision& revision, std::string_view raw) = 0;
  [[nodiscard]] virtual std::optional<Revision> revision(const std::string& id) const = 0;
  [[nodiscard]] virtual std::vector<Revision> revisions(const std::string& report) const = 0;
  /// The raw bytes of a digest; a missing or damaged blob is a failure that says which
  /// ("blob-missing", "blob-damaged").
  [[nodiscard]] virtual Result<std::string> raw(const std::string& raw_sha256) const = 0;

  // Derived text, one row per revision and extractor version.
  // `grounds` tells of each revision of the report, as `revisions` orders them.
  virtual void put_text(const RevisionText& text) = 0;
  [[nodiscard]] virtual std::optional<RevisionText> text(const std::string& revision,
                                                         const std::string& extractor) const = 0;
  [[nodiscard]] virtual std::vector<RevisionGrounds> grounds(
      const std::string& report, const std::string& extractor) const = 0;

  // Observations, by time, then outcome, status and detail; the same one is kept once.
  virtual void add_observation(const Observation& observation) = 0;
  [[nodiscard]] virtual std::vector<Observation> observations(const std::string& report) const = 0;

  // Claims. `put_sightings` stores what one extractor read in one revision, replacing what the same
  // pair held before; every claim's id is set. `text` is the revision's text, `seen_at` the time of
  // its capture (not of the reading). A claim without any sighting left is forgotten. Extractors
  // are ordered by extractor_order.h: where the newest one that read a revision no longer finds a
  // claim there, the older sighting is superseded; a claim with superseded sightings alone stays on
  // record, `claims` leaves it out.
  virtual void put_sightings(const std::string& report, const std::string& revision,
                             const std::string& extractor, std::string_view text,
                             const std::vector<Claim>& claims, Timestamp seen_at) = 0;
  /// Says that claims seen in earlier captures of the report are absent from the one at `at`. The
  /// earliest such capture counts; a sighting in a later one takes it back. Ids that are not stored
  /// are passed over.
  virtual void mark_gone(const std::vector<std::string>& claims, Timestamp at) = 0;
  /// Says that a capture at `at` still showed every claim of the report's newest revision.
  virtual void touch_claims(const std::string& report, Timestamp at) = 0;
  /// Newest sightings under the newest extractor, by report first_seen, report id, then start, end,
  /// id.
  [[nodiscard]] virtual std::vector<StoredClaim> claims(const ClaimFilter& filter) const = 0;
  [[nodiscard]] virtual std::optional<StoredClaim> claim(const std::string& id) const = 0;
  /// As `claim`, many at once, by id; those that are not stored are left out.
  [[nodiscard]] virtual std::vector<StoredClaim> claims_by_id(
      const std::vector<std::string>& ids) const = 0;
  /// What one extractor read in one revision, by start, end, id.
  [[nodiscard]] virtual std::vector<StoredClaim> sightings(const std::string& revision,
                                                           const std::string& extractor) const = 0;
  /// Every sighting of one claim, oldest revision first, then oldest extractor.
  [[nodiscard]] virtual std::vector<SightingRow> sightings_of(const std::string& claim) const = 0;
  virtual void set_review_state(const std::string& claim, const std::string& state) = 0;

  /// A mark that stands for the claims as they are: whoever keeps something made of them elsewhere
  /// (an index in a file) puts a mark no one else would choose, and finds it again as long as no
  /// claim came, went or changed its words; after that it is empty.
  [[nodiscard]] virtual std::string claims_mark() const = 0;
  virtual void put_claims_mark(const std::string& mark) = 0;

  // Questions, by id. `put_questions` adds or replaces those it names and leaves the others; the
  // links replace all earlier ones, come by claim and figure, and link a reading once.
  virtual void put_questions(const std::vector<Question>& questions) = 0;
  [[nodiscard]] virtual std::vector<Question> questions() const = 0;
  virtual void put_links(const std::vector<ReadingLink>& links) = 0;
  [[nodiscard]] virtual std::vector<ReadingLink> links() const = 0;
  [[nodiscard]] virtual std::optional<Question> question(const std::string& id) const = 0;
  /// What claims say that others say too; replaces all that was put before. Claims that are not
  /// stored are passed over.
  virtual void put_sayings(const std::vector<Saying>& sayings) = 0;

  // Circles. A claim that says something alone is a circle of one under its own id, which
  // `circles` leaves out. Questions, statements and quotations come by id, reports as `reports`
  // orders them.
  [[nodiscard]] virtual std::vector<CircleSize> circles() const = 0;
  /// As `claims` gives them, those of all these circles, each once.
  [[nodiscard]] virtual std::vector<StoredClaim> claims_in(
      const std::vector<Circle>& circles) const = 0;
  /// The figures of the report's claims that somebody is named for; those of claims that are gone
  /// or rejected are left out. In no order that could be relied on.
  [[nodiscard]] virtual std::vector<Figure> attributed_figures(const std::string& report) const = 0;

  // What is to be checked. The store itself notes, as part of whatever call changes it, every
  // circle of which something may be seen otherwise now: a claim that came, went, was read anew,
  // was gone, found again or reviewed, or whose links or sayings changed, with every circle it
  // stood and stands in; a question that asks something else; a report that was described anew, has
  // a new revision or text, or was not to be found, with its claims and those of the reports that
  // cite it; a flag that was put again, with the circle it was raised on.
  [[nodiscard]] virtual std::vector<Circle> unchecked_circles() = 0;
  /// On what the last check rested; empty: check everything. A review about claimants empties it.
  [[nodiscard]] virtual std::string checked_on() const = 0;
  /// Says that everything was checked, and on what that rests.
  virtual void mark_checked(const std::string& basis) = 0;

  // Flags, by first_seen then id.
  virtual void put_flag(const Flag& flag) = 0;
  [[nodiscard]] virtual std::optional<Flag> flag(const std::string& id) const = 0;
  [[nodiscard]] virtual std::vector<Flag> flags(const FlagFilter& filter) const = 0;
  /// Ids, sorted: of flags that were raised on one of the circles, or that hold one of the claims
  /// on a side.
  [[nodiscard]] virtual std::vector<std::string> flags_about(
      const std::vector<Circle>& circles, const std::vector<std::string>& claims) const = 0;
  /// Ids, sorted: of suppressed flags whose day has come.
  [[nodiscard]] virtual std::vector<std::string> flags_held_back_until(Day today) const = 0;

  // Reviews, append-only, by time then id. Adding the very same review again changes nothing.
  virtual void add_review(const Review& review) = 0;
  [[nodiscard]] virtual std::vector<Review> reviews() const = 0;
  [[nodiscard]] virtual std::vector<Review> reviews_of(const std::string& subject_kind,
                                                       const std::string& subject) const = 0;

  // Sources, by id, and validators.
  virtual void put_source_state(const SourceState& state) = 0;
  [[nodiscard]] virtual std::optional<SourceState> source_state(
      const std::string& source) const = 0;
  [[nodiscard]] virtual std::vector<SourceState> source_states() const = 0;
  virtual void put_page_state(const PageState& state) = 0;
  [[nodiscard]] virtual std::optional<PageState> page_state(const std::string& url) const = 0;

  // Where sources moved, append-only, by time, then from and to; the same one is kept once.
  virtual void add_source_move(const SourceMove& move) = 0;
  [[nodiscard]] virtual std::vector<SourceMove> source_moves(const std::string& source) const = 0;

  // What a polite client remembers: pauses by scope, robots.txt by origin. Putting replaces.
  virtual void put_pause(const Pause& pause) = 0;
  [[nodiscard]] virtual std::optional<Pause> pause(const std::string& scope) const = 0;
  [[nodiscard]] virtual std::vector<Pause> pauses() const = 0;
  virtual void put_robots(const RobotsFile& file) = 0;
  [[nodiscard]] virtual std::optional<RobotsFile> robots(const std::string& origin) const = 0;

  // Which address the entries of a source stand for: every key an entry is known by (its id, its
  // link, …) leads to the address it was first fetched under. A key that is known stays as it is.
  virtual void add_entry_keys(const std::string& source, const std::string& url,
                              const std::vector<std::string>& keys) = 0;
  [[nodiscard]] virtual std::optional<std::string> entry_address(const std::string& source,
                                                                 const std::string& key) const = 0;

  /// An online copy, complete and consistent, written beside its name and renamed. Not inside a
  /// transaction; never over a database in use.
  virtual void backup(const std::string& path) const = 0;
};

/// Why the database cannot be used, in words for a person.
class StoreError : public std::runtime_error {
 public:
  enum class Kind { busy, read_only, full, newer_version, not_a_database, damaged, other };
  StoreError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  [[nodiscard]] Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

}  // namespace claimtrail
