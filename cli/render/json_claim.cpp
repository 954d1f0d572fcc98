#include "cli/render/json_claim.h"

#include <algorithm>

#include "core/attribution/complementiser.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t context_characters = 32;

std::string_view context_before(std::string_view text, std::size_t at) {
  std::size_t start = at;
  for (std::size_t i = 0; i < context_characters && start > 0; ++i) {
    start = character_start(text, start - 1);
  }
  return text.substr(start, at - start);
}

std::string_view context_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t i = 0; i < context_characters && end < text.size(); ++i) {
    end += code_point_at(text, end).length;
  }
  return text.substr(at, end - at);
}

void write_bounds(JsonWriter& json, Span span) {
  json.integer("start", span.start);
  json.integer("end", span.end);
}

void write_as_of(JsonWriter& json, const std::optional<AsOf>& as_of) {
  if (!as_of) return json.null("as_of");
  json.begin_object("as_of");
  json.day("from", as_of->range.from);
  json.day("to", as_of->range.to);
  json.text("exact", as_of->exact);
  json.end_object();
}

void write_claimants(JsonWriter& json, const std::vector<Claimant>& claimants) {
  json.begin_array("claimants");
  for (const Claimant& claimant : claimants) {
    json.begin_object();
    json.text("id", claimant.id);
    json.string("name", claimant.name);
    json.string("kind", to_string(claimant.kind));
    json.end_object();
  }
  json.end_array();
}

void write_hops(JsonWriter& json, const Claim& claim, std::string_view text) {
  json.begin_array("attribution");
  for (const Hop& hop : claim.attribution) {
    json.begin_object();
    write_claimants(json, hop.claimants);
    json.string("hedge", to_string(hop.hedge));
    write_span(json, "source_span", hop.source_span, text);
    write_span(json, "cue_span", hop.cue_span, text);
    json.end_object();
  }
  json.end_array();
}

void write_report(JsonWriter& json, const ReportLine& report) {
  json.begin_object("report");
  json.text("id", report.id);
  json.text("url", report.url);
  json.text("title", report.title);
  json.text("outlet", report.outlet);
  json.published("published", report.published);
  json.end_object();
}

void write_content(JsonWriter& json, const ClaimLine& line) {
  json.begin_array("content");
  for (std::size_t i = 0; i < line.claim->content.size(); ++i) {
    const Span span = line.claim->content[i];
    json.begin_object();
    json.text("exact", line.stored != nullptr && i < line.stored->content_exact.size()
                           ? std::string_view(line.stored->content_exact[i])
                           : span.of(line.text));
    write_bounds(json, span);
    json.end_object();
  }
  json.end_array();
}

std::string_view figure_question(const StoredClaim* stored, std::size_t index) {
  if (stored == nullptr || index >= stored->figure_questions.size()) return {};
  return stored->figure_questions[index];
}

}  // namespace

void write_span(JsonWriter& json, std::string_view key, const std::optional<Span>& span,
                std::string_view text) {
  if (!span) return json.null(key);
  json.begin_object(key);
  json.text("exact", span->of(text));
  write_bounds(json, *span);
  json.end_object();
}

void write_span_item(JsonWriter& json, Span span, std::string_view text) {
  json.begin_object();
  json.text("exact", span.of(text));
  write_bounds(json, span);
  json.end_object();
}

void write_figure(JsonWriter& json, const Figure& figure, std::string_view text,
                  std::string_view question) {
  json.begin_object();
  json.text("exact", figure.span.of(text));
  write_bounds(json, figure.span);
  json.decimal("low", figure.low);
  json.boolean("low_open", figure.low_open);
  json.decimal("high", figure.high);
  json.boolean("high_open", figure.high_open);
  json.text("unit", figure.unit);
  json.text("ucum", figure.ucum);
  json.text("dimension", figure.dimension);
  json.text("noun", figure.noun);
  json.text("predicate", figure.predicate);
  json.text("role", to_string(figure.role));
  json.text("modifier", to_string(figure.modifier));
  json.boolean("relative", figure.relative);
  json.text("original_value", figure.original_value);
  json.texts("includes", figure.includes);
  json.texts("excludes", figure.excludes);
  write_span(json, "equivalent", figure.equivalent, text);
  write_as_of(json, figure.as_of);
  json.text("question", question);
  json.end_object();
}

void write_date(JsonWriter& json, const DateMention& mention, std::string_view text) {
  json.begin_object();
  write_bounds(json, mention.span);
  json.text("exact", mention.span.of(text));
  if (mention.duration) {
    json.null("from");
    json.null("to");
  } else {
    json.day("from", mention.range.from);
    json.day("to", mention.range.to);
  }
  json.text("grain", mention.grain);
  json.text("direction", mention.direction);
  if (mention.alternative) {
    json.begin_object("alternative");
    json.day("from", mention.alternative->from);
    json.day("to", mention.alternative->to);
    json.end_object();
  }
  json.text("reason", mention.reason);
  json.boolean("duration", mention.duration);
  json.end_object();
}

bool is_attribution(const Claim& claim) {
  return std::any_of(claim.attribution.begin(), claim.attribution.end(), [](const Hop& hop) {
    return hop.cue_span || hop.source_span || !hop.claimants.empty();
  });
}

void write_attribution(JsonWriter& json, const Claim& claim, std::string_view text) {
  const auto with_cue = std::find_if(claim.attribution.rbegin(), claim.attribution.rend(),
                                     [](const Hop& hop) { return hop.cue_span.has_value(); });
  const Hop& outermost =
      with_cue == claim.attribution.rend() ? claim.attribution.back() : *with_cue;
  json.begin_object();
  write_span(json, "source", outermost.source_span, text);
  write_span(json, "cue", outermost.cue_span, text);
  json.begin_array("content");
  for (const Span span : content_with_complementiser(claim, text)) {
    write_span_item(json, span, text);
  }
  json.end_array();
  json.string("manner", to_string(claim.manner));
  json.string("hedge", to_string(outermost.hedge));
  write_claimants(json, outermost.claimants);
  json.end_object();
}

void write_claim(JsonWriter& json, const ClaimLine& line) {
  const Claim& claim = *line.claim;
  const StoredClaim* stored = line.stored;
  json.begin_object();
  json.text("id", claim.id);
  write_report(json, *line.report);
  json.text("revision", stored != nullptr ? stored->revision : std::string());
  json.string("block", to_string(claim.block));
  json.text("exact", stored != nullptr ? stored->exact : exact_words(claim, line.text));
  json.string("prefix", stored != nullptr ? std::string_view(stored->prefix)
                                          : context_before(line.text, claim.span.start));
  json.string("suffix", stored != nullptr ? std::string_view(stored->suffix)
                                          : context_after(line.text, claim.span.end));
  write_bounds(json, claim.span);
  write_content(json, line);
  json.string("manner", to_string(claim.manner));
  json.string("polarity", to_string(claim.polarity));
  json.string("claim_type", to_string(claim.claim_type));
  json.boolean("checkable", claim.checkable);
  write_hops(json, claim, line.text);
  json.begin_array("figures");
  for (std::size_t i = 0; i < claim.figures.size(); ++i) {
    write_figure(json, claim.figures[i], line.text, figure_question(stored, i));
  }
  json.end_array();
  write_as_of(json, claim.as_of);
  if (stored != nullptr) {
    json.text("question", stored->statement_question);
    json.string("review_state", stored->review_state);
    json.timestamp("first_seen", stored->first_seen);
    json.timestamp("last_seen", stored->last_seen);
    json.timestamp("gone_since", stored->gone_since);
  }
  json.text("extractor", stored != nullptr ? std::string_view(stored->extractor) : line.extractor);
  json.end_object();
}

}  // namespace claimtrail
