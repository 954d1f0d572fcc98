#include "core/store/sqlite/put_sightings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "core/store/extractor_order.h"
#include "core/store/sqlite/claim_search.h"
#include "core/store/sqlite/put_sighting.h"
#include "core/store/sqlite/reports.h"
#include "core/store/sqlite/revisions.h"

namespace claimtrail::sqlite {
namespace {

struct Analysis {
  std::int64_t row = 0;
  std::string extractor;
  bool current = false;
};

class Putting {
 public:
  Putting(Connection& connection, Names& names, const NewSightings& sightings)
      : connection_(connection),
        names_(names),
        sightings_(sightings),
        search_(connection),
        report_(report_row(connection, sightings.report)),
        revision_(revision_row(connection, sightings.revision)) {}

  void run() {
    check();
    open_analysis();
    choose_current();
    std::int64_t row = 1 + connection_.integer("SELECT max(row_id) FROM sightings");
    for (const Claim& claim : sightings_.claims) {
      put_claim(claim, row);
      put_sighting(connection_, names_, {row, claims_[claim.id], analysis_, sightings_.text},
                   claim);
      ++row;
    }
    for (const auto& [claim, words] : settled_later_) settle(claim, words);
  }

 private:
  void check() {
    Query owner = connection_.query("SELECT report FROM revisions WHERE row_id = ?");
    if (owner.bind(revision_).step() && owner.integer() != report_) {
      throw std::invalid_argument(fmt::format("the revision '{}' is not one of report '{}'",
                                              sightings_.revision, sightings_.report));
    }
    std::set<std::string_view> ids;
    for (const Claim& claim : sightings_.claims) {
      if (claim.id.empty()) throw std::invalid_argument("a claim to be stored has no id");
      if (!ids.insert(claim.id).second) {
        throw std::invalid_argument(
            fmt::format("the claim '{}' stands twice in one reading", claim.id));
      }
    }
  }

  /// Finds or makes the row of (revision, extractor) and empties it.
  void open_analysis() {
    const std::int64_t extractor = names_.extractor(connection_, sightings_.extractor);
    {
      Query find =
          connection_.query("SELECT row_id FROM analyses WHERE revision = ? AND extractor = ?");
      if (find.bind(revision_, extractor).step()) analysis_ = find.integer();
    }
    if (analysis_ == 0) {
      connection_.query("INSERT INTO analyses(revision, extractor, current) VALUES(?, ?, 0)")
          .bind(revision_, extractor)
          .run();
      analysis_ = connection_.last_row();
      return;
    }
    remember_claims_of(analysis_);
    remove_sightings(connection_, analysis_);
  }

  /// The newest extractor's reading of a revision supersedes the others'.
  void choose_current() {
    std::vector<Analysis> analyses;
    Query query = connection_.query(
        "SELECT a.row_id, x.name, a.current FROM analyses a "
        "JOIN extractors x ON x.row_id = a.extractor WHERE a.revision = ?");
    query.bind(revision_);
    while (query.step()) {
      Analysis analysis;
      analysis.row = query.integer();
      analysis.extractor = query.text();
      analysis.current = query.boolean();
      analyses.push_back(std::move(analysis));
    }
    const auto newest = std::max_element(analyses.begin(), analyses.end(),
                                         [](const Analysis& a, const Analysis& b) {
                                           return extractor_older(a.extractor, b.extractor);
                                         });
    current_ = newest->row == analysis_;
    for (const Analysis& analysis : analyses) {
      const bool current = analysis.row == newest->row;
      if (current == analysis.current) continue;
      if (analysis.row != analysis_) remember_claims_of(analysis.row);
      connection_.query("UPDATE analyses SET current = ? WHERE row_id = ?")
          .bind(current, analysis.row)
          .run();
    }
  }

  void remember_claims_of(std::int64_t analysis) {
    Query query = connection_.query(
        "SELECT c.row_id, n.exact FROM sightings s JOIN claims c ON c.row_id = s.claim "
        "JOIN sightings n ON n.row_id = c.sighting WHERE s.analysis = ?");
    query.bind(analysis);
    while (query.step()) {
      const std::int64_t claim = query.integer();
      settled_later_.emplace(claim, query.text());
    }
  }

  void put_claim(const Claim& claim, std::int64_t sighting) {
    if (update_claim(claim)) return;
    connection_
        .query(
            "INSERT INTO claims(id, report, first_seen, last_seen, review_state, sighting, "
            "superseded) "
            "VALUES(?1, ?2, ?3, ?3, 'unreviewed', ?4, ?5)")
        .bind(claim.id, report_, sightings_.seen_at, sighting, !current_)
        .run();
    const std::int64_t row = connection_.last_row();
    claims_.emplace(claim.id, row);
    search_.add(row, exact_words(claim, sightings_.text));
  }

  /// False where the claim is new.
  bool update_claim(const Claim& claim) {
    Query find = connection_.query(
        "SELECT c.row_id, c.report, s.exact FROM claims c "
        "LEFT JOIN sightings s ON s.row_id = c.sighting WHERE c.id = ?");
    if (!find.bind(claim.id).step()) return false;
    const std::int64_t row = find.integer();
    if (find.integer() != report_) {
      throw std::invalid_argument(
          fmt::format("the claim '{}' belongs to another report", claim.id));
    }
    settled_later_.emplace(row, find.optional_text().value_or(""));
    claims_.emplace(claim.id, row);
    connection_
        .query(
            "UPDATE claims SET first_seen = min(first_seen, ?1), last_seen = max(last_seen, ?1), "
            "gone_since = CASE WHEN gone_since <= ?1 THEN NULL ELSE gone_since END WHERE row_id = "
            "?2")
        .bind(sightings_.seen_at, row)
        .run();
    return true;
  }

  /// Points a claim at its newest sighting and the index at that one's words.
  void settle(std::int64_t claim, const std::string& indexed_words) {
    struct Candidate {
      std::int64_t row = 0;
      bool current = false;
      std::string extractor;
      std::int64_t fetched_at = 0;
      std::int64_t revision = 0;
      std::string exact;
    };
    const auto older = [](const Candidate& a, const Candidate& b) {
      if (a.current != b.current) return b.current;
      if (extractor_older(a.extractor, b.extractor)) return true;
      if (extractor_older(b.extractor, a.extractor)) return false;
      return std::tie(a.fetched_at, a.revision) < std::tie(b.fetched_at, b.revision);
    };
    std::optional<Candidate> newest;
    Query query = connection_.query(
        "SELECT s.row_id, a.current, x.name, v.fetched_at, v.row_id, s.exact FROM sightings s "
        "JOIN analyses a ON a.row_id = s.analysis JOIN extractors x ON x.row_id = a.extractor "
        "JOIN revisions v ON v.row_id = a.revision WHERE s.claim = ?");
    query.bind(claim);
    while (query.step()) {
      Candidate candidate;
      candidate.row = query.integer();
      candidate.current = query.boolean();
      candidate.extractor = query.text();
      candidate.fetched_at = query.integer();
      candidate.revision = query.integer();
      candidate.exact = query.text();
      if (!newest || older(*newest, candidate)) newest = std::move(candidate);
    }
    if (!newest) {
      search_.remove(claim, indexed_words);
      connection_.query("DELETE FROM claims WHERE row_id = ?").bind(claim).run();
      return;
    }
    connection_.query("UPDATE claims SET sighting = ?, superseded = ? WHERE row_id = ?")
        .bind(newest->row, !newest->current, claim)
        .run();
    if (newest->exact == indexed_words) return;
    search_.remove(claim, indexed_words);
    search_.add(claim, newest->exact);
  }

  Connection& connection_;
  Names& names_;
  const NewSightings& sightings_;
  ClaimSearch search_;
  std::int64_t report_;
  std::int64_t revision_;
  std::int64_t analysis_ = 0;
  bool current_ = true;
  std::map<std::string_view, std::int64_t> claims_;
  /// Claims that were stored before, with the words the index holds for them.
  std::map<std::int64_t, std::string> settled_later_;
};

}  // namespace

void put_sightings(Connection& connection, Names& names, const NewSightings& sightings) {
  Putting(connection, names, sightings).run();
}

}  // namespace claimtrail::sqlite
