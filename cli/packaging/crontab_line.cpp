#include <fmt/format.h>

#include "cli/packaging/scheduled_run.h"

namespace claimtrail {
namespace {

std::string quoted_for_cron(const std::string& word) {
  std::string result = "'";
  for (const char c : word) {
    if (c == '\'') {
      result += "'\\''";
    } else if (c == '%') {
      result += "\\%";
    } else {
      result += c;
    }
  }
  return result + "'";
}

std::string when_of(const ScheduledRun& run) {
  return run.minutes == 1 ? "* * * * *" : fmt::format("*/{} * * * *", run.minutes);
}

std::string command_of(const ScheduledRun& run) {
  std::string command = quoted_for_cron(run.program);
  if (!run.config.empty()) command += " --config " + quoted_for_cron(run.config);
  if (!run.database.empty()) command += " --db " + quoted_for_cron(run.database);
  return command + " refresh --due";
}

}  // namespace

std::string crontab_line(const ScheduledRun& run) { return when_of(run) + " " + command_of(run); }

std::string cron_d_file(const ScheduledRun& run) {
  const std::string user = run.user.empty() ? "root" : run.user;
  return fmt::format(
      "# {}: fetches what is due. A file for /etc/cron.d; its name there may have no dot.\n"
      "# cron mails what is printed, which is nothing while all goes well; a problem that lasts "
      "is\n"
      "# told once a day. No flock is needed: a second refresh ends at once, with 75.\n"
      "MAILTO={}\n"
      "{} {} {} --jitter 30s --max-time 10m\n",
      run.desk, user, when_of(run), user, command_of(run));
}

}  // namespace claimtrail
