#include "cli/provenance/html_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/model/digest.h"

#include "cli/provenance/escape.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

JsonValue count_view(std::size_t number, const char* one, const char* many) {
  JsonValue view = JsonValue::object();
  view.set("number", JsonValue::number(static_cast<long long>(number)));
  view.set("label", JsonValue::string(number == 1 ? one : many));
  return view;
}

JsonValue counts_view(const ProvenanceReport& report) {
  std::size_t open = 0;
  for (const TracedFlag& traced : report.flags) open += traced.flag.status == FlagStatus::open;
  JsonValue counts = JsonValue::array();
  counts.push(count_view(report.questions.size(), "question", "questions"));
  counts.push(count_view(report.claims.size(), "claim", "claims"));
  counts.push(count_view(report.reports.size(), "report", "reports"));
  counts.push(count_view(report.sources, "source", "sources"));
  counts.push(count_view(report.flags.size(), "flag", "flags"));
  counts.push(count_view(open, "of them open", "of them open"));
  return counts;
}

std::string scope_words(const ReportRequest& request) {
  std::vector<std::string> parts;
  if (!request.questions.empty()) {
    std::string ids;
    for (const std::string& id : request.questions) ids += (ids.empty() ? "" : ", ") + id;
    parts.push_back((request.questions.size() == 1 ? "the question " : "the questions ") + ids);
  }
  if (!request.report.empty()) parts.push_back("what the report " + request.report + " answers");
  if (request.since) parts.push_back("what moved since " + time_words(*request.since));
  if (parts.empty()) return "everything this desk has compared";
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : "; ") + part;
  return words;
}

std::string contact_address(const std::string& contact) {
  if (is_web_address(contact)) return contact;
  const bool mail = contact.starts_with("mailto:") &&
                    std::all_of(contact.begin(), contact.end(),
                                [](char c) { return c > 0x20 && c < 0x7F && c != '"'; });
  return mail ? contact : std::string();
}

std::string contact_words(const std::string& contact) {
  return contact.starts_with("mailto:") ? contact.substr(7) : contact;
}

JsonValue claims_view(const ProvenanceReport& report, const std::vector<std::string>& ids,
                      std::set<std::string>& shown) {
  JsonValue claims = JsonValue::array();
  for (const std::string& id : ids) {
    if (const TracedClaim* claim = report.claim(id)) claims.push(claim_view(report, *claim, shown));
  }
  return claims;
}

}  // namespace

std::string anchor_of(std::string_view kind, std::string_view id) {
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
  return std::string(kind) + "-" + (plain ? std::string(id) : content_id({id}));
}

JsonValue time_view(Timestamp time) {
  JsonValue view = JsonValue::object();
  view.set("words", JsonValue::string(time_words(time)));
  view.set("iso", JsonValue::string(format_timestamp(time)));
  return view;
}

JsonValue page_view(const ProvenanceReport& report) {
  std::set<std::string> shown;
  JsonValue questions = JsonValue::array();
  for (const TracedQuestion& question : report.questions) {
    questions.push(question_view(report, question, shown));
  }
  JsonValue flags = JsonValue::array();
  for (const std::string& id : report.report_flags) {
    flags.push(flag_view(report, *report.flag(id)));
  }
  JsonValue reports = JsonValue::array();
  for (const TracedReport* traced : report.reports_by_day()) {
    reports.push(report_view(*traced, report));
  }
  JsonValue view = JsonValue::object();
  view.set("desk", JsonValue::string(report.desk.empty() ? "Provenance report" : report.desk));
  view.set("contact", JsonValue::text(contact_words(report.contact)));
  view.set("contact_address", JsonValue::text(contact_address(report.contact)));
  view.set("generated", time_view(report.generated_at));
  view.set("tool", JsonValue::string(report.tool));
  view.set("extractor", JsonValue::string(report.extractor));
  view.set("rules_sha256", JsonValue::text(report.request.rules_sha256));
  view.set("scope", JsonValue::string(scope_words(report.request)));
  view.set("counts", counts_view(report));
  view.set("has_questions", JsonValue::boolean(!report.questions.empty()));
  view.set("questions", std::move(questions));
  view.set("left_out",
           report.questions_left_out == 0
               ? JsonValue()
               : JsonValue::string(plural(report.questions_left_out,
                                          "further question with a single answer is",
                                          "further questions with a single answer each are")));
  view.set("has_report_flags", JsonValue::boolean(!report.report_flags.empty()));
  view.set("report_flags", std::move(flags));
  view.set("has_other_claims", JsonValue::boolean(!report.other_claims.empty()));
  view.set("other_claims", claims_view(report, report.other_claims, shown));
  view.set("has_reports", JsonValue::boolean(!report.reports.empty()));
  view.set("reports", std::move(reports));
  return view;
}

JsonValue report_view(const TracedReport& traced, const ProvenanceReport& report) {
  const Report& from = traced.report;
  JsonValue revisions = JsonValue::array();
  for (std::size_t i = 0; i < traced.revisions.size(); ++i) {
    const Revision& revision = traced.revisions[i];
    JsonValue item = JsonValue::object();
    item.set("number", JsonValue::number(static_cast<long long>(i + 1)));
    item.set("anchor", JsonValue::string(anchor_of("revision", revision.id)));
    item.set("id", JsonValue::string(revision.id));
    item.set("fetched", time_view(revision.fetched_at));
    item.set("raw_sha256", JsonValue::text(revision.raw_sha256));
    item.set("text_sha256", JsonValue::text(revision.text_sha256));
    item.set("url", JsonValue::text(revision.url));
    revisions.push(std::move(item));
  }
  JsonValue view = JsonValue::object();
  view.set("anchor", JsonValue::string(anchor_of("report", from.id)));
  view.set("id", JsonValue::string(from.id));
  view.set("title", JsonValue::string(from.title.empty() ? "(untitled)" : from.title));
  view.set("outlet", JsonValue::text(from.outlet));
  view.set("published",
           from.published ? JsonValue::string(published_words(*from.published)) : JsonValue());
  view.set("url", JsonValue::text(from.url));
  view.set("address", is_web_address(from.url) ? JsonValue::string(from.url) : JsonValue());
  view.set("is_based_on", JsonValue::text(from.is_based_on));
  view.set("first_seen", time_view(from.first_seen));
  view.set("last_seen", time_view(from.last_seen));
  view.set("revisions", std::move(revisions));
  view.set("has_changes", JsonValue::boolean(!traced.changes.empty()));
  view.set("changes", changes_view(report, traced.changes));
  return view;
}

}  // namespace claimtrail
