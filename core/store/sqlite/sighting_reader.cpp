#include "core/store/sqlite/sighting_reader.h"

#include "core/store/sqlite/context.h"
#include "core/store/sqlite/json.h"
#include "core/store/sqlite/words.h"

namespace claimtrail::sqlite {
namespace {

template <class Parse>
auto read_word(Query& row, Parse parse) {
  return stored_word(row.borrowed_text(), parse);
}

std::optional<AsOf> read_as_of(Query& row) {
  const auto range = row.optional_days();
  auto exact = row.optional_text();
  const auto span = row.optional_span();
  if (!range) return std::nullopt;
  return AsOf{*range, std::move(exact).value_or(""), span};
}

std::optional<Decimal> read_decimal(Query& row) {
  // No decimal is an empty text.
  const std::string_view text = row.borrowed_text();
  if (text.empty()) return std::nullopt;
  return stored_word(text, Decimal::parse);
}

std::vector<std::string> read_list(Query& row) {
  const auto json = row.optional_text();
  return json ? strings_from_json(*json) : std::vector<std::string>{};
}

Figure read_figure(Query& row) {
  Figure figure;
  figure.span = row.span();
  figure.low = read_decimal(row);
  figure.high = read_decimal(row);
  figure.low_open = row.boolean();
  figure.high_open = row.boolean();
  figure.unit = row.text();
  figure.ucum = row.text();
  figure.dimension = row.text();
  figure.noun = row.text();
  figure.predicate = row.text();
  const std::string_view role = row.borrowed_text();
  if (!role.empty()) figure.role = stored_word(role, parse_role);
  const std::string_view modifier = row.borrowed_text();
  if (!modifier.empty()) figure.modifier = stored_word(modifier, parse_modifier);
  figure.relative = row.boolean();
  figure.original_value = row.text();
  figure.includes = read_list(row);
  figure.excludes = read_list(row);
  figure.as_of = read_as_of(row);
  figure.equivalent = row.optional_span();
  return figure;
}

}  // namespace

const char* const SightingReader::kColumns =
    "s.row_id, s.analysis, c.id, s.block, s.span_start, s.span_end, s.content, s.exact, s.prefix, "
    "s.suffix, s.manner, s.polarity, s.claim_type, s.checkable, s.as_of_from, s.as_of_to, "
    "s.as_of_exact, s.as_of_start, s.as_of_end, c.review_state, c.first_seen, c.last_seen, "
    "c.gone_since, c.statement_group, c.quote_group ";

SightingReader::SightingReader(Connection& connection)
    : connection_(connection),
      hops_(connection,
            "SELECT sighting, hedge, source_start, source_end, cue_start, cue_end FROM hops "
            "WHERE sighting >= ? ORDER BY sighting, hop"),
      hop_claimants_(connection,
                     "SELECT sighting, hop, claimant FROM hop_claimants "
                     "WHERE sighting >= ? ORDER BY sighting, hop, place"),
      figures_(connection,
               "SELECT sighting, span_start, span_end, low, high, low_open, high_open, unit, ucum, "
               "dimension, noun, predicate, role, modifier, relative, original_value, includes, "
               "excludes, "
               "as_of_from, as_of_to, as_of_exact, as_of_start, as_of_end, equivalent_start, "
               "equivalent_end FROM figures WHERE sighting >= ? ORDER BY sighting, figure") {}

std::deque<ReadSighting> SightingReader::read_all(Query& query) {
  std::deque<ReadSighting> sightings;
  while (query.step()) read(query, sightings.emplace_back());
  return sightings;
}

void SightingReader::read(Query& query, ReadSighting& sighting) {
  StoredClaim& stored = sighting.claim;
  Claim& claim = stored.claim;
  const std::int64_t row = query.integer();
  sighting.place = &place(query.integer());
  stored.report = sighting.place->report;
  stored.revision = sighting.place->revision;
  stored.extractor = sighting.place->extractor;
  claim.id = query.text();
  claim.block = read_word(query, parse_block_kind);
  claim.span = query.span();
  const auto content = query.optional_text();
  if (content) {
    claim.content = spans_from_json(*content);
  } else {
    claim.content = {claim.span};
  }
  stored.exact = query.text();
  stored.content_exact = split_exact(stored.exact, claim.content);
  stored.prefix = query.text();
  stored.suffix = query.text();
  claim.manner = read_word(query, parse_manner);
  claim.polarity = read_word(query, parse_polarity);
  claim.claim_type = read_word(query, parse_claim_type);
  claim.checkable = query.boolean();
  claim.as_of = read_as_of(query);
  stored.review_state = query.text();
  stored.first_seen = query.time();
  stored.last_seen = query.time();
  stored.gone_since = query.optional_time();
  stored.statement_group = query.text();
  stored.quote_group = query.text();
  read_hops(row, claim);
  read_figures(row, claim);
  read_links(stored);
}

const ReadingPlace& SightingReader::place(std::int64_t analysis) {
  const auto [found, added] = places_.try_emplace(analysis);
  if (!added) return found->second;
  Query query = connection_.query(
      "SELECT r.id, r.first_seen, v.id, v.fetched_at, v.row_id, x.name FROM analyses a "
      "JOIN revisions v ON v.row_id = a.revision JOIN reports r ON r.row_id = v.report "
      "JOIN extractors x ON x.row_id = a.extractor WHERE a.row_id = ?");
  if (query.bind(analysis).step()) {
    found->second.report = query.text();
    found->second.report_first_seen = query.time();
    found->second.revision = query.text();
    found->second.fetched_at = query.time();
    found->second.revision_row = query.integer();
    found->second.extractor = query.text();
  }
  return found->second;
}

void SightingReader::read_hops(std::int64_t sighting, Claim& claim) {
  for (; hops_.at(sighting); hops_.next()) {
    Query& row = hops_.row();
    Hop& hop = claim.attribution.emplace_back();
    hop.hedge = read_word(row, parse_hedge);
    hop.source_span = row.optional_span();
    hop.cue_span = row.optional_span();
  }
  for (; hop_claimants_.at(sighting); hop_claimants_.next()) {
    const auto hop = static_cast<std::size_t>(hop_claimants_.row().integer());
    const std::int64_t claimant = hop_claimants_.row().integer();
    const auto [found, added] = claimants_.try_emplace(claimant);
    if (added) {
      Query query = connection_.query("SELECT id, name, kind FROM claimants WHERE row_id = ?");
      if (query.bind(claimant).step()) {
        found->second.id = query.text();
        found->second.name = query.text();
        found->second.kind = read_word(query, parse_claimant_kind);
      }
    }
    if (hop < claim.attribution.size()) claim.attribution[hop].claimants.push_back(found->second);
  }
}

void SightingReader::read_figures(std::int64_t sighting, Claim& claim) {
  for (; figures_.at(sighting); figures_.next()) {
    claim.figures.push_back(read_figure(figures_.row()));
  }
}

void SightingReader::read_links(StoredClaim& claim) {
  claim.figure_questions.resize(claim.claim.figures.size());
  Query query = connection_.query("SELECT figure, question FROM links WHERE claim = ?");
  query.bind(claim.claim.id);
  while (query.step()) {
    const std::int64_t figure = query.integer();
    if (figure < 0) {
      claim.statement_question = query.text();
    } else if (figure < static_cast<std::int64_t>(claim.figure_questions.size())) {
      claim.figure_questions[static_cast<std::size_t>(figure)] = query.text();
    }
  }
}

}  // namespace claimtrail::sqlite
