#include "cli/commands/status.h"

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "core/diagnostics/measures.h"

#include "cli/commands/source_lines.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct StatusOptions {
  std::vector<std::string> fail_on;
  std::string grace;
};

struct Counts {
  std::size_t reports = 0;
  std::size_t claims = 0;
  std::size_t gone_claims = 0;
  std::size_t questions = 0;
  std::map<std::string, long long> flags;  ///< by status
  std::optional<Timestamp> last_attempt;
  std::optional<Timestamp> last_success;
  int failing = 0;
  int stale = 0;
  int gone = 0;
  int ignoring_robots = 0;
};

void keep_later(std::optional<Timestamp>& latest, const std::optional<Timestamp>& time) {
  if (time && (!latest || *latest < *time)) latest = time;
}

bool is_failing(const SourceLine& line) {
  return line.settings->enabled && line.state != nullptr && line.state->failures > 0 &&
         !line.state->gone;
}

bool is_gone(const SourceLine& line) {
  return line.settings->enabled && line.state != nullptr && line.state->gone;
}

Counts count(const Store& store, const SourceLines& sources) {
  Counts counts;
  counts.reports = store.reports().size();
  for (const StoredClaim& claim : store.claims({})) {
    ++counts.claims;
    if (claim.gone_since) ++counts.gone_claims;
  }
  counts.questions = store.questions().size();
  for (const Flag& flag : store.flags({})) ++counts.flags[to_string(flag.status)];
  for (const SourceLine& line : sources.all()) {
    counts.stale += line.stale ? 1 : 0;
    counts.ignoring_robots += line.settings->robots == RobotsPolicy::ignore ? 1 : 0;
    counts.failing += is_failing(line) ? 1 : 0;
    counts.gone += is_gone(line) ? 1 : 0;
    if (line.state == nullptr) continue;
    keep_later(counts.last_attempt, line.state->last_attempt);
    keep_later(counts.last_success, line.state->last_success);
  }
  return counts;
}

void print_json(Session& session, const Counts& counts, const SourceLines& sources) {
  const Config& config = session.config();
  JsonWriter json;
  json.begin_object();
  json.text("desk", config.desk.name);
  json.text("config", config.path);
  json.string("database", config.database);
  json.integer("reports", static_cast<long long>(counts.reports));
  json.integer("claims", static_cast<long long>(counts.claims));
  json.integer("gone_claims", static_cast<long long>(counts.gone_claims));
  json.integer("questions", static_cast<long long>(counts.questions));
  json.begin_object("flags");
  for (const auto& [status, number] : counts.flags) json.integer(status, number);
  json.end_object();
  json.timestamp("last_attempt", counts.last_attempt);
  json.timestamp("last_success", counts.last_success);
  json.integer("failing_sources", counts.failing);
  json.integer("stale_sources", counts.stale);
  json.integer("gone_sources", counts.gone);
  json.integer("sources_ignoring_robots", counts.ignoring_robots);
  json.begin_array("sources");
  for (const SourceLine& line : sources.all()) write_source(json, line);
  json.end_array();
  json.end_object();
  session.output().write(json.take_line());
}

void print_text(Session& session, const Counts& counts, const SourceLines& sources) {
  const Config& config = session.config();
  Sheet sheet(config.desk.name.empty() ? "desk" : config.desk.name);
  sheet.line("config", config.path.empty() ? "none, defaults" : config.path);
  sheet.line("database", config.database);
  sheet.line("reports", std::to_string(counts.reports));
  sheet.line("claims", counts.gone_claims == 0
                           ? std::to_string(counts.claims)
                           : fmt::format("{}, {} of them gone from their report", counts.claims,
                                         counts.gone_claims));
  sheet.line("questions", std::to_string(counts.questions));
  for (const auto& [status, number] : counts.flags) {
    sheet.line("flags " + status, std::to_string(number));
  }
  sheet.line("last fetched", describe_time(counts.last_success));
  sheet.line("sources", sources.all().empty()
                            ? "none: add one with 'claimtrail sources add URL'"
                            : fmt::format("{}: {} failing, {} stale, {} gone", sources.all().size(),
                                          counts.failing, counts.stale, counts.gone));
  sheet.print(session.output(), session.terminal());
  Table table({"SOURCE", "STATE", "FETCHED", "FAILING SINCE", "IN A ROW", "NEXT DUE", "REMARKS"});
  for (const SourceLine& line : sources.all()) {
    const SourceState state = line.state == nullptr ? SourceState{} : *line.state;
    table.row({line.settings->id, health_of(line), describe_time(state.last_success),
               state.failing_since ? describe_time(state.failing_since) : "-",
               state.failures == 0 ? "-" : std::to_string(state.failures),
               line.next_due ? describe_time(line.next_due) : "-", remarks_on(line)});
  }
  if (!table.empty()) session.output().write("\n");
  table.print(session.output(), session.terminal());
}

std::chrono::milliseconds grace_of(const StatusOptions& options) {
  if (options.grace.empty()) return usual_grace;
  const auto parsed = parse_duration_ms(options.grace);
  if (parsed) return std::chrono::milliseconds(*parsed);
  throw CommandFailure(ExitCode::usage, fmt::format("--grace: cannot read '{}'", options.grace),
                       "write 30m, 2h or 1d");
}

// A gone source fails for good: a monitor has to hear of both alike.
bool fails(const StatusOptions& options, const Counts& counts) {
  return std::any_of(options.fail_on.begin(), options.fail_on.end(), [&](const std::string& what) {
    return what == "stale" ? counts.stale > 0 : counts.failing + counts.gone > 0;
  });
}

ExitCode run_status(const StatusOptions& options, Session& session) {
  const SourceLines sources(session, grace_of(options));
  const Counts counts = count(*session.open_store(), sources);
  if (session.json()) {
    print_json(session, counts, sources);
  } else {
    print_text(session, counts, sources);
  }
  return fails(options, counts) ? ExitCode::findings : ExitCode::fine;
}

}  // namespace

void define_status(Command& command) {
  const auto options = std::make_shared<StatusOptions>();
  command.option({"--fail-on",
                  "",
                  "exit 1 when a source is stale (never fetched, or later than its schedule "
                  "explains), or failing (or gone); may be repeated",
                  {"stale", "failing"}},
                 options->fail_on);
  command.option({"--grace", "TIME", "how late a source may be before it is stale; 1h without it"},
                 options->grace);
  command.examples({"claimtrail status", "claimtrail status --json --fail-on stale"});
  command.on_run([options](Session& session) { return run_status(*options, session); });
}

}  // namespace claimtrail
