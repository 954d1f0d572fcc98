#include "core/store/sqlite/put_sighting.h"

#include <stdexcept>

#include <fmt/format.h>

#include "core/store/sqlite/context.h"
#include "core/store/sqlite/json.h"

namespace claimtrail::sqlite {
namespace {

std::optional<std::string> content_column(const Claim& claim) {
  if (claim.content.size() == 1 && claim.content.front() == claim.span) return std::nullopt;
  return spans_to_json(claim.content);
}

std::optional<std::string> list_column(const std::vector<std::string>& values) {
  if (values.empty()) return std::nullopt;
  return strings_to_json(values);
}

std::optional<std::string> text_of(const std::optional<Decimal>& value) {
  return value ? std::optional(value->text()) : std::nullopt;
}

std::optional<double> double_of(const std::optional<Decimal>& value) {
  return value ? std::optional(value->approximate()) : std::nullopt;
}

void bind_as_of(Query& query, const std::optional<AsOf>& as_of) {
  if (as_of) {
    query.bind(as_of->range.from, as_of->range.to, as_of->exact, as_of->span);
  } else {
    query.bind(std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt);
  }
}

void check(const Claim& claim, std::string_view text) {
  bool fits = claim.span.start <= claim.span.end && claim.span.end <= text.size();
  for (const Span span : claim.content)
    fits = fits && claim.span.contains(span) && span.start <= span.end;
  if (!fits) {
    throw std::invalid_argument(
        fmt::format("the spans of claim '{}' do not lie in its text", claim.id));
  }
}

void put_hops(Connection& connection, Names& names, std::int64_t sighting, const Claim& claim) {
  int number = 0;
  for (const Hop& hop : claim.attribution) {
    connection
        .query(
            "INSERT INTO hops(sighting, hop, hedge, source_start, source_end, cue_start, cue_end) "
            "VALUES(?, ?, ?, ?, ?, ?, ?)")
        .bind(sighting, number, to_string(hop.hedge), hop.source_span, hop.cue_span)
        .run();
    int place = 0;
    for (const Claimant& claimant : hop.claimants) {
      connection
          .query("INSERT INTO hop_claimants(sighting, hop, place, claimant) VALUES(?, ?, ?, ?)")
          .bind(sighting, number, place++, names.claimant(connection, claimant))
          .run();
    }
    ++number;
  }
}

void put_figures(Connection& connection, std::int64_t sighting, const Claim& claim) {
  int number = 0;
  for (const Figure& figure : claim.figures) {
    Query query = connection.query(
        "INSERT INTO figures(sighting, figure, span_start, span_end, low, high, low_value, "
        "high_value, low_open, high_open, unit, ucum, dimension, noun, predicate, role, modifier, "
        "relative, original_value, includes, excludes, as_of_from, as_of_to, as_of_exact, "
        "as_of_start, as_of_end, equivalent_start, equivalent_end) VALUES(?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(sighting, number++, figure.span, text_of(figure.low), text_of(figure.high),
               double_of(figure.low), double_of(figure.high), figure.low_open, figure.high_open,
               figure.unit, figure.ucum, figure.dimension, figure.noun, figure.predicate,
               to_string(figure.role), to_string(figure.modifier), figure.relative,
               figure.original_value, list_column(figure.includes), list_column(figure.excludes));
    bind_as_of(query, figure.as_of);
    query.bind(figure.equivalent).run();
  }
}

}  // namespace

void put_sighting(Connection& connection, Names& names, const SightingPlace& place,
                  const Claim& claim) {
  check(claim, place.text);
  Query query = connection.query(
      "INSERT INTO sightings(row_id, claim, analysis, block, span_start, span_end, content, exact, "
      "prefix, suffix, manner, polarity, claim_type, checkable, as_of_from, as_of_to, as_of_exact, "
      "as_of_start, as_of_end) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(place.row, place.claim, place.analysis, to_string(claim.block), claim.span,
             content_column(claim), exact_words(claim, place.text),
             prefix_of(place.text, claim.span), suffix_of(place.text, claim.span),
             to_string(claim.manner), to_string(claim.polarity), to_string(claim.claim_type),
             claim.checkable);
  bind_as_of(query, claim.as_of);
  query.run();
  put_hops(connection, names, place.row, claim);
  put_figures(connection, place.row, claim);
}

void remove_sightings(Connection& connection, std::int64_t analysis) {
  for (const char* sql :
       {"DELETE FROM hop_claimants WHERE sighting IN (SELECT row_id FROM sightings WHERE analysis "
        "= ?)",
        "DELETE FROM hops WHERE sighting IN (SELECT row_id FROM sightings WHERE analysis = ?)",
        "DELETE FROM figures WHERE sighting IN (SELECT row_id FROM sightings WHERE analysis = ?)",
        "DELETE FROM sightings WHERE analysis = ?"}) {
    connection.query(sql).bind(analysis).run();
  }
}

}  // namespace claimtrail::sqlite
