#include "core/store/sqlite/read_claims.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "core/store/extractor_order.h"
#include "core/store/sqlite/claim_search.h"
#include "core/store/sqlite/sighting_reader.h"
#include "core/text/utf8.h"

namespace claimtrail::sqlite {
namespace {

auto place_in_text(const StoredClaim& stored) {
  return std::tie(stored.claim.span.start, stored.claim.span.end, stored.claim.id);
}

bool by_report(const ReadSighting& a, const ReadSighting& b) {
  if (a.place == b.place) return place_in_text(a.claim) < place_in_text(b.claim);
  const auto report = [](const ReadSighting& sighting) {
    return std::tie(sighting.place->report_first_seen, sighting.place->report);
  };
  if (report(a) != report(b)) return report(a) < report(b);
  return place_in_text(a.claim) < place_in_text(b.claim);
}

bool by_revision(const ReadSighting& a, const ReadSighting& b) {
  const auto revision = [](const ReadSighting& sighting) {
    return std::tie(sighting.place->fetched_at, sighting.place->revision_row);
  };
  if (revision(a) != revision(b)) return revision(a) < revision(b);
  return extractor_older(a.place->extractor, b.place->extractor);
}

template <class Order>
std::vector<StoredClaim> in_order(std::deque<ReadSighting> sightings, Order order) {
  std::vector<ReadSighting*> sorted;
  sorted.reserve(sightings.size());
  for (ReadSighting& sighting : sightings) sorted.push_back(&sighting);
  const auto before = [&](const ReadSighting* a, const ReadSighting* b) { return order(*a, *b); };
  // Rows mostly lie in the order they are asked for.
  if (!std::is_sorted(sorted.begin(), sorted.end(), before)) {
    std::sort(sorted.begin(), sorted.end(), before);
  }
  std::vector<StoredClaim> claims;
  claims.reserve(sightings.size());
  for (ReadSighting* sighting : sorted) claims.push_back(std::move(sighting->claim));
  return claims;
}

std::string select(std::string_view from_and_where) {
  return fmt::format("SELECT {}{} ORDER BY s.row_id", SightingReader::kColumns, from_and_where);
}

/// Conditions that are empty do not narrow, but the query planner could not use an index through
/// them, so the statement holds only those that do.
std::string conditions(const ClaimFilter& filter) {
  std::vector<std::string_view> parts;
  if (!filter.report.empty()) {
    parts.push_back("AND c.report IN (SELECT row_id FROM reports WHERE id = :report)");
  }
  if (!filter.outlet.empty()) {
    parts.push_back("AND c.report IN (SELECT row_id FROM reports WHERE outlet = :outlet)");
  }
  if (!filter.question.empty()) {
    parts.push_back("AND c.id IN (SELECT claim FROM links WHERE question = :question)");
  }
  if (!filter.claimant.empty()) {
    parts.push_back(
        "AND c.sighting IN (SELECT sighting FROM hop_claimants WHERE claimant IN (SELECT row_id "
        "FROM claimants WHERE id = :claimant OR instr(folded_name, :folded) > 0))");
  }
  if (!filter.search.empty()) {
    parts.push_back(
        "AND c.row_id IN (SELECT rowid FROM claim_words WHERE claim_words MATCH :words)");
  }
  if (filter.since) parts.push_back("AND c.first_seen >= :since");
  if (!filter.include_gone) parts.push_back("AND c.gone_since IS NULL");
  return fmt::format("{}", fmt::join(parts, " "));
}

}  // namespace

std::vector<StoredClaim> find_claims(Connection& connection, const ClaimFilter& filter) {
  const std::string words = ClaimSearch::expression(filter.search);
  if (words.empty() && !filter.search.empty()) return {};
  const std::string narrowed = conditions(filter);
  // Without a condition the sightings are read as they lie.
  const std::string_view from =
      narrowed.empty() ? "FROM sightings s CROSS JOIN claims c ON c.row_id = s.claim "
                       : "FROM claims c CROSS JOIN sightings s ON s.row_id = c.sighting ";
  Query query = connection.query_once(
      select(fmt::format("{}WHERE c.sighting = s.row_id AND c.superseded = 0 {}", from, narrowed)));
  if (!filter.report.empty()) query.bind(filter.report);
  if (!filter.outlet.empty()) query.bind(filter.outlet);
  if (!filter.question.empty()) query.bind(filter.question);
  if (!filter.claimant.empty()) query.bind(filter.claimant, fold_case(filter.claimant));
  if (!filter.search.empty()) query.bind(words);
  if (filter.since) query.bind(*filter.since);
  SightingReader reader(connection);
  return in_order(reader.read_all(query), by_report);
}

std::vector<StoredClaim> read_sightings(Connection& connection,
                                        const std::vector<std::int64_t>& rows) {
  // Claims of one report lie together, and a run of rows costs one search.
  static const std::string sql = select(
      "FROM sightings s CROSS JOIN claims c ON c.row_id = s.claim WHERE s.row_id BETWEEN ? AND ?");
  Query query = connection.query(sql.c_str());
  SightingReader reader(connection);
  std::deque<ReadSighting> sightings;
  for (auto begin = rows.begin(); begin != rows.end();) {
    auto end = begin + 1;
    while (end != rows.end() && *end == *(end - 1) + 1) ++end;
    query.bind(*begin, *(end - 1));
    while (query.step()) reader.read(query, sightings.emplace_back());
    query.reset();
    begin = end;
  }
  return in_order(std::move(sightings), by_report);
}

std::vector<Figure> read_figures_of(Connection& connection, const std::vector<std::int64_t>& rows) {
  SightingReader reader(connection);
  Claim claim;
  for (const std::int64_t row : rows) reader.read_figures(row, claim);
  return std::move(claim.figures);
}

std::optional<StoredClaim> find_claim(Connection& connection, const std::string& id) {
  static const std::string sql =
      select("FROM claims c JOIN sightings s ON s.row_id = c.sighting WHERE c.id = ?");
  Query query = connection.query(sql.c_str());
  query.bind(id);
  SightingReader reader(connection);
  auto found = reader.read_all(query);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front().claim));
}

std::vector<StoredClaim> sightings_in(Connection& connection, const std::string& revision,
                                      const std::string& extractor) {
  static const std::string sql = select(
      "FROM sightings s JOIN claims c ON c.row_id = s.claim WHERE s.analysis = "
      "(SELECT a.row_id FROM analyses a JOIN revisions v ON v.row_id = a.revision "
      "JOIN extractors x ON x.row_id = a.extractor WHERE v.id = ? AND x.name = ?)");
  Query query = connection.query(sql.c_str());
  query.bind(revision, extractor);
  SightingReader reader(connection);
  return in_order(reader.read_all(query), [](const ReadSighting& a, const ReadSighting& b) {
    return place_in_text(a.claim) < place_in_text(b.claim);
  });
}

std::vector<SightingRow> sightings_of(Connection& connection, const std::string& claim) {
  static const std::string sql =
      select("FROM sightings s JOIN claims c ON c.row_id = s.claim WHERE c.id = ?");
  Query query = connection.query(sql.c_str());
  query.bind(claim);
  SightingReader reader(connection);
  std::vector<SightingRow> rows;
  for (StoredClaim& stored : in_order(reader.read_all(query), by_revision)) {
    SightingRow row;
    row.revision = stored.revision;
    row.extractor = stored.extractor;
    row.claim = std::move(stored);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace claimtrail::sqlite
