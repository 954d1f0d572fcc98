#include "core/store/sqlite/claim_state.h"

#include <stdexcept>

#include <fmt/format.h>

namespace claimtrail::sqlite {

void mark_gone(Connection& connection, const std::vector<std::string>& claims, Timestamp at) {
  for (const std::string& claim : claims) {
    // A later capture that showed it outranks an earlier one that is read again.
    connection
        .query(
            "UPDATE claims SET gone_since = min(coalesce(gone_since, ?1), ?1) "
            "WHERE id = ?2 AND last_seen <= ?1")
        .bind(at, claim)
        .run();
  }
}

void touch_claims(Connection& connection, const std::string& report, Timestamp at) {
  connection
      .query(
          "UPDATE claims SET last_seen = max(last_seen, ?1) WHERE row_id IN ("
          "SELECT s.claim FROM sightings s JOIN analyses a ON a.row_id = s.analysis "
          "WHERE a.current = 1 AND a.revision = (SELECT v.row_id FROM revisions v "
          "JOIN reports r ON r.row_id = v.report WHERE r.id = ?2 "
          "ORDER BY v.fetched_at DESC, v.row_id DESC LIMIT 1))")
      .bind(at, report)
      .run();
}

void set_review_state(Connection& connection, const std::string& claim, const std::string& state) {
  const int changed =
      connection.query("UPDATE claims SET review_state = ? WHERE id = ?").bind(state, claim).run();
  if (changed == 0) {
    throw std::invalid_argument(fmt::format("the claim '{}' is not stored", claim));
  }
}

std::string claims_mark(Connection& connection) {
  Query query = connection.query("SELECT mark FROM claims_mark");
  return query.step() ? query.text() : std::string();
}

void put_claims_mark(Connection& connection, const std::string& mark) {
  connection.query("UPDATE claims_mark SET mark = ?").bind(mark).run();
}

}  // namespace claimtrail::sqlite
