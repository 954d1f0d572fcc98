#include "cli/commands/refresh_text.h"

#include <fmt/format.h>

#include "cli/render/json.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

void write_outcome(JsonWriter& json, const SourceOutcome& outcome) {
  json.begin_object();
  json.string("source", outcome.source);
  json.boolean("failed", outcome.failed);
  json.text("reason", outcome.reason);
  json.integer("entries", outcome.entries);
  json.integer("fetched", outcome.fetched);
  json.integer("not_modified", outcome.not_modified);
  json.integer("failed_pages", outcome.failed_pages);
  json.end_object();
}

bool went_well(const SourceOutcome& outcome) {
  return !outcome.failed && outcome.failed_pages == 0;
}

void tell_problem(const Session& session, const SourceOutcome& outcome) {
  Diagnostic problem;
  problem.file = outcome.source;
  problem.message = outcome.reason;
  if (outcome.failed_pages > 0) {
    problem.message =
        fmt::format("{} could not be read{}{}", count_of(outcome.failed_pages, "report"),
                    outcome.reason.empty() ? "" : ": ", outcome.reason);
  }
  session.tell(problem);
}

}  // namespace

void print_refresh_plan(Session& session, const RefreshPlan& plan) {
  Table table({"WHAT", "SOURCE", "ADDRESS"});
  JsonWriter json;
  const auto add = [&](const char* what, const std::string& source, const std::string& address) {
    if (!session.json()) return table.row({what, source, address});
    json.begin_object();
    json.string("what", what);
    json.string("source", source);
    json.string("url", address);
    json.end_object();
    session.output().write(json.take_line());
  };
  for (const SourceSettings& source : plan.sources) add("source", source.id, source.location);
  for (const Revisit& revisit : plan.revisits) add("revisit", revisit.source, revisit.url);
  table.print(session.output(), session.terminal());
}

bool print_refresh_summary(Session& session, const RefreshSummary& summary) {
  bool complete = true;
  JsonWriter json;
  for (const SourceOutcome& outcome : summary.sources) {
    if (session.json()) {
      write_outcome(json, outcome);
      session.output().write(json.take_line());
    }
    session.note(fmt::format("{}: {} listed, {} fetched, {} not modified", outcome.source,
                             count_of(outcome.entries, "report"), outcome.fetched,
                             outcome.not_modified));
    if (!went_well(outcome)) {
      complete = false;
      tell_problem(session, outcome);
    }
  }
  for (const RefreshedReport& report : summary.reports) {
    session.note(fmt::format("{} {}: {}", report.revised ? "changed" : "new",
                             printable(report.outlet), printable(report.title)));
  }
  for (const Flag& flag : summary.flags) {
    session.note(fmt::format("{} {} ({}): {}", to_string(flag.severity), flag.rule,
                             to_string(flag.status), printable(flag.message)));
  }
  return complete;
}

}  // namespace claimtrail
