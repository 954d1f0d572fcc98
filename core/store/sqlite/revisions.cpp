#include "core/store/sqlite/revisions.h"

#include <stdexcept>

#include <fmt/format.h>

#include "core/store/sqlite/reports.h"

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_SELECT_REVISION                                                             \
  "SELECT v.id, r.id, v.url, v.fetched_at, v.content_type, v.headers, v.input, v.raw_sha256, " \
  "v.text_sha256, v.given FROM revisions v JOIN reports r ON r.row_id = v.report "

Revision read(Query& row) {
  Revision revision;
  revision.id = row.text();
  revision.report = row.text();
  revision.url = row.text();
  revision.fetched_at = row.time();
  revision.content_type = row.text();
  revision.headers = row.text();
  revision.input = row.text();
  revision.raw_sha256 = row.text();
  revision.text_sha256 = row.text();
  revision.given = row.text();
  return revision;
}

}  // namespace

void add_revision(Connection& connection, const Revision& revision) {
  connection
      .query(
          "INSERT INTO revisions(id, report, url, fetched_at, content_type, headers, input, "
          "raw_sha256, text_sha256, given) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT(id) DO NOTHING")
      .bind(revision.id, report_row(connection, revision.report), revision.url, revision.fetched_at,
            revision.content_type, revision.headers, revision.input, revision.raw_sha256,
            revision.text_sha256, revision.given)
      .run();
}

std::optional<Revision> find_revision(Connection& connection, const std::string& id) {
  Query query = connection.query(CLAIMTRAIL_SELECT_REVISION "WHERE v.id = ?");
  return query.bind(id).step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<Revision> revisions_of(Connection& connection, const std::string& report) {
  Query query =
      connection.query(CLAIMTRAIL_SELECT_REVISION "WHERE r.id = ? ORDER BY v.fetched_at, v.row_id");
  query.bind(report);
  std::vector<Revision> revisions;
  while (query.step()) revisions.push_back(read(query));
  return revisions;
}

std::int64_t revision_row(Connection& connection, const std::string& id) {
  Query query = connection.query("SELECT row_id FROM revisions WHERE id = ?");
  if (!query.bind(id).step()) {
    throw std::invalid_argument(fmt::format("the revision '{}' is not stored", id));
  }
  return query.integer();
}

}  // namespace claimtrail::sqlite
