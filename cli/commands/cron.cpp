#include "cli/commands/cron.h"

#include <array>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>

#include "core/diagnostics/measures.h"

#include "cli/commands/crontab.h"
#include "cli/commands/source_lines.h"
#include "cli/packaging/scheduled_run.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

// A crontab knows lines only: nothing in it can be spelled that holds a line break.
std::string one_line(const std::string& text) {
  if (text.find_first_of("\r\n") == std::string::npos) return text;
  throw CommandFailure(ExitCode::usage,
                       "a name or path with a line break cannot stand in a crontab");
}

// Who owns the desk is who its runs should write as.
std::string owner_of(const std::string& directory) {
  struct stat status {};
  if (stat(directory.c_str(), &status) != 0) return {};
  const passwd* owner = getpwuid(status.st_uid);
  return owner == nullptr ? std::string() : std::string(owner->pw_name);
}

ScheduledRun run_of(Session& session, int minutes) {
  const Config& config = session.config();
  ScheduledRun run;
  std::error_code error;
  run.program = one_line(std::filesystem::read_symlink("/proc/self/exe", error).string());
  run.desk = one_line(config.desk.name.empty() ? "desk" : config.desk.name);
  run.config = one_line(config.path);
  const bool elsewhere = config.database_from == "--db" || config.database_from == "CLAIMTRAIL_DB";
  if (config.path.empty() || elsewhere) run.database = one_line(config.database);
  run.directory = one_line(std::filesystem::path(config.database).parent_path().string());
  run.user = owner_of(run.directory);
  run.minutes = minutes;
  return run;
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

std::string both_units(const ScheduledRun& run) {
  return "# Two files: --as service and --as timer print them one by one.\n\n" +
         systemd_service(run) + "\n" + systemd_timer(run);
}

struct PrintedForm {
  const char* name;
  std::string (*write)(const ScheduledRun& run);
};

constexpr std::array<PrintedForm, 5> forms = {{{"crontab", cron_block},
                                               {"cron.d", cron_d_file},
                                               {"systemd", both_units},
                                               {"service", systemd_service},
                                               {"timer", systemd_timer}}};

ExitCode run_print(const std::string& every, const std::string& form, Session& session) {
  const ScheduledRun run = run_of(session, minutes_option(every));
  for (const PrintedForm& each : forms) {
    if (form == each.name) session.output().write(each.write(run));
  }
  return ExitCode::fine;
}

ExitCode run_install(const std::string& every, Session& session) {
  const ScheduledRun run = run_of(session, minutes_option(every));
  const std::string before = current_crontab();
  std::string after = without_block(before, run);
  if (!after.empty() && after.back() != '\n') after += '\n';
  after += cron_block(run);
  if (after != before) replace_crontab(after);
  session.note("installed; sources are fetched when they are due");
  return ExitCode::fine;
}

ExitCode run_remove(Session& session) {
  const ScheduledRun run = run_of(session, 5);
  const std::string before = current_crontab();
  const std::string after = without_block(before, run);
  if (after != before) replace_crontab(after);
  session.note(after != before ? "removed" : "was not installed");
  return ExitCode::fine;
}

ExitCode run_status(Session& session) {
  const bool installed = has_block(current_crontab(), run_of(session, 5));
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

void add_every(Command& command, std::string& every) {
  every = "5m";
  command.option({"--every", "TIME", "how often to look for what is due; 5m without it"}, every);
}

void define_print(Command& command) {
  struct Options {
    std::string every;
    std::string form = "crontab";
  };
  const auto options = std::make_shared<Options>();
  add_every(command, options->every);
  OptionRow as = {"--as", "", "for which scheduler; without it the lines that install would write"};
  for (const PrintedForm& form : forms) as.words.emplace_back(form.name);
  command.option(as, options->form);
  command.examples({"claimtrail cron print --as systemd",
                    "claimtrail cron print --as cron.d | sudo tee /etc/cron.d/claimtrail"});
  command.on_run(
      [options](Session& session) { return run_print(options->every, options->form, session); });
}

void define_install(Command& command) {
  const auto every = std::make_shared<std::string>();
  add_every(command, *every);
  command.on_run([every](Session& session) { return run_install(*every, session); });
}

}  // namespace

void define_cron(Command& command) {
  define_print(command.nested("print", "lines for a crontab, or units for systemd"));
  define_install(command.nested("install", "write the lines to your crontab; safe to repeat"));
  command.nested("remove", "take them out; nothing else is touched").on_run(run_remove);
  command.nested("status", "whether they are there, and what is due when").on_run(run_status);
  command.examples(
      {"claimtrail cron install", "claimtrail cron status", "claimtrail cron print --as systemd"});
}

}  // namespace claimtrail
