#include "cli/provenance/data_claims.h"

#include "cli/provenance/data_flags.h"

namespace claimtrail {
namespace {

JsonValue decimal_data(const std::optional<Decimal>& value) {
  return value ? JsonValue::number(value->text()) : JsonValue();
}

JsonValue span_data(std::string_view exact, Span span) {
  JsonValue data = JsonValue::object();
  data.set("exact", JsonValue::text(exact));
  data.set("start", JsonValue::number(span.start));
  data.set("end", JsonValue::number(span.end));
  return data;
}

JsonValue span_data(std::string_view exact, const std::optional<Span>& span) {
  return span ? span_data(exact, *span) : JsonValue();
}

JsonValue as_of_data(const std::optional<AsOf>& as_of) {
  return as_of ? days_data(as_of->range, as_of->exact) : JsonValue();
}

JsonValue attribution_data(const TracedClaim& traced) {
  const Claim& claim = traced.stored.claim;
  JsonValue hops = JsonValue::array();
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Hop& hop = claim.attribution[i];
    JsonValue claimants = JsonValue::array();
    for (const Claimant& claimant : hop.claimants) {
      JsonValue item = JsonValue::object();
      item.set("id", JsonValue::text(claimant.id));
      item.set("name", JsonValue::string(claimant.name));
      item.set("kind", JsonValue::string(to_string(claimant.kind)));
      claimants.push(std::move(item));
    }
    JsonValue data = JsonValue::object();
    data.set("claimants", std::move(claimants));
    data.set("hedge", JsonValue::string(to_string(hop.hedge)));
    data.set("source_span", span_data(traced.hops[i].source, hop.source_span));
    data.set("cue_span", span_data(traced.hops[i].cue, hop.cue_span));
    hops.push(std::move(data));
  }
  return hops;
}

JsonValue figures_data(const TracedClaim& traced) {
  JsonValue figures = JsonValue::array();
  for (std::size_t i = 0; i < traced.stored.claim.figures.size(); ++i) {
    const Figure& figure = traced.stored.claim.figures[i];
    const auto& questions = traced.stored.figure_questions;
    JsonValue data = span_data(traced.figures[i], figure.span);
    data.set("low", decimal_data(figure.low));
    data.set("low_open", JsonValue::boolean(figure.low_open));
    data.set("high", decimal_data(figure.high));
    data.set("high_open", JsonValue::boolean(figure.high_open));
    data.set("unit", JsonValue::text(figure.unit));
    data.set("ucum", JsonValue::text(figure.ucum));
    data.set("dimension", JsonValue::text(figure.dimension));
    data.set("noun", JsonValue::text(figure.noun));
    data.set("predicate", JsonValue::text(figure.predicate));
    data.set("role", JsonValue::text(to_string(figure.role)));
    data.set("modifier", JsonValue::text(to_string(figure.modifier)));
    data.set("relative", JsonValue::boolean(figure.relative));
    data.set("original_value", JsonValue::text(figure.original_value));
    data.set("as_of", as_of_data(figure.as_of));
    data.set("question", JsonValue::text(i < questions.size() ? questions[i] : std::string()));
    figures.push(std::move(data));
  }
  return figures;
}

JsonValue content_data(const StoredClaim& stored) {
  JsonValue content = JsonValue::array();
  for (std::size_t i = 0; i < stored.claim.content.size(); ++i) {
    content.push(span_data(i < stored.content_exact.size() ? stored.content_exact[i] : "",
                           stored.claim.content[i]));
  }
  return content;
}

JsonValue context_data(const Passage& passage) {
  if (passage.text.empty()) return {};
  const auto length = static_cast<std::uint32_t>(passage.text.size());
  return span_data(passage.text, Span{passage.start, passage.start + length});
}

}  // namespace

JsonValue time_data(const std::optional<Timestamp>& time) {
  return time ? JsonValue::string(format_timestamp(*time)) : JsonValue();
}

JsonValue days_data(const std::optional<DayRange>& days, std::string_view exact) {
  if (!days) return {};
  JsonValue data = JsonValue::object();
  data.set("from", JsonValue::string(format_day(days->from)));
  data.set("to", JsonValue::string(format_day(days->to)));
  data.set("exact", JsonValue::text(exact));
  return data;
}

JsonValue report_line_data(const Report& report) {
  JsonValue data = JsonValue::object();
  data.set("id", JsonValue::string(report.id));
  data.set("url", JsonValue::text(report.url));
  data.set("title", JsonValue::text(report.title));
  data.set("outlet", JsonValue::text(report.outlet));
  data.set("published",
           report.published ? JsonValue::string(format_published(*report.published)) : JsonValue());
  return data;
}

JsonValue claim_data(const ProvenanceReport& report, const TracedClaim& traced) {
  const StoredClaim& stored = traced.stored;
  const Claim& claim = stored.claim;
  const TracedReport* of = report.report(stored.report);
  JsonValue data = JsonValue::object();
  data.set("id", JsonValue::string(claim.id));
  data.set("report", of != nullptr ? report_line_data(of->report) : JsonValue());
  data.set("revision", JsonValue::string(stored.revision));
  data.set("block", JsonValue::string(to_string(claim.block)));
  data.set("exact", JsonValue::string(stored.exact));
  data.set("prefix", JsonValue::string(stored.prefix));
  data.set("suffix", JsonValue::string(stored.suffix));
  data.set("start", JsonValue::number(claim.span.start));
  data.set("end", JsonValue::number(claim.span.end));
  data.set("content", content_data(stored));
  data.set("context", context_data(traced.passage));
  data.set("address", JsonValue::text(traced.address));
  data.set("manner", JsonValue::string(to_string(claim.manner)));
  data.set("polarity", JsonValue::string(to_string(claim.polarity)));
  data.set("claim_type", JsonValue::string(to_string(claim.claim_type)));
  data.set("checkable", JsonValue::boolean(claim.checkable));
  data.set("attribution", attribution_data(traced));
  data.set("attribution_words", JsonValue::string(traced.attribution));
  data.set("figures", figures_data(traced));
  data.set("as_of", as_of_data(claim.as_of));
  data.set("question", JsonValue::text(stored.statement_question));
  data.set("review_state", JsonValue::string(stored.review_state));
  data.set("first_seen", time_data(stored.first_seen));
  data.set("last_seen", time_data(stored.last_seen));
  data.set("gone_since", time_data(stored.gone_since));
  data.set("extractor", JsonValue::text(stored.extractor));
  data.set("flags", JsonValue::strings(traced.flags));
  data.set("reviews", reviews_data(traced.reviews));
  return data;
}

}  // namespace claimtrail
