#include "cli/provenance/data.h"

#include "core/model/digest.h"

#include "cli/provenance/data_claims.h"
#include "cli/provenance/data_flags.h"
#include "cli/provenance/data_ground.h"

namespace claimtrail {
namespace {

JsonValue scope_data(const ReportRequest& request) {
  JsonValue scope = JsonValue::object();
  scope.set("questions", JsonValue::strings(request.questions));
  scope.set("report", JsonValue::text(request.report));
  scope.set("since", time_data(request.since));
  return scope;
}

JsonValue counts_data(const ProvenanceReport& report) {
  const auto number = [](std::size_t count) {
    return JsonValue::number(static_cast<long long>(count));
  };
  JsonValue counts = JsonValue::object();
  counts.set("sources", number(report.sources));
  counts.set("reports", number(report.reports.size()));
  counts.set("claims", number(report.claims.size()));
  counts.set("questions", number(report.questions.size()));
  counts.set("flags", number(report.flags.size()));
  counts.set("questions_left_out", number(report.questions_left_out));
  return counts;
}

JsonValue position_data(const TracedPosition& position) {
  JsonValue entries = JsonValue::array();
  for (const TracedEntry& entry : position.entries) {
    JsonValue item = JsonValue::object();
    item.set("claim", JsonValue::string(entry.claim));
    item.set("figure", entry.figure < 0 ? JsonValue() : JsonValue::number(entry.figure));
    item.set("value", JsonValue::string(entry.value));
    item.set("as_of", days_data(entry.as_of, {}));
    entries.push(std::move(item));
  }
  JsonValue data = JsonValue::object();
  data.set("claimant_id", JsonValue::string(position.claimant_id));
  data.set("claimant", JsonValue::string(position.claimant));
  data.set("attributed", JsonValue::boolean(position.attributed));
  data.set("entries", std::move(entries));
  return data;
}

JsonValue question_data(const TracedQuestion& traced) {
  const Question& question = traced.question;
  JsonValue positions = JsonValue::array();
  for (const TracedPosition& position : traced.positions) positions.push(position_data(position));
  JsonValue data = JsonValue::object();
  data.set("id", JsonValue::string(question.id));
  data.set("ask", JsonValue::text(question.ask));
  data.set("declared", JsonValue::boolean(question.declared));
  data.set("predicate", JsonValue::text(question.predicate));
  data.set("dimension", JsonValue::text(question.dimension));
  data.set("behaves", JsonValue::text(question.behaves));
  data.set("window_days", JsonValue::number(question.window_days));
  data.set("reports", JsonValue::number(static_cast<long long>(traced.reports)));
  data.set("outlets", JsonValue::number(static_cast<long long>(traced.outlets)));
  data.set("positions", std::move(positions));
  data.set("bounds", bounds_data(traced.ground.bounds));
  data.set("independence", independence_data(traced.ground.independence));
  data.set("claims", JsonValue::strings(traced.claims));
  data.set("flags", JsonValue::strings(traced.flags));
  return data;
}

JsonValue revision_data(const Revision& revision) {
  JsonValue data = JsonValue::object();
  data.set("id", JsonValue::string(revision.id));
  data.set("url", JsonValue::text(revision.url));
  data.set("fetched_at", time_data(revision.fetched_at));
  data.set("content_type", JsonValue::text(revision.content_type));
  data.set("raw_sha256", JsonValue::text(revision.raw_sha256));
  data.set("text_sha256", JsonValue::text(revision.text_sha256));
  return data;
}

JsonValue traced_report_data(const TracedReport& traced) {
  const Report& report = traced.report;
  JsonValue revisions = JsonValue::array();
  for (const Revision& revision : traced.revisions) revisions.push(revision_data(revision));
  JsonValue changes = JsonValue::array();
  for (const TracedChange& change : traced.changes) changes.push(change_data(change));
  JsonValue data = report_line_data(report);
  data.set("byline", JsonValue::strings(report.byline));
  data.set("source", JsonValue::text(report.source));
  data.set("is_based_on", JsonValue::text(report.is_based_on));
  data.set("first_seen", time_data(report.first_seen));
  data.set("last_seen", time_data(report.last_seen));
  data.set("revisions", std::move(revisions));
  data.set("changes", std::move(changes));
  return data;
}

}  // namespace

JsonValue report_data(const ProvenanceReport& report) {
  JsonValue questions = JsonValue::array();
  for (const TracedQuestion& question : report.questions) questions.push(question_data(question));
  JsonValue claims = JsonValue::array();
  for (const TracedClaim& claim : report.claims) claims.push(claim_data(report, claim));
  JsonValue flags = JsonValue::array();
  for (const TracedFlag& flag : report.flags) flags.push(flag_data(flag));
  JsonValue reports = JsonValue::array();
  for (const TracedReport& traced : report.reports) reports.push(traced_report_data(traced));

  JsonValue data = JsonValue::object();
  data.set("schema", JsonValue::string(provenance_schema));
  data.set("generated_at", time_data(report.generated_at));
  data.set("tool", JsonValue::string(report.tool));
  data.set("extractor", JsonValue::string(report.extractor));
  data.set("rules_sha256", JsonValue::text(report.request.rules_sha256));
  JsonValue desk = JsonValue::object();
  desk.set("name", JsonValue::text(report.desk));
  desk.set("contact", JsonValue::text(report.contact));
  data.set("desk", std::move(desk));
  data.set("scope", scope_data(report.request));
  data.set("counts", counts_data(report));
  data.set("questions", std::move(questions));
  data.set("claims", std::move(claims));
  data.set("flags", std::move(flags));
  data.set("reports", std::move(reports));
  data.set("other_claims", JsonValue::strings(report.other_claims));
  data.set("report_flags", JsonValue::strings(report.report_flags));
  const std::string digest = data_digest(data);
  data.set("data_sha256", JsonValue::string(digest));
  return data;
}

std::string data_digest(const JsonValue& data) {
  return sha256(canonical_json(data, "data_sha256"));
}

}  // namespace claimtrail
