#include "core/store/sqlite/flags.h"

#include "core/store/sqlite/json.h"
#include "core/store/sqlite/words.h"

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_FLAG_COLUMNS                                                            \
  "id, rule, rule_version, pack, severity, scope_key, question, sides, context, reports, " \
  "message, "                                                                              \
  "why, status, status_code, suppressed_until, evidence, first_seen, last_seen"

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
  return flag;
}

}  // namespace

void put_flag(Connection& connection, const Flag& flag) {
  connection
      .query("INSERT INTO flags(" CLAIMTRAIL_FLAG_COLUMNS
             ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO "
             "UPDATE SET "
             "rule = excluded.rule, rule_version = excluded.rule_version, pack = excluded.pack, "
             "severity = excluded.severity, scope_key = excluded.scope_key, question = "
             "excluded.question, "
             "sides = excluded.sides, context = excluded.context, reports = excluded.reports, "
             "message = excluded.message, why = excluded.why, status = excluded.status, "
             "status_code = excluded.status_code, suppressed_until = excluded.suppressed_until, "
             "evidence = excluded.evidence, first_seen = excluded.first_seen, "
             "last_seen = excluded.last_seen")
      .bind(flag.id, flag.rule, flag.rule_version, flag.pack, to_string(flag.severity),
            flag.scope_key, flag.question, sides_to_json(flag.sides), strings_to_json(flag.context),
            strings_to_json(flag.reports), flag.message, why_to_json(flag.why),
            to_string(flag.status), flag.status_code, flag.suppressed_until,
            evidence_to_json(flag.evidence), flag.first_seen, flag.last_seen)
      .run();
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
