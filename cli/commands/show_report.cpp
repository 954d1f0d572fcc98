#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/show_kinds.h"
#include "cli/commands/stored_claims.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

void print_json(Session& session, const ShowRequest& request, const Report& report,
                const std::vector<StoredClaim>& claims) {
  const auto revisions = request.store.revisions(report.id);
  JsonWriter json;
  json.begin_object();
  json.key("report");
  write_report(json, report, {revisions.size(), claims.size()});
  json.begin_array("revisions");
  for (const Revision& revision : revisions) write_revision(json, revision);
  json.end_array();
  json.begin_array("observations");
  for (const Observation& seen : request.store.observations(report.id)) {
    write_observation(json, seen);
  }
  json.end_array();
  json.begin_array("claims");
  for (const StoredClaim& claim : claims) json.text_item(claim.claim.id);
  json.end_array();
  json.begin_array("reviews");
  for (const Review& review : request.store.reviews_of("report", report.id)) {
    write_review(json, review);
  }
  json.end_array();
  json.end_object();
  session.output().write(json.take_line());
}

}  // namespace

bool show_report(Session& session, const ShowRequest& request) {
  const auto report = request.store.report(request.id);
  if (!report) return false;
  ClaimFilter filter;
  filter.report = report->id;
  const std::vector<StoredClaim> claims = request.store.claims(filter);
  if (session.json()) {
    print_json(session, request, *report, claims);
    return true;
  }
  Sheet sheet(fmt::format("report {}", report->id));
  sheet.line("title", report->title);
  sheet.line("outlet", report->outlet);
  sheet.line("byline", fmt::format("{}", fmt::join(report->byline, ", ")));
  sheet.line("published", report->published ? format_published(*report->published) : "");
  sheet.line("modified", report->modified ? format_published(*report->modified) : "");
  sheet.line("address", report->url);
  sheet.line("based on", report->is_based_on);
  sheet.line("source", report->source);
  sheet.line("seen", fmt::format("{} to {}", describe_time(report->first_seen),
                                 describe_time(report->last_seen)));
  if (report->next_visit) sheet.line("next visit", describe_time(report->next_visit));
  for (const Revision& revision : request.store.revisions(report->id)) {
    sheet.line("revision", fmt::format("{} {} sha256 {}", describe_time(revision.fetched_at),
                                       revision.id, revision.raw_sha256));
  }
  for (const Observation& seen : request.store.observations(report->id)) {
    sheet.line("visit", fmt::format("{} {} {}", describe_time(seen.at), seen.outcome, seen.detail));
  }
  for (const StoredClaim& claim : claims) {
    sheet.line("claim",
               fmt::format("{} {}: {}", claim.claim.id,
                           describe_attribution(claim.claim, report->outlet), claim.exact));
  }
  sheet.print(session.output(), session.terminal());
  return true;
}

bool show_revision(Session& session, const ShowRequest& request) {
  const auto revision = request.store.revision(request.id);
  if (!revision) return false;
  if (session.json()) {
    JsonWriter json;
    write_revision(json, *revision);
    session.output().write(json.take_line());
    return true;
  }
  Sheet sheet(fmt::format("revision {}", revision->id));
  sheet.line("report", revision->report);
  sheet.line("fetched", describe_time(revision->fetched_at));
  sheet.line("answered by", revision->url);
  sheet.line("content type", revision->content_type);
  sheet.line("read as", revision->input);
  sheet.line("raw sha256", revision->raw_sha256);
  sheet.line("text sha256", revision->text_sha256);
  sheet.print(session.output(), session.terminal());
  return true;
}

}  // namespace claimtrail
