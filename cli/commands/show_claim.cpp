#include <algorithm>

#include <fmt/format.h>

#include "core/analysis.h"
#include "core/attribution/explain_cue.h"

#include "cli/commands/show_kinds.h"
#include "cli/commands/stored_claims.h"
#include "cli/desk/capture.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

std::vector<Flag> flags_about(const Store& store, const std::string& claim) {
  std::vector<Flag> found;
  for (Flag& flag : store.flags({})) {
    const auto claims = flag.all_claims();
    if (std::binary_search(claims.begin(), claims.end(), claim)) found.push_back(std::move(flag));
  }
  return found;
}

void print_json(Session& session, const ShowRequest& request, const StoredClaim& claim) {
  StoredClaimWriter writer(request.store);
  JsonWriter json;
  json.begin_object();
  json.key("claim");
  writer.write(json, claim);
  json.begin_array("sightings");
  for (const SightingRow& sighting : request.store.sightings_of(claim.claim.id)) {
    writer.write(json, sighting.claim);
  }
  json.end_array();
  json.begin_array("flags");
  for (const Flag& flag : flags_about(request.store, claim.claim.id)) json.text_item(flag.id);
  json.end_array();
  json.begin_array("reviews");
  for (const Review& review : request.store.reviews_of("claim", claim.claim.id)) {
    write_review(json, review);
  }
  json.end_array();
  json.end_object();
  session.output().write(json.take_line());
}

std::string place(const std::optional<Span>& span, std::string_view text) {
  if (!span) return "nothing";
  return fmt::format("“{}” (bytes {} to {})", span->of(text), span->start, span->end);
}

std::string predicate_words(const Figure& figure) {
  if (figure.predicate.empty()) return "none";
  if (figure.role == Role::none) return figure.predicate;
  return fmt::format("{} ({})", figure.predicate, to_string(figure.role));
}

// The text the claim was read in, as far as reading the claim again needs it.
Document document_of(const Store& store, const StoredClaim& claim) {
  Document document;
  if (const auto report = store.report(claim.report)) document.language = report->language;
  if (const auto text = store.text(claim.revision, claim.extractor)) {
    document.text = text->text;
    document.blocks = read_blocks(text->blocks);
  }
  return document;
}

void add_cue(Sheet& sheet, const Document& document, Span cue, bool same_version) {
  const auto reason = explain_cue(document, cue);
  if (!reason) {
    sheet.line("cue entry", same_version ? "none: it was announced before the content"
                                         : "not read by this version of the program");
    return;
  }
  sheet.line("cue entry", reason->entry);
  sheet.line("pattern", fmt::format("{}, {}", reason->pattern, reason->reading));
}

void add_reading(Sheet& sheet, const Store& store, const StoredClaim& stored) {
  const Claim& claim = stored.claim;
  const Document document = document_of(store, stored);
  const std::string_view text = document.text;
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Hop& hop = claim.attribution[i];
    sheet.line(fmt::format("hop {}", i),
               fmt::format("source {}, cue {}, hedge {}", place(hop.source_span, text),
                           place(hop.cue_span, text), to_string(hop.hedge)));
    if (hop.cue_span) {
      add_cue(sheet, document, *hop.cue_span, stored.extractor == extractor_version());
    }
    for (const Claimant& claimant : hop.claimants) {
      if (!hop.source_span) continue;
      if (const auto mention = mention_before(text, *hop.source_span, claimant.name)) {
        sheet.line("stands for", fmt::format("{}, named {}", claimant.name, place(mention, text)));
      }
    }
  }
  for (const Span span : claim.content) sheet.line("content", place(span, text));
  for (const Figure& figure : claim.figures) {
    sheet.line("figure read in",
               fmt::format("{}: number “{}”, dimension {}, predicate {}", place(figure.span, text),
                           figure.original_value, figure.dimension, predicate_words(figure)));
  }
  if (claim.as_of) {
    sheet.line("dated by",
               claim.as_of->span ? place(claim.as_of->span, text) : "the day of the report");
  }
}

}  // namespace

bool show_claim(Session& session, const ShowRequest& request) {
  const auto stored = request.store.claim(request.id);
  if (!stored) return false;
  if (session.json()) {
    print_json(session, request, *stored);
    return true;
  }
  StoredClaimWriter writer(request.store);
  const ReportLine& report = writer.report_of(*stored);
  const Claim& claim = stored->claim;
  Sheet sheet(fmt::format("claim {}", claim.id));
  sheet.line("words", stored->exact);
  sheet.line("in", fmt::format("…{}[…]{}…", stored->prefix, stored->suffix));
  sheet.line("who", describe_attribution(claim, report.outlet));
  sheet.line("manner",
             fmt::format("{}, {}{}, {}", to_string(claim.manner), to_string(claim.polarity),
                         claim.attribution.empty()
                             ? std::string()
                             : fmt::format(", {}", to_string(claim.attribution[0].hedge)),
                         to_string(claim.claim_type)));
  for (const Figure& figure : claim.figures) sheet.line("figure", describe(figure));
  sheet.line("about", describe_days(claim.as_of));
  sheet.line("question", stored->statement_question);
  for (const std::string& question : stored->figure_questions) sheet.line("question", question);
  sheet.line("outlet", report.outlet);
  sheet.line("report", fmt::format("{} {}", report.id, report.title));
  sheet.line("address", report.url);
  sheet.line("revision", stored->revision);
  sheet.line("seen", fmt::format("{} to {}", describe_time(stored->first_seen),
                                 describe_time(stored->last_seen)));
  if (stored->gone_since) sheet.line("gone since", describe_time(stored->gone_since));
  sheet.line("review", stored->review_state);
  for (const Flag& flag : flags_about(request.store, claim.id)) {
    sheet.line("flag", fmt::format("{} {} ({})", flag.id, flag.rule, to_string(flag.status)));
  }
  sheet.line("read by", stored->extractor);
  if (request.why) add_reading(sheet, request.store, *stored);
  sheet.print(session.output(), session.terminal());
  return true;
}

}  // namespace claimtrail
