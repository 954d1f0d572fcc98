#include "core/store/sqlite/names.h"

#include "core/text/utf8.h"

namespace claimtrail::sqlite {

std::int64_t Names::extractor(Connection& connection, const std::string& name) {
  if (const auto known = extractors_.find(name); known != extractors_.end()) return known->second;
  connection.query("INSERT INTO extractors(name) VALUES(?) ON CONFLICT(name) DO NOTHING")
      .bind(name)
      .run();
  Query query = connection.query("SELECT row_id FROM extractors WHERE name = ?");
  if (!query.bind(name).step()) return 0;
  return extractors_.emplace(name, query.integer()).first->second;
}

std::int64_t Names::claimant(Connection& connection, const Claimant& claimant) {
  const auto key = std::tuple(claimant.id, claimant.name, claimant.kind);
  if (const auto known = claimants_.find(key); known != claimants_.end()) return known->second;
  const char* kind = to_string(claimant.kind);
  connection
      .query(
          "INSERT INTO claimants(id, name, folded_name, kind) VALUES(?, ?, ?, ?) "
          "ON CONFLICT(id, name, kind) DO NOTHING")
      .bind(claimant.id, claimant.name, fold_case(claimant.name), kind)
      .run();
  Query query =
      connection.query("SELECT row_id FROM claimants WHERE id = ? AND name = ? AND kind = ?");
  if (!query.bind(claimant.id, claimant.name, kind).step()) return 0;
  return claimants_.emplace(key, query.integer()).first->second;
}

void Names::forget() {
  extractors_.clear();
  claimants_.clear();
}

}  // namespace claimtrail::sqlite
