#include "cli/packaging/scheduled_run.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

/// The desk of the files in examples/cron.d and examples/systemd.
ScheduledRun example() {
  ScheduledRun run;
  run.desk = "My desk";
  run.program = "/usr/bin/claimtrail";
  run.config = "/srv/claimtrail/claimtrail.yaml";
  run.directory = "/srv/claimtrail";
  run.user = "claimtrail";
  return run;
}

std::string shipped(const std::string& name) {
  std::ifstream stream(CLAIMTRAIL_SOURCE_DIR "/examples/" + name);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(ScheduledRun, TheShippedFilesAreWhatTheToolPrints) {
  EXPECT_EQ(shipped("cron.d/claimtrail"), cron_d_file(example()));
  EXPECT_EQ(shipped("systemd/claimtrail.service"), systemd_service(example()));
  EXPECT_EQ(shipped("systemd/claimtrail.timer"), systemd_timer(example()));
}

TEST(ScheduledRun, WordsAreQuotedForWhoeverReadsThem) {
  ScheduledRun run = example();
  run.desk = "100% desk";
  run.config = "/srv/a \"b\" $HOME 5%/claimtrail.yaml";
  run.directory = "/srv/a \"b\" $HOME 5%";
  const std::string service = systemd_service(run);
  EXPECT_NE(service.find("for 100%% desk\n"), std::string::npos) << service;
  EXPECT_NE(service.find("--config \"/srv/a \\\"b\\\" $$HOME 5%%/claimtrail.yaml\" refresh"),
            std::string::npos)
      << service;
  EXPECT_NE(service.find("ReadWritePaths=\"/srv/a \\\"b\\\" $HOME 5%%\"\n"), std::string::npos)
      << service;
  EXPECT_NE(crontab_line(run).find("'/srv/a \"b\" $HOME 5\\%/claimtrail.yaml'"), std::string::npos);
}

TEST(ScheduledRun, ADeskInTmpIsNotHiddenFromItsOwnService) {
  ScheduledRun run = example();
  EXPECT_NE(systemd_service(run).find("PrivateTmp=yes\n"), std::string::npos);
  run.directory = "/tmp/desk";
  EXPECT_NE(systemd_service(run).find("PrivateTmp=no\n"), std::string::npos);
}

TEST(ScheduledRun, EveryMinuteIsWrittenAsCronDoes) {
  ScheduledRun run = example();
  run.minutes = 1;
  EXPECT_EQ(crontab_line(run).rfind("* * * * * '/usr", 0), 0u);
  run.minutes = 7;
  EXPECT_EQ(crontab_line(run).rfind("*/7 * * * * '/usr", 0), 0u);
  EXPECT_NE(systemd_timer(run).find("OnCalendar=*:0/7\n"), std::string::npos);
}

}  // namespace
}  // namespace claimtrail
