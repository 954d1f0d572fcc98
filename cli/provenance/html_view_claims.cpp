#include <fmt/format.h>

#include "cli/provenance/escape.h"
#include "cli/provenance/html_view.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

JsonValue pieces_view(const Passage& passage) {
  JsonValue pieces = JsonValue::array();
  for (const PassagePiece& piece : pieces_of(passage)) {
    JsonValue item = JsonValue::object();
    item.set("own", piece.own ? JsonValue::string(piece.text) : JsonValue());
    item.set("other", piece.own ? JsonValue() : JsonValue::string(piece.text));
    pieces.push(std::move(item));
  }
  return pieces;
}

std::string hedge_words(const Claim& claim) {
  return claim.attribution.empty() ? std::string() : to_string(claim.attribution.front().hedge);
}

JsonValue flag_links(const ProvenanceReport& report, const std::vector<std::string>& ids) {
  JsonValue links = JsonValue::array();
  for (const std::string& id : ids) {
    const Flag& flag = report.flag(id)->flag;
    JsonValue item = JsonValue::object();
    item.set("anchor", JsonValue::string(anchor_of("flag", id)));
    item.set("severity", JsonValue::string(to_string(flag.severity)));
    item.set("rule", JsonValue::string(flag.rule));
    item.set("status", JsonValue::string(to_string(flag.status)));
    links.push(std::move(item));
  }
  return links;
}

const Revision* revision_of(const TracedReport* report, const std::string& id) {
  if (report == nullptr) return nullptr;
  for (const Revision& revision : report->revisions) {
    if (revision.id == id) return &revision;
  }
  return nullptr;
}

void set_report(JsonValue& view, const TracedReport* traced) {
  const Report none;
  const Report& report = traced != nullptr ? traced->report : none;
  view.set("outlet", JsonValue::text(report.outlet));
  view.set("title", JsonValue::string(report.title.empty() ? "(untitled)" : report.title));
  view.set("published",
           report.published ? JsonValue::string(published_words(*report.published)) : JsonValue());
  view.set("report_anchor", JsonValue::string(anchor_of("report", report.id)));
  view.set("url", JsonValue::text(report.url));
}

}  // namespace

JsonValue claim_view(const ProvenanceReport& report, const TracedClaim& traced,
                     std::set<std::string>& shown_claims) {
  const StoredClaim& stored = traced.stored;
  const Claim& claim = stored.claim;
  const TracedReport* of = report.report(stored.report);
  const Revision* revision = revision_of(of, stored.revision);
  JsonValue view = JsonValue::object();
  view.set("anchor", JsonValue::string(anchor_of("claim", claim.id)));
  view.set("whole", JsonValue::boolean(shown_claims.insert(claim.id).second));
  view.set("id", JsonValue::string(claim.id));
  view.set("exact", JsonValue::string(stored.exact));
  view.set("has_passage", JsonValue::boolean(!traced.passage.text.empty()));
  view.set("cut_before", JsonValue::boolean(traced.passage.cut_before));
  view.set("cut_after", JsonValue::boolean(traced.passage.cut_after));
  view.set("pieces", pieces_view(traced.passage));
  view.set("attribution", JsonValue::string(traced.attribution));
  view.set("manner", JsonValue::string(manner_words(claim.manner)));
  view.set("hedge", JsonValue::text(hedge_words(claim)));
  view.set("negated", JsonValue::boolean(claim.polarity == Polarity::negated));
  view.set("as_of", claim.as_of ? JsonValue::string(days_words(claim.as_of->range)) : JsonValue());
  set_report(view, of);
  view.set("address", JsonValue::text(traced.address));
  view.set("block", JsonValue::string(to_string(claim.block)));
  view.set("bytes", JsonValue::string(fmt::format("{} to {}", claim.span.start, claim.span.end)));
  view.set("revision", JsonValue::string(stored.revision));
  view.set("raw_sha256", JsonValue::text(revision != nullptr ? revision->raw_sha256 : ""));
  view.set("fetched", revision != nullptr ? time_view(revision->fetched_at) : JsonValue());
  view.set("first_seen", time_view(stored.first_seen));
  view.set("last_seen", time_view(stored.last_seen));
  view.set("gone", stored.gone_since ? time_view(*stored.gone_since) : JsonValue());
  view.set("review_state", stored.review_state == "unreviewed"
                               ? JsonValue()
                               : JsonValue::string(stored.review_state));
  view.set("has_flags", JsonValue::boolean(!traced.flags.empty()));
  view.set("flags", flag_links(report, traced.flags));
  view.set("has_reviews", JsonValue::boolean(!traced.reviews.empty()));
  view.set("reviews", reviews_view(traced.reviews));
  return view;
}

}  // namespace claimtrail
