#include "core/store/sqlite/circles.h"

#include <algorithm>

#include "core/store/sqlite/read_claims.h"
#include "core/store/sqlite/sighting_reader.h"
#include "core/store/sqlite/words.h"

namespace claimtrail::sqlite {
namespace {

/// One column of sightings of the members. A claim that says something alone is named by its own
/// id.
const char* members_of(CircleKind kind) {
  switch (kind) {
    case CircleKind::question:
      return "SELECT c.sighting FROM links l JOIN claims c ON c.id = l.claim "
             "WHERE l.question = ?1 AND c.superseded = 0";
    case CircleKind::statement:
      return "SELECT sighting FROM claims WHERE statement_group = ?1 AND statement_group <> '' "
             "AND superseded = 0 UNION ALL SELECT sighting FROM claims "
             "WHERE id = ?1 AND statement_group = '' AND superseded = 0";
    case CircleKind::quotation:
      return "SELECT sighting FROM claims WHERE quote_group = ?1 AND quote_group <> '' "
             "AND superseded = 0 UNION ALL SELECT sighting FROM claims "
             "WHERE id = ?1 AND quote_group = '' AND superseded = 0";
    case CircleKind::report:
      break;
  }
  return "SELECT sighting FROM claims WHERE report = (SELECT row_id FROM reports WHERE id = ?1) "
         "AND superseded = 0";
}

}  // namespace

std::vector<CircleSize> all_circles(Connection& connection) {
  std::vector<CircleSize> circles;
  const auto add = [&](CircleKind kind, const char* sql) {
    Query query = connection.query(sql);
    while (query.step()) {
      CircleSize& circle = circles.emplace_back();
      circle.circle = {kind, query.text()};
      circle.size = static_cast<std::size_t>(query.integer());
    }
  };
  add(CircleKind::question,
      "SELECT question, count(*) FROM links GROUP BY question ORDER BY question");
  add(CircleKind::statement,
      "SELECT statement_group, count(*) FROM claims WHERE statement_group <> '' "
      "GROUP BY statement_group ORDER BY statement_group");
  add(CircleKind::quotation,
      "SELECT quote_group, count(*) FROM claims WHERE quote_group <> '' "
      "GROUP BY quote_group ORDER BY quote_group");
  add(CircleKind::report,
      "SELECT r.id, (SELECT count(*) FROM claims c WHERE c.report = r.row_id) FROM reports r "
      "ORDER BY r.first_seen, r.id");
  return circles;
}

std::vector<StoredClaim> claims_in(Connection& connection, const std::vector<Circle>& circles) {
  std::vector<std::int64_t> sightings;
  for (const Circle& circle : circles) {
    Query query = connection.query(members_of(circle.kind));
    query.bind(circle.id);
    while (query.step()) sightings.push_back(query.integer());
  }
  std::sort(sightings.begin(), sightings.end());
  sightings.erase(std::unique(sightings.begin(), sightings.end()), sightings.end());
  return read_sightings(connection, sightings);
}

std::vector<StoredClaim> claims_by_id(Connection& connection, const std::vector<std::string>& ids) {
  std::vector<std::int64_t> sightings;
  Query query = connection.query("SELECT sighting FROM claims WHERE id = ?");
  for (const std::string& id : ids) {
    query.bind(id);
    while (query.step()) sightings.push_back(query.integer());
    query.reset();
  }
  std::sort(sightings.begin(), sightings.end());
  sightings.erase(std::unique(sightings.begin(), sightings.end()), sightings.end());
  std::vector<StoredClaim> claims = read_sightings(connection, sightings);
  std::sort(claims.begin(), claims.end(),
            [](const StoredClaim& a, const StoredClaim& b) { return a.claim.id < b.claim.id; });
  return claims;
}

std::vector<Figure> attributed_figures(Connection& connection, const std::string& report) {
  Query query = connection.query(
      "SELECT c.sighting FROM claims c WHERE c.report = (SELECT row_id FROM reports WHERE id = ?) "
      "AND c.superseded = 0 AND c.gone_since IS NULL AND c.review_state <> 'rejected' "
      "AND EXISTS (SELECT 1 FROM hops h WHERE h.sighting = c.sighting) ORDER BY c.sighting");
  query.bind(report);
  std::vector<std::int64_t> sightings;
  while (query.step()) sightings.push_back(query.integer());
  return read_figures_of(connection, sightings);
}

std::vector<Circle> unchecked_circles(Connection& connection) {
  // CROSS JOIN keeps the order of the tables: what is unchecked is little beside what is stored.
  // Whether a cited report holds what is said of it is asked of who cites it.
  connection.run(
      "INSERT OR IGNORE INTO unchecked_claims SELECT o.row_id FROM unchecked_claims u "
      "CROSS JOIN claims c ON c.row_id = u.claim CROSS JOIN reports r ON r.row_id = c.report "
      "CROSS JOIN citations x ON x.url = r.url CROSS JOIN claims o ON o.report = x.report");
  std::vector<Circle> circles;
  const auto add = [&](const char* sql) {
    Query query = connection.query(sql);
    while (query.step()) {
      Circle& circle = circles.emplace_back();
      circle.kind = stored_word(query.text(), parse_circle_kind);
      circle.id = query.text();
    }
  };
  add("SELECT kind, id FROM unchecked_circles");
  add("SELECT 'question', l.question FROM unchecked_claims u "
      "CROSS JOIN claims c ON c.row_id = u.claim CROSS JOIN links l ON l.claim = c.id");
  add("SELECT 'statement', iif(c.statement_group = '', c.id, c.statement_group) "
      "FROM unchecked_claims u CROSS JOIN claims c ON c.row_id = u.claim");
  add("SELECT 'quotation', iif(c.quote_group = '', c.id, c.quote_group) "
      "FROM unchecked_claims u CROSS JOIN claims c ON c.row_id = u.claim");
  add("SELECT DISTINCT 'report', r.id FROM unchecked_claims u "
      "CROSS JOIN claims c ON c.row_id = u.claim CROSS JOIN reports r ON r.row_id = c.report");
  std::sort(circles.begin(), circles.end());
  circles.erase(std::unique(circles.begin(), circles.end()), circles.end());
  return circles;
}

std::string checked_on(Connection& connection) {
  Query query = connection.query("SELECT basis FROM last_check");
  return query.step() ? query.text() : std::string();
}

void mark_checked(Connection& connection, const std::string& basis) {
  connection.run("DELETE FROM unchecked_claims");
  connection.run("DELETE FROM unchecked_circles");
  connection.query("UPDATE last_check SET basis = ?1 WHERE basis <> ?1").bind(basis).run();
}

}  // namespace claimtrail::sqlite
