#include "cli/commands/doctor.h"

#include <filesystem>

#include <fmt/format.h>

#include "core/analysis.h"
#include "core/attribution/language.h"

#include "cli/commands/doctor_finding.h"
#include "cli/commands/source_lines.h"
#include "cli/render/text.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

using Health = Finding::Health;

void look_at_config(Session& session, Findings& findings) {
  const Config& config = session.config();
  findings.push_back(
      {"config", Health::good, config.path.empty() ? "none: defaults" : config.path, {}});
  const auto rules = load_rules(config.rules);
  if (!rules) {
    findings.push_back({"rules", Health::bad,
                        count_of(static_cast<long long>(rules.error().size()), "mistake"),
                        "see 'claimtrail config check'"});
  } else {
    findings.push_back({"rules",
                        Health::good,
                        count_of(static_cast<long long>(list_rules(**rules).size()), "rule"),
                        {}});
  }
  if (config.desk.contact.empty() && !config.sources.empty()) {
    findings.push_back({"contact", Health::advice, "outlets cannot reach you",
                        "set 'contact' in the section 'desk'"});
  }
}

void look_at_parser(Findings& findings) {
  const Language& language = Language::english();
  if (const auto& problem = language.problem()) {
    findings.push_back({"parser", Health::advice,
                        "claims are read without one: " + problem->message, problem->hint});
  } else {
    findings.push_back({"parser", Health::good, language.version(), {}});
  }
}

void look_at_disk(const Config& config, Findings& findings) {
  constexpr std::uintmax_t least = 200'000'000;
  std::error_code error;
  const auto space =
      std::filesystem::space(std::filesystem::path(config.database).parent_path(), error);
  if (!error && space.available < least) {
    findings.push_back({"disk", Health::bad,
                        fmt::format("{} MB left beside the database", space.available / 1'000'000),
                        "make room, or move the database"});
  }
}

// Answers whether the database can be used.
bool look_at_database(Session& session, Findings& findings) {
  const Config& config = session.config();
  bool usable = true;
  try {
    const auto store = session.open_store();
    store->in_transaction([] {});
    std::size_t old = 0;
    const auto claims = store->claims({});
    for (const StoredClaim& claim : claims) old += claim.extractor != extractor_version() ? 1 : 0;
    findings.push_back({"database",
                        Health::good,
                        fmt::format("{}, {}", config.database,
                                    count_of(static_cast<long long>(claims.size()), "claim")),
                        {}});
    if (old > 0) {
      findings.push_back({"extractor", Health::advice,
                          fmt::format("{} read by an older version",
                                      count_of(static_cast<long long>(old), "claim")),
                          "run 'claimtrail reanalyse'"});
    }
  } catch (const StoreError& error) {
    usable = false;
    findings.push_back({"database", Health::bad, error.what(), {}});
  }
  look_at_disk(config, findings);
  return usable;
}

void look_at_sources(Session& session, Findings& findings) {
  const SourceLines sources(session);
  if (sources.all().empty()) {
    findings.push_back(
        {"sources", Health::advice, "there are none", "run 'claimtrail sources add URL'"});
  }
  for (const SourceLine& line : sources.all()) {
    const std::string name = "source " + line.settings->id;
    if (line.state == nullptr) {
      findings.push_back({name, Health::advice, "never fetched", "run 'claimtrail refresh'"});
    } else if (!line.settings->enabled) {
      findings.push_back({name, Health::good, "disabled", {}});
    } else if (line.state->gone) {
      findings.push_back({name, Health::bad, "its address answers that it is gone",
                          "find its new address, or remove it"});
    } else if (line.state->failures > 0) {
      findings.push_back({name, Health::bad,
                          line.state->failures == 1
                              ? fmt::format("failed: {}", line.state->last_error)
                              : fmt::format("failed {} times in a row: {}", line.state->failures,
                                            line.state->last_error),
                          fmt::format("try 'claimtrail sources test {}'",
                                      without_credentials(line.settings->location))});
    } else if (line.stale) {
      findings.push_back({name, Health::advice,
                          fmt::format("last fetched {}, later than its schedule explains",
                                      describe_time(line.state->last_success)),
                          "run 'claimtrail refresh --due'"});
    } else {
      findings.push_back({name, Health::good, "ok", {}});
    }
  }
}

const char* word_of(Health health) {
  if (health == Health::good) return "good";
  return health == Health::bad ? "bad" : "advice";
}

ExitCode run_doctor(Session& session) {
  Findings findings;
  look_at_config(session, findings);
  look_at_time_zones(session, findings);
  look_at_certificates(findings);
  look_at_parser(findings);
  if (look_at_database(session, findings)) {
    look_at_sources(session, findings);
    look_at_scheduler(session, findings);
  }
  Table table({"WHAT", "HEALTH", "FOUND", "TO DO"});
  JsonWriter json;
  bool bad = false;
  for (const Finding& finding : findings) {
    bad = bad || finding.health == Health::bad;
    if (session.json()) {
      json.begin_object();
      json.string("check", finding.check);
      json.string("health", word_of(finding.health));
      json.string("message", finding.message);
      json.text("advice", finding.advice);
      json.end_object();
      session.output().write(json.take_line());
    } else {
      table.row({finding.check, word_of(finding.health), finding.message, finding.advice});
    }
  }
  table.print(session.output(), session.terminal());
  return bad ? ExitCode::findings : ExitCode::fine;
}

}  // namespace

void define_doctor(Command& command) {
  command.examples({"claimtrail doctor"});
  command.on_run(run_doctor);
}

}  // namespace claimtrail
