#include "core/store/sqlite/flags.h"

#include <algorithm>

#include "core/store/sqlite/json.h"
#include "core/store/sqlite/words.h"

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_FLAG_COLUMNS                                                                \
  "id, rule, rule_version, pack, severity, scope_key, question, sides, context, reports, "     \
  "message, "                                                                                  \
  "why, status, status_code, suppressed_until, evidence, first_seen, last_seen, circle_kind, " \
  "circle"

Flag read(Query& row) {
  Flag flag;
  flag.id = row.text();
  flag.rule = row.text();
  flag.rule_version = row.text();
  flag.pack = row.text();
  flag.severity = stored_word(row.text(), parse_flag_severity);
  flag.scope_key = row.text();
  flag.question = row.text();
  flag.sides = sides_from_json(row.text());
  flag.context = strings_from_json(row.text());
  flag.reports = strings_from_json(row.text());
  flag.message = row.text();
  flag.why = why_from_json(row.text());
  flag.status = stored_word(row.text(), parse_flag_status);
  flag.status_code = row.text();
  flag.suppressed_until = row.text();
  flag.evidence = evidence_from_json(row.text());
  flag.first_seen = row.time();
  flag.last_seen = row.time();
  const std::string kind = row.text();
  if (!kind.empty()) flag.circle = Circle{stored_word(kind, parse_circle_kind), row.text()};
  return flag;
}

void put_claims(Connection& connection, const Flag& flag) {
  connection.query("DELETE FROM flag_claims WHERE flag = ?").bind(flag.id).run();
  for (const Side& side : flag.sides) {
    for (const std::string& claim : side.claims) {
      connection.query("INSERT OR IGNORE INTO flag_claims(claim, flag) VALUES(?, ?)")
          .bind(claim, flag.id)
          .run();
    }
  }
}

void sort_unique(std::vector<std::string>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

void put_flag(Connection& connection, const Flag& flag) {
  connection
      .query(
          "INSERT INTO flags(" CLAIMTRAIL_FLAG_COLUMNS
          ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO "
          "UPDATE SET "
          "rule = excluded.rule, rule_version = excluded.rule_version, pack = excluded.pack, "
          "severity = excluded.severity, scope_key = excluded.scope_key, question = "
          "excluded.question, "
          "sides = excluded.sides, context = excluded.context, reports = excluded.reports, "
          "message = excluded.message, why = excluded.why, status = excluded.status, "
          "status_code = excluded.status_code, suppressed_until = excluded.suppressed_until, "
          "evidence = excluded.evidence, first_seen = excluded.first_seen, "
          "last_seen = excluded.last_seen, circle_kind = excluded.circle_kind, "
          "circle = excluded.circle")
      .bind(flag.id, flag.rule, flag.rule_version, flag.pack, to_string(flag.severity),
            flag.scope_key, flag.question, sides_to_json(flag.sides), strings_to_json(flag.context),
            strings_to_json(flag.reports), flag.message, why_to_json(flag.why),
            to_string(flag.status), flag.status_code, flag.suppressed_until,
            evidence_to_json(flag.evidence), flag.first_seen, flag.last_seen,
            flag.circle ? to_string(flag.circle->kind) : "",
            flag.circle ? std::string_view(flag.circle->id) : std::string_view())
      .run();
  put_claims(connection, flag);
}

std::vector<std::string> flags_about(Connection& connection, const std::vector<Circle>& circles,
                                     const std::vector<std::string>& claims) {
  std::vector<std::string> ids;
  {
    Query query = connection.query("SELECT id FROM flags WHERE circle_kind = ? AND circle = ?");
    for (const Circle& circle : circles) {
      query.bind(to_string(circle.kind), circle.id);
      while (query.step()) ids.push_back(query.text());
      query.reset();
    }
  }
  Query query = connection.query("SELECT flag FROM flag_claims WHERE claim = ?");
  for (const std::string& claim : claims) {
    query.bind(claim);
    while (query.step()) ids.push_back(query.text());
    query.reset();
  }
  sort_unique(ids);
  return ids;
}

std::vector<std::string> flags_held_back_until(Connection& connection, Day today) {
  Query query = connection.query(
      "SELECT id FROM flags WHERE status = 'suppressed' AND suppressed_until <> '' "
      "AND suppressed_until <= ?");
  query.bind(format_day(today));
  std::vector<std::string> ids;
  while (query.step()) ids.push_back(query.text());
  sort_unique(ids);
  return ids;
}

std::optional<Flag> find_flag(Connection& connection, const std::string& id) {
  Query query = connection.query("SELECT " CLAIMTRAIL_FLAG_COLUMNS " FROM flags WHERE id = ?");
  return query.bind(id).step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<Flag> find_flags(Connection& connection, const FlagFilter& filter) {
  Query query = connection.query("SELECT " CLAIMTRAIL_FLAG_COLUMNS
                                 " FROM flags WHERE (?1 = '' OR status = ?1) AND "
                                 "(?2 = '' OR rule = ?2) AND (?3 = '' OR question = ?3) AND "
                                 "(?4 = '' OR severity = ?4) ORDER BY first_seen, id");
  query.bind(filter.status ? to_string(*filter.status) : "", filter.rule, filter.question,
             filter.severity ? to_string(*filter.severity) : "");
  std::vector<Flag> flags;
  while (query.step()) flags.push_back(read(query));
  return flags;
}

}  // namespace claimtrail::sqlite
