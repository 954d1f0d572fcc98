#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/report_copies.h"
#include "cli/commands/revision_changes.h"
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
  json.begin_array("changes");
  for (const RevisionDifference& difference : compare_revisions(request.store, report.id).each) {
    write_difference(json, difference);
  }
  json.end_array();
  json.begin_array("copies");
  for (const ReportCopy& copy : find_report_copies(request.store, report)) {
    write_report_copy(json, copy);
  }
  json.end_array();
  json.begin_array("wire_credits");
  for (const WireCredit& credit : credits_of(request.store, report)) {
    json.begin_object();
    json.string("agency", credit.agency);
    json.string("where", to_string(credit.place));
    json.end_object();
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

/// What visits are called to people.
std::string describe_visit(const Observation& seen) {
  static const std::map<std::string_view, std::string_view> names{
      {"unchanged", "unchanged"}, {"not_modified", "not modified"}, {"not_found", "not found"},
      {"gone", "gone"},           {"legal", "withheld by law"},     {"bot_wall", "bot wall"},
      {"error", "error"},         {"disallowed", "not asked"}};
  const auto found = names.find(seen.outcome);
  std::string line(found == names.end() ? std::string_view(seen.outcome) : found->second);
  if (seen.http_status >= 400) line += fmt::format(" ({})", seen.http_status);
  if (!seen.detail.empty()) line += ": " + seen.detail;
  return line;
}

/// Captures and visits in one order of time.
void add_history(Sheet& sheet, const Store& store, const std::string& report) {
  std::vector<std::pair<Timestamp, std::string>> steps;
  for (const Revision& revision : store.revisions(report)) {
    steps.emplace_back(
        revision.fetched_at,
        fmt::format("captured: revision {}{}", revision.id,
                    revision.content_type.empty() ? std::string()
                                                  : fmt::format(", {}", revision.content_type)));
  }
  for (const Observation& seen : store.observations(report)) {
    steps.emplace_back(seen.at, describe_visit(seen));
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [at, what] : steps) sheet.line(describe_time(at), what);
}

void print_changes(Session& session, const Store& store, const std::string& report) {
  const RevisionDifferences differences = compare_revisions(store, report);
  for (const RevisionDifference& difference : differences.each) {
    session.output().write("\n");
    print_difference(session, difference);
  }
  if (differences.unread > 0) {
    session.output().write(
        fmt::format("\n{} not read by this version and so not compared: 'claimtrail reanalyse "
                    "--report {}' reads what is missing\n",
                    count_of(differences.unread, "revision"), report));
  }
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
  sheet.line("first published by", report->syndicated_from);
  sheet.line("source", report->source);
  sheet.line("seen", fmt::format("{} to {}", describe_time(report->first_seen),
                                 describe_time(report->last_seen)));
  if (report->next_visit) sheet.line("next visit", describe_time(report->next_visit));
  for (const WireCredit& credit : credits_of(request.store, *report)) {
    std::string where = to_string(credit.place);
    std::replace(where.begin(), where.end(), '_', ' ');
    sheet.line("wire credit", fmt::format("{} ({})", credit.agency, where));
  }
  for (const ReportCopy& copy : find_report_copies(request.store, *report)) {
    sheet.line("copy", describe(copy));
  }
  add_history(sheet, request.store, report->id);
  for (const StoredClaim& claim : claims) {
    sheet.line("claim",
               fmt::format("{} {}: {}", claim.claim.id,
                           describe_attribution(claim.claim, report->outlet), claim.exact));
  }
  sheet.print(session.output(), session.terminal());
  print_changes(session, request.store, report->id);
  return true;
}

bool show_revision(Session& session, const ShowRequest& request) {
  const auto revision = request.store.revision(request.id);
  if (!revision) return false;
  RevisionDifferences differences = compare_revisions(request.store, revision->report);
  std::erase_if(differences.each, [&](const RevisionDifference& difference) {
    return difference.to.id != revision->id;
  });
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.key("revision");
    write_revision(json, *revision);
    json.begin_array("changes");
    for (const RevisionDifference& each : differences.each) write_difference(json, each);
    json.end_array();
    json.end_object();
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
  for (const RevisionDifference& difference : differences.each) {
    session.output().write("\n");
    print_difference(session, difference);
  }
  return true;
}

}  // namespace claimtrail
