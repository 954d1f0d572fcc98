#include "core/store/sqlite/politeness.h"

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_PAUSE_COLUMNS "scope, until, limited_at, strikes, reason"

Pause read_pause(Query& row) {
  Pause pause;
  pause.scope = row.text();
  pause.until = row.time();
  pause.limited_at = row.time();
  pause.strikes = row.small_integer();
  pause.reason = row.text();
  return pause;
}

}  // namespace

void put_pause(Connection& connection, const Pause& pause) {
  connection
      .query("INSERT OR REPLACE INTO pauses(" CLAIMTRAIL_PAUSE_COLUMNS ") VALUES(?, ?, ?, ?, ?)")
      .bind(pause.scope, pause.until, pause.limited_at, pause.strikes, pause.reason)
      .run();
}

std::optional<Pause> find_pause(Connection& connection, const std::string& scope) {
  Query query = connection.query("SELECT " CLAIMTRAIL_PAUSE_COLUMNS " FROM pauses WHERE scope = ?");
  return query.bind(scope).step() ? std::optional(read_pause(query)) : std::nullopt;
}

std::vector<Pause> all_pauses(Connection& connection) {
  Query query = connection.query("SELECT " CLAIMTRAIL_PAUSE_COLUMNS " FROM pauses ORDER BY scope");
  std::vector<Pause> pauses;
  while (query.step()) pauses.push_back(read_pause(query));
  return pauses;
}

void put_robots(Connection& connection, const RobotsFile& file) {
  connection
      .query(
          "INSERT OR REPLACE INTO robots_files(origin, status, body, fetched_at, expires, "
          "unreachable_since) VALUES(?, ?, CAST(? AS BLOB), ?, ?, ?)")
      .bind(file.origin, file.status, file.body, file.fetched_at, file.expires,
            file.unreachable_since)
      .run();
}

std::optional<RobotsFile> find_robots(Connection& connection, const std::string& origin) {
  Query query = connection.query(
      "SELECT origin, status, body, fetched_at, expires, unreachable_since FROM robots_files "
      "WHERE origin = ?");
  if (!query.bind(origin).step()) return std::nullopt;
  RobotsFile file;
  file.origin = query.text();
  file.status = query.small_integer();
  file.body = query.bytes();
  file.fetched_at = query.time();
  file.expires = query.time();
  file.unreachable_since = query.optional_time();
  return file;
}

void add_entry_keys(Connection& connection, const std::string& source, const std::string& url,
                    const std::vector<std::string>& keys) {
  Query query = connection.query(
      "INSERT INTO entry_keys(source, key, url) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
  for (const std::string& key : keys) query.bind(source, key, url).run();
}

std::optional<std::string> find_entry_address(Connection& connection, const std::string& source,
                                              const std::string& key) {
  Query query = connection.query("SELECT url FROM entry_keys WHERE source = ? AND key = ?");
  return query.bind(source, key).step() ? std::optional(query.text()) : std::nullopt;
}

}  // namespace claimtrail::sqlite
