#include "cli/commands/refresh_text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cli/render/json.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"
#include "sources/http/normalise_url.h"

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

std::string problem_of(const SourceOutcome& outcome) {
  if (outcome.failed_pages == 0) return outcome.reason;
  return fmt::format("{} could not be read{}{}", count_of(outcome.failed_pages, "report"),
                     outcome.reason.empty() ? "" : ": ", outcome.reason);
}

// "a, b, c and 37 more".
std::string names_of(const std::vector<std::string>& sources) {
  constexpr std::size_t shown = 3;
  std::string names = sources.front();
  for (std::size_t i = 1; i < std::min(sources.size(), shown); ++i) names += ", " + sources[i];
  if (sources.size() > shown) names += fmt::format(" and {} more", sources.size() - shown);
  return names;
}

void tell_problems(const Session& session, const std::vector<const SourceOutcome*>& outcomes) {
  std::vector<std::pair<std::string, std::vector<std::string>>> problems;
  for (const SourceOutcome* outcome : outcomes) {
    const std::string problem = problem_of(*outcome);
    auto found = std::find_if(problems.begin(), problems.end(),
                              [&](const auto& each) { return each.first == problem; });
    if (found == problems.end()) found = problems.insert(problems.end(), {problem, {}});
    found->second.push_back(outcome->source);
  }
  for (const auto& [message, sources] : problems) {
    Diagnostic problem;
    problem.file = names_of(sources);
    problem.message = message;
    session.tell(problem);
  }
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
  for (const SourceSettings& source : plan.sources)
    add("source", source.id, without_credentials(source.location));
  for (const Revisit& revisit : plan.revisits) add("revisit", revisit.source, revisit.url);
  table.print(session.output(), session.terminal());
}

bool was_left(const SourceOutcome& outcome) {
  return outcome.failed && outcome.reason == "stopped";
}

bool print_refresh_summary(Session& session, const RefreshSummary& summary,
                           const WorthTelling& worth_telling) {
  bool complete = true;
  long long left = 0;
  std::vector<const SourceOutcome*> to_tell;
  JsonWriter json;
  for (const SourceOutcome& outcome : summary.sources) {
    if (session.json()) {
      write_outcome(json, outcome);
      session.output().write(json.take_line());
    }
    if (was_left(outcome)) {
      ++left;
      continue;
    }
    session.note(fmt::format("{}: {} listed, {} fetched, {} not modified", outcome.source,
                             count_of(outcome.entries, "report"), outcome.fetched,
                             outcome.not_modified));
    if (!went_well(outcome)) {
      complete = false;
      if (worth_telling(outcome)) to_tell.push_back(&outcome);
    }
  }
  tell_problems(session, to_tell);
  if (left > 0) {
    session.note(fmt::format("{} left to the next run", count_of(left, "source")));
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
