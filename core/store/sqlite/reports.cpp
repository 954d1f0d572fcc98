#include "core/store/sqlite/reports.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "core/store/sqlite/json.h"

namespace claimtrail::sqlite {
namespace {

#define CLAIMTRAIL_REPORT_COLUMNS                                                             \
  "id, source, url, is_based_on, title, outlet, byline, published_day, published_time, "      \
  "modified_day, modified_time, language, cites, first_seen, last_seen, next_visit, visits, " \
  "cited_by, syndicated_from"

std::optional<Day> day_of(const std::optional<Published>& published) {
  return published ? std::optional(published->day) : std::nullopt;
}

std::optional<Timestamp> time_of(const std::optional<Published>& published) {
  return published ? published->time : std::nullopt;
}

std::optional<Published> published_of(Query& row) {
  const auto day = row.optional_day();
  const auto time = row.optional_time();
  return day ? std::optional(Published{*day, time}) : std::nullopt;
}

Report read(Query& row) {
  Report report;
  report.id = row.text();
  report.source = row.text();
  report.url = row.text();
  report.is_based_on = row.text();
  report.title = row.text();
  report.outlet = row.text();
  report.byline = strings_from_json(row.text());
  report.published = published_of(row);
  report.modified = published_of(row);
  report.language = row.text();
  report.cites = strings_from_json(row.text());
  report.first_seen = row.time();
  report.last_seen = row.time();
  report.next_visit = row.optional_time();
  report.visits = row.small_integer();
  report.cited_by = row.text();
  report.syndicated_from = row.text();
  return report;
}

void put_citations(Connection& connection, const Report& report) {
  const std::int64_t row = report_row(connection, report.id);
  std::vector<std::string> stored;
  {
    Query query = connection.query("SELECT url FROM citations WHERE report = ? ORDER BY url");
    query.bind(row);
    while (query.step()) stored.push_back(query.text());
  }
  std::vector<std::string> wanted = report.cites;
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  if (wanted == stored) return;
  connection.query("DELETE FROM citations WHERE report = ?").bind(row).run();
  for (const std::string& url : wanted) {
    connection.query("INSERT INTO citations(url, report) VALUES(?, ?)").bind(url, row).run();
  }
}

std::optional<Report> first(Query query) {
  return query.step() ? std::optional(read(query)) : std::nullopt;
}

}  // namespace

void put_report(Connection& connection, const Report& report) {
  connection
      .query(
          "INSERT INTO reports(" CLAIMTRAIL_REPORT_COLUMNS
          ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO "
          "UPDATE "
          "SET "
          "source = excluded.source, url = excluded.url, is_based_on = excluded.is_based_on, "
          "title = excluded.title, outlet = excluded.outlet, byline = excluded.byline, "
          "published_day = excluded.published_day, published_time = excluded.published_time, "
          "modified_day = excluded.modified_day, modified_time = excluded.modified_time, "
          "language = excluded.language, cites = excluded.cites, first_seen = excluded.first_seen, "
          "last_seen = excluded.last_seen, next_visit = excluded.next_visit, visits = "
          "excluded.visits, cited_by = excluded.cited_by, "
          "syndicated_from = excluded.syndicated_from")
      .bind(report.id, report.source, report.url, report.is_based_on, report.title, report.outlet,
            strings_to_json(report.byline), day_of(report.published), time_of(report.published),
            day_of(report.modified), time_of(report.modified), report.language,
            strings_to_json(report.cites), report.first_seen, report.last_seen, report.next_visit,
            report.visits, report.cited_by, report.syndicated_from)
      .run();
  put_citations(connection, report);
}

std::optional<Report> find_report(Connection& connection, const std::string& id) {
  Query query = connection.query("SELECT " CLAIMTRAIL_REPORT_COLUMNS " FROM reports WHERE id = ?");
  query.bind(id);
  return first(std::move(query));
}

std::optional<Report> find_report_by_url(Connection& connection, const std::string& url) {
  if (url.empty()) return std::nullopt;
  Query query = connection.query("SELECT " CLAIMTRAIL_REPORT_COLUMNS
                                 " FROM reports WHERE url = ? AND url <> '' "
                                 "ORDER BY first_seen, id LIMIT 1");
  query.bind(url);
  return first(std::move(query));
}

std::vector<Report> all_reports(Connection& connection) {
  Query query =
      connection.query("SELECT " CLAIMTRAIL_REPORT_COLUMNS " FROM reports ORDER BY first_seen, id");
  std::vector<Report> reports;
  while (query.step()) reports.push_back(read(query));
  return reports;
}

std::int64_t report_row(Connection& connection, const std::string& id) {
  Query query = connection.query("SELECT row_id FROM reports WHERE id = ?");
  if (!query.bind(id).step()) {
    throw std::invalid_argument(fmt::format("the report '{}' is not stored", id));
  }
  return query.integer();
}

}  // namespace claimtrail::sqlite
