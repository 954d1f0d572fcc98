#include "core/store/sqlite/texts.h"

#include "core/store/sqlite/revisions.h"

namespace claimtrail::sqlite {

void put_text(Connection& connection, Names& names, const RevisionText& text) {
  Query query = connection.query(
      "INSERT INTO texts(revision, extractor, text, blocks, text_sha256) VALUES(?, ?, ?, ?, ?) "
      "ON CONFLICT(revision, extractor) DO UPDATE SET text = excluded.text, "
      "blocks = excluded.blocks, text_sha256 = excluded.text_sha256");
  query.bind(revision_row(connection, text.revision), names.extractor(connection, text.extractor))
      .bind_borrowed_text(text.text)
      .bind(text.blocks, text.text_sha256)
      .run();
}

std::optional<RevisionText> find_text(Connection& connection, const std::string& revision,
                                      const std::string& extractor) {
  Query query = connection.query(
      "SELECT t.text, t.blocks, t.text_sha256 FROM texts t "
      "JOIN revisions v ON v.row_id = t.revision JOIN extractors x ON x.row_id = t.extractor "
      "WHERE v.id = ? AND x.name = ?");
  if (!query.bind(revision, extractor).step()) return std::nullopt;
  RevisionText text;
  text.revision = revision;
  text.extractor = extractor;
  text.text = query.text();
  text.blocks = query.text();
  text.text_sha256 = query.text();
  return text;
}

}  // namespace claimtrail::sqlite
