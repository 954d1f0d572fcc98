#include <functional>

#include <fmt/format.h>

#include "core/store/sqlite/open_files.h"

namespace claimtrail {
namespace {

using sqlite::Connection;
using sqlite::Query;

void check_pages(Connection& connection, std::vector<std::string>& damage) {
  Query query = connection.query("PRAGMA integrity_check(20)");
  while (query.step()) {
    const std::string line = query.text();
    if (line != "ok") damage.push_back(fmt::format("'{}': {}", connection.path(), line));
  }
}

void check_references(Connection& connection, std::vector<std::string>& damage) {
  Query query = connection.query(
      "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1");
  while (query.step()) {
    const std::string table = query.text();
    damage.push_back(fmt::format("'{}': {} rows of {} refer to rows that are missing",
                                 connection.path(), query.integer(), table));
  }
  const auto lost = connection.integer(
      "SELECT count(*) FROM claims c LEFT JOIN sightings s ON s.row_id = c.sighting "
      "AND s.claim = c.row_id WHERE s.row_id IS NULL");
  if (lost > 0) {
    damage.push_back(
        fmt::format("'{}': {} claims have lost their sighting", connection.path(), lost));
  }
}

void check_search(Connection& connection, std::vector<std::string>& damage) {
  const auto missing = connection.integer(
      "SELECT count(*) FROM (SELECT row_id FROM claims EXCEPT SELECT id FROM claim_words_docsize)");
  const auto stray = connection.integer(
      "SELECT count(*) FROM (SELECT id FROM claim_words_docsize EXCEPT SELECT row_id FROM claims)");
  if (missing > 0 || stray > 0) {
    damage.push_back(
        fmt::format("'{}': the search index lacks {} claims and holds {} that are not stored",
                    connection.path(), missing, stray));
  }
}

void check_raw_bytes(sqlite::DeskFiles& files, std::vector<std::string>& damage) {
  Query query = files.desk->query("SELECT DISTINCT raw_sha256 FROM revisions ORDER BY raw_sha256");
  while (query.step()) {
    const std::string digest = query.text();
    if (!files.blobs) {
      damage.push_back(fmt::format("the raw bytes {} are not stored", digest));
      continue;
    }
    const auto raw = files.blobs->get(digest);
    if (!raw) damage.push_back(fmt::format("'{}': {}", raw.error().file, raw.error().message));
  }
}

}  // namespace

std::vector<std::string> find_damage(const std::string& path) {
  SqliteOptions options;
  options.read_only = true;
  sqlite::DeskFiles files = sqlite::open_files(path, options);
  std::vector<std::string> damage;
  const auto check = [&](Connection& connection, const std::function<void()>& work) {
    try {
      connection.guarded(work);
    } catch (const StoreError& error) {
      if (error.kind() != StoreError::Kind::damaged) throw;
      damage.emplace_back(error.what());
    }
  };
  if (files.blobs) {
    Connection& blobs = files.blobs->connection();
    check(blobs, [&] { check_pages(blobs, damage); });
  }
  check(*files.desk, [&] {
    check_pages(*files.desk, damage);
    if (!damage.empty()) return;
    check_references(*files.desk, damage);
    check_search(*files.desk, damage);
    check_raw_bytes(files, damage);
  });
  return damage;
}

}  // namespace claimtrail
