#pragma once

#include <string>

namespace claimtrail {

/// What a scheduler is to start for one desk. Every text is one line.
struct ScheduledRun {
  std::string desk;       ///< its name
  std::string program;    ///< absolute path
  std::string config;     ///< absolute path; empty: the desk works on defaults
  std::string database;   ///< absolute path; empty: as the config says
  std::string directory;  ///< absolute path of the directory that holds the database
  std::string user;       ///< whom it runs as; empty: whoever the scheduler takes
  int minutes = 5;        ///< how often, 1 to 59
};

/// systemd.service(5): one refresh of what is due, that may write the desk's directory and nothing
/// else. Everything that systemd would read is quoted, "%" and "$" too (systemd.service(5),
/// "Command lines").
[[nodiscard]] std::string systemd_service(const ScheduledRun& run);

/// systemd.timer(5): starts the service of the same name; a run missed while the machine was off is
/// made up.
[[nodiscard]] std::string systemd_timer(const ScheduledRun& run);

/// A file for /etc/cron.d (cron(8)), with its user and what to know of mail.
[[nodiscard]] std::string cron_d_file(const ScheduledRun& run);

/// The line of a crontab without a user: fields, program, options. Everything that cron or the
/// shell would read is quoted, "%" too (crontab(5)).
[[nodiscard]] std::string crontab_line(const ScheduledRun& run);

}  // namespace claimtrail
