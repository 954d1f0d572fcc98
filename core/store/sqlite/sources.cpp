#include "core/store/sqlite/sources.h"

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_SOURCE_COLUMNS                                                                \
  "source, location, etag, last_modified, last_attempt, last_success, failing_since, failures, " \
  "last_error, next_due, blocked_until, gone, not_before, rhythm, learnt_every_s"

SourceState read(Query& row) {
  SourceState state;
  state.source = row.text();
  state.location = row.text();
  state.etag = row.text();
  state.last_modified = row.text();
  state.last_attempt = row.optional_time();
  state.last_success = row.optional_time();
  state.failing_since = row.optional_time();
  state.failures = row.small_integer();
  state.last_error = row.text();
  state.next_due = row.optional_time();
  state.blocked_until = row.optional_time();
  state.gone = row.boolean();
  state.not_before = row.optional_time();
  state.rhythm = row.text();
  state.learnt_every_s = row.optional_integer();
  return state;
}

}  // namespace

void put_source_state(Connection& connection, const SourceState& state) {
  connection
      .query("INSERT OR REPLACE INTO source_states(" CLAIMTRAIL_SOURCE_COLUMNS
             ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(state.source, state.location, state.etag, state.last_modified, state.last_attempt,
            state.last_success, state.failing_since, state.failures, state.last_error,
            state.next_due, state.blocked_until, state.gone, state.not_before, state.rhythm,
            state.learnt_every_s)
      .run();
}

std::optional<SourceState> find_source_state(Connection& connection, const std::string& source) {
  Query query =
      connection.query("SELECT " CLAIMTRAIL_SOURCE_COLUMNS " FROM source_states WHERE source = ?");
  return query.bind(source).step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<SourceState> all_source_states(Connection& connection) {
  Query query =
      connection.query("SELECT " CLAIMTRAIL_SOURCE_COLUMNS " FROM source_states ORDER BY source");
  std::vector<SourceState> states;
  while (query.step()) states.push_back(read(query));
  return states;
}

void put_page_state(Connection& connection, const PageState& state) {
  connection
      .query(
          "INSERT OR REPLACE INTO page_states(url, etag, last_modified, redirect, "
          "redirect_sightings, last_full) "
          "VALUES(?, ?, ?, ?, ?, ?)")
      .bind(state.url, state.etag, state.last_modified, state.redirect, state.redirect_sightings,
            state.last_full)
      .run();
}

std::optional<PageState> find_page_state(Connection& connection, const std::string& url) {
  Query query = connection.query(
      "SELECT url, etag, last_modified, redirect, redirect_sightings, last_full FROM page_states "
      "WHERE url = ?");
  if (!query.bind(url).step()) return std::nullopt;
  PageState state;
  state.url = query.text();
  state.etag = query.text();
  state.last_modified = query.text();
  state.redirect = query.text();
  state.redirect_sightings = query.small_integer();
  state.last_full = query.optional_time();
  return state;
}

void add_source_move(Connection& connection, const SourceMove& move) {
  connection
      .query(
          "INSERT INTO source_moves(source, at, from_address, to_address) VALUES(?, ?, ?, ?) "
          "ON CONFLICT DO NOTHING")
      .bind(move.source, move.at, move.from, move.to)
      .run();
}

std::vector<SourceMove> source_moves_of(Connection& connection, const std::string& source) {
  Query query = connection.query(
      "SELECT source, at, from_address, to_address FROM source_moves WHERE source = ? "
      "ORDER BY at, from_address, to_address");
  query.bind(source);
  std::vector<SourceMove> moves;
  while (query.step()) {
    SourceMove& move = moves.emplace_back();
    move.source = query.text();
    move.at = query.time();
    move.from = query.text();
    move.to = query.text();
  }
  return moves;
}

}  // namespace claimtrail::sqlite
