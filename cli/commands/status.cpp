#include "cli/commands/status.h"

#include <map>

#include <fmt/format.h>

#include "cli/commands/source_lines.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct Counts {
  std::size_t reports = 0;
  std::size_t claims = 0;
  std::size_t gone = 0;
  std::size_t questions = 0;
  std::map<std::string, long long> flags;  ///< by status
  std::optional<Timestamp> last_success;
  int failing = 0;
};

Counts count(const Store& store, const SourceLines& sources) {
  Counts counts;
  counts.reports = store.reports().size();
  for (const StoredClaim& claim : store.claims({})) {
    ++counts.claims;
    if (claim.gone_since) ++counts.gone;
  }
  counts.questions = store.questions().size();
  for (const Flag& flag : store.flags({})) ++counts.flags[to_string(flag.status)];
  for (const SourceLine& line : sources.all()) {
    if (line.state == nullptr) continue;
    if (line.state->failures > 0) ++counts.failing;
    if (line.state->last_success &&
        (!counts.last_success || *counts.last_success < *line.state->last_success)) {
      counts.last_success = line.state->last_success;
    }
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
  json.integer("gone_claims", static_cast<long long>(counts.gone));
  json.integer("questions", static_cast<long long>(counts.questions));
  json.begin_object("flags");
  for (const auto& [status, number] : counts.flags) json.integer(status, number);
  json.end_object();
  json.timestamp("last_success", counts.last_success);
  json.integer("failing_sources", counts.failing);
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
  sheet.line("claims", counts.gone == 0 ? std::to_string(counts.claims)
                                        : fmt::format("{}, {} of them gone from their report",
                                                      counts.claims, counts.gone));
  sheet.line("questions", std::to_string(counts.questions));
  for (const auto& [status, number] : counts.flags) {
    sheet.line("flags " + status, std::to_string(number));
  }
  sheet.line("last fetched", describe_time(counts.last_success));
  for (const SourceLine& line : sources.all()) {
    const bool failing = line.state != nullptr && line.state->failures > 0;
    sheet.line("source " + line.settings->id,
               failing
                   ? fmt::format("failing since {}: {}", describe_time(line.state->failing_since),
                                 line.state->last_error)
                   : health_of(line));
  }
  sheet.print(session.output(), session.terminal());
}

ExitCode run_status(Session& session) {
  const SourceLines sources(session);
  const Counts counts = count(*session.open_store(), sources);
  if (session.json()) {
    print_json(session, counts, sources);
  } else {
    print_text(session, counts, sources);
  }
  return ExitCode::fine;
}

}  // namespace

void define_status(Command& command) {
  command.examples({"claimtrail status --json"});
  command.on_run(run_status);
}

}  // namespace claimtrail
