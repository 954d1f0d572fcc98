#include "core/store/sqlite/texts.h"

#include "core/store/sqlite/json.h"
#include "core/store/sqlite/revisions.h"

namespace claimtrail::sqlite {

void put_text(Connection& connection, Names& names, const RevisionText& text) {
  Query query = connection.query(
      "INSERT INTO texts(revision, extractor, text, blocks, text_sha256) VALUES(?, ?, ?, ?, ?) "
      "ON CONFLICT(revision, extractor) DO UPDATE SET text = excluded.text, "
      "blocks = excluded.blocks, text_sha256 = excluded.text_sha256");
  const std::int64_t revision = revision_row(connection, text.revision);
  const std::int64_t extractor = names.extractor(connection, text.extractor);
  query.bind(revision, extractor)
      .bind_borrowed_text(text.text)
      .bind(text.blocks, text.text_sha256)
      .run();
  connection
      .query(
          "INSERT INTO text_grounds(revision, extractor, text_sha256, note, agencies) "
          "VALUES(?, ?, ?, ?, ?) ON CONFLICT(revision, extractor) DO UPDATE SET "
          "text_sha256 = excluded.text_sha256, note = excluded.note, agencies = excluded.agencies")
      .bind(revision, extractor, text.text_sha256, text.note, strings_to_json(text.agencies))
      .run();
}

std::vector<RevisionGrounds> grounds_of(Connection& connection, const std::string& report,
                                        const std::string& extractor) {
  Query query = connection.query(
      "SELECT v.id, v.fetched_at, g.text_sha256, g.note, g.agencies FROM revisions v "
      "LEFT JOIN text_grounds g ON g.revision = v.row_id AND g.extractor = "
      "(SELECT row_id FROM extractors WHERE name = ?2) "
      "WHERE v.report = (SELECT row_id FROM reports WHERE id = ?1) ORDER BY v.fetched_at, "
      "v.row_id");
  query.bind(report, extractor);
  std::vector<RevisionGrounds> revisions;
  while (query.step()) {
    RevisionGrounds& revision = revisions.emplace_back();
    revision.revision = query.text();
    revision.fetched_at = query.time();
    revision.text_sha256 = query.text();
    revision.note = query.text();
    const std::string_view agencies = query.borrowed_text();
    // Most texts name none.
    if (agencies.size() > 2) revision.agencies = strings_from_json(agencies);
  }
  return revisions;
}

std::optional<RevisionText> find_text(Connection& connection, const std::string& revision,
                                      const std::string& extractor) {
  Query query = connection.query(
      "SELECT t.text, t.blocks, t.text_sha256, g.note, g.agencies FROM texts t "
      "JOIN revisions v ON v.row_id = t.revision JOIN extractors x ON x.row_id = t.extractor "
      "LEFT JOIN text_grounds g ON g.revision = t.revision AND g.extractor = t.extractor "
      "WHERE v.id = ? AND x.name = ?");
  if (!query.bind(revision, extractor).step()) return std::nullopt;
  RevisionText text;
  text.revision = revision;
  text.extractor = extractor;
  text.text = query.text();
  text.blocks = query.text();
  text.text_sha256 = query.text();
  text.note = query.text();
  const std::optional<std::string> agencies = query.optional_text();
  if (agencies) text.agencies = strings_from_json(*agencies);
  return text;
}

}  // namespace claimtrail::sqlite
