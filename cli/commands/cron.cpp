#include "cli/commands/cron.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "core/diagnostics/measures.h"

#include "cli/commands/crontab.h"
#include "cli/commands/source_lines.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

// A crontab knows lines only: nothing in it can be spelled that holds a line break.
std::string one_line(const std::string& text) {
  if (text.find_first_of("\r\n") == std::string::npos) return text;
  throw CommandFailure(ExitCode::usage,
                       "a name or path with a line break cannot stand in a crontab");
}

CronEntry entry_of(Session& session, int minutes) {
  const Config& config = session.config();
  CronEntry entry;
  std::error_code error;
  entry.program = one_line(std::filesystem::read_symlink("/proc/self/exe", error).string());
  entry.desk = one_line(config.desk.name.empty() ? "desk" : config.desk.name);
  entry.config = one_line(config.path);
  const bool elsewhere = config.database_from == "--db" || config.database_from == "CLAIMTRAIL_DB";
  if (config.path.empty() || elsewhere) entry.database = one_line(config.database);
  entry.minutes = minutes;
  return entry;
}

int minutes_option(const std::string& value) {
  const auto milliseconds = parse_duration_ms(value);
  const long long minutes = milliseconds ? *milliseconds / 60'000 : 0;
  if (!milliseconds || *milliseconds % 60'000 != 0 || minutes < 1 || minutes > 59) {
    throw CommandFailure(ExitCode::usage, fmt::format("--every: cannot take '{}'", value),
                         "write whole minutes from 1m to 59m; sources have their own schedules");
  }
  return static_cast<int>(minutes);
}

std::string current_crontab() {
  auto crontab = read_crontab();
  if (!crontab) throw CommandFailure(ExitCode::runtime, {crontab.error()});
  return *crontab;
}

void replace_crontab(const std::string& text) {
  const auto written = write_crontab(text);
  if (!written) throw CommandFailure(ExitCode::runtime, {written.error()});
}

ExitCode run_print(const std::string& every, Session& session) {
  session.output().write(cron_block(entry_of(session, minutes_option(every))));
  return ExitCode::fine;
}

ExitCode run_install(const std::string& every, Session& session) {
  const CronEntry entry = entry_of(session, minutes_option(every));
  const std::string before = current_crontab();
  std::string after = without_block(before, entry);
  if (!after.empty() && after.back() != '\n') after += '\n';
  after += cron_block(entry);
  if (after != before) replace_crontab(after);
  session.note("installed; sources are fetched when they are due");
  return ExitCode::fine;
}

ExitCode run_remove(Session& session) {
  const CronEntry entry = entry_of(session, 5);
  const std::string before = current_crontab();
  const std::string after = without_block(before, entry);
  if (after != before) replace_crontab(after);
  session.note(after != before ? "removed" : "was not installed");
  return ExitCode::fine;
}

ExitCode run_status(Session& session) {
  const bool installed = has_block(current_crontab(), entry_of(session, 5));
  const SourceLines sources(session);
  JsonWriter json;
  if (session.json()) {
    json.begin_object();
    json.boolean("installed", installed);
    json.end_object();
    session.output().write(json.take_line());
    for (const SourceLine& line : sources.all()) {
      write_source(json, line);
      session.output().write(json.take_line());
    }
    return ExitCode::fine;
  }
  session.output().write(installed ? "installed in the crontab\n" : "not installed\n");
  Table table({"SOURCE", "STATE", "FETCHED", "NEXT DUE", "PROBLEM"});
  for (const SourceLine& line : sources.all()) {
    table.row({line.settings->id, health_of(line),
               describe_time(line.state == nullptr ? std::nullopt : line.state->last_success),
               line.next_due ? describe_time(line.next_due) : "-",
               line.state == nullptr ? "" : line.state->last_error});
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

void define_with_every(Command& cron, const char* name, const char* help,
                       ExitCode (*run)(const std::string&, Session&)) {
  Command& command = cron.nested(name, help);
  const auto every = std::make_shared<std::string>("5m");
  command.option({"--every", "TIME", "how often cron looks for what is due; 5m without it"},
                 *every);
  command.on_run([every, run](Session& session) { return run(*every, session); });
}

}  // namespace

void define_cron(Command& command) {
  define_with_every(command, "print", "the lines that install would write", run_print);
  define_with_every(command, "install", "write them to your crontab; safe to repeat", run_install);
  command.nested("remove", "take them out; nothing else is touched").on_run(run_remove);
  command.nested("status", "whether they are there, and what is due when").on_run(run_status);
  command.examples({"claimtrail cron install", "claimtrail cron status"});
}

}  // namespace claimtrail
