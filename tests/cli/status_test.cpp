#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

/// A desk with a source that is well, one that fails and one that is gone.
class StatusTest : public ProgramTest {
 protected:
  void SetUp() override {
    ServedReply feed;
    feed.headers = {{"Content-Type", "application/rss+xml"}};
    feed.body = "<rss version=\"2.0\"><channel><title>A</title><item><title>A</title><link>" +
                server.url("/a") + "</link></item></channel></rss>";
    server.on("/well", feed);
    ServedReply page;
    page.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    page.body =
        "<!doctype html><title>Dam</title><article><p>At least 120 people were evacuated, Governor "
        "Ana Petrova said on Monday evening after a long night.</p><p>Police claimed that more "
        "than 300 homes were flooded in the old town, and the council ordered new checks of the "
        "wall.</p></article>";
    server.on("/a", page);
    ServedReply broken;
    broken.status = 500;
    server.on("/broken", broken);
    ServedReply gone;
    gone.status = 410;
    server.on("/gone", gone);
    desk({"well"});
  }

  void desk(const std::vector<std::string>& sources) const {
    std::string config =
        "desk: {name: A}\n"
        "fetch: {allow_private_networks: true, per_host_delay: 0s}\nsources:\n";
    for (const std::string& name : sources) {
      config += "  - {id: " + name + ", feed: \"" + server.url("/" + name) + "\", every: 15m" +
                (name == "well" ? ", robots: ignore" : "") + "}\n";
    }
    program.write("claimtrail.yaml", config);
  }

  void let_pass(const std::string& seconds) const {
    const auto run = program.shell(
        "sqlite3 claimtrail.db 'update source_states set last_attempt = "
        "last_attempt - " +
        seconds + ", last_success = last_success - " + seconds + ", next_due = next_due - " +
        seconds + "'");
    ASSERT_EQ(run.status, 0) << run.err;
  }

  HttpServer server;
};

TEST_F(StatusTest, AMonitorLearnsOfEverySourceAndOfAll) {
  desk({"well", "broken", "gone"});
  (void)program.run({"refresh"});
  const auto run = program.run({"status", "--json"});
  EXPECT_EQ(run.status, 0);
  const auto lines = json_lines(run);
  const auto& status = lines.at(0);
  EXPECT_EQ(status["failing_sources"].GetInt(), 1);
  EXPECT_EQ(status["gone_sources"].GetInt(), 1);
  EXPECT_EQ(status["stale_sources"].GetInt(), 1);
  EXPECT_EQ(status["sources_ignoring_robots"].GetInt(), 1);
  EXPECT_FALSE(text_of(status, "last_success").empty());
  EXPECT_FALSE(text_of(status, "last_attempt").empty());
  const auto& well = status["sources"][0];
  EXPECT_EQ(text_of(well, "health"), "ok");
  EXPECT_EQ(text_of(well, "robots"), "ignore");
  EXPECT_FALSE(well["stale"].GetBool());
  EXPECT_FALSE(text_of(well, "next_due").empty());
  const auto& broken = status["sources"][1];
  EXPECT_EQ(text_of(broken, "health"), "failing");
  EXPECT_EQ(text_of(broken, "robots"), "obey");
  EXPECT_EQ(broken["failures"].GetInt(), 1);
  EXPECT_FALSE(text_of(broken, "failing_since").empty());
  EXPECT_NE(text_of(broken, "last_error").find("500"), std::string::npos);
  EXPECT_EQ(text_of(status["sources"][2], "health"), "gone");
  const std::string text = program.run({"status"}).out;
  EXPECT_NE(text.find("3: 1 failing, 1 stale, 1 gone"), std::string::npos) << text;
  EXPECT_NE(text.find("robots ignored"), std::string::npos) << text;
}

TEST_F(StatusTest, AMonitorMayAskForAnExitCode) {
  const auto fails_on = [&](const char* what) {
    return program.run({"status", "--fail-on", what}).status;
  };
  EXPECT_EQ(fails_on("stale"), 1) << "never fetched";
  EXPECT_EQ(fails_on("failing"), 0);
  ASSERT_EQ(program.run({"refresh"}).status, 0);
  EXPECT_EQ(fails_on("stale"), 0);
  let_pass("4000");
  EXPECT_EQ(fails_on("stale"), 0) << "a turn and an hour have not passed";
  let_pass("1500");
  EXPECT_EQ(fails_on("stale"), 1);
  EXPECT_EQ(program.run({"status", "--fail-on", "stale", "--grace", "1d"}).status, 0);
  EXPECT_EQ(program.run({"status"}).status, 0);
  desk({"well", "gone"});
  (void)program.run({"refresh"});
  EXPECT_EQ(fails_on("failing"), 1);
  EXPECT_EQ(program.run({"status", "--fail-on", "stale", "--fail-on", "failing"}).status, 1);
  EXPECT_EQ(fails_on("everything"), 2);
  EXPECT_EQ(program.run({"status", "--grace", "soon"}).status, 2);
}

TEST_F(StatusTest, DoctorLooksAtWhatASourceNeeds) {
  ASSERT_EQ(program.run({"refresh"}).status, 0);
  program.set("PATH", "/nowhere");
  std::string found = program.run({"doctor"}).out;
  EXPECT_NE(found.find("certificates"), std::string::npos) << found;
  EXPECT_NE(found.find("'crontab' is not installed"), std::string::npos) << found;
  const std::string unit = "xdg/config/systemd/user/claimtrail.service";
  program.write(unit, program.run({"cron", "print", "--as", "service"}).out);
  found = program.run({"doctor"}).out;
  EXPECT_NE(found.find(unit), std::string::npos) << found;
  EXPECT_EQ(found.find("nothing was fetched lately"), std::string::npos) << found;
  program.set("PATH", "/usr/bin:/bin");
  let_pass("90000");
  program.set("PATH", "/nowhere");
  found = program.run({"doctor"}).out;
  EXPECT_NE(found.find("nothing was fetched lately"), std::string::npos) << found;
}

TEST_F(StatusTest, OneSourceIsShownWithWhereItMoved) {
  for (const char* path : {"/old", "/older"}) {
    ServedReply moved;
    moved.status = 301;
    moved.headers = {{"Location", server.url("/well")}};
    server.on(path, moved);
  }
  desk({"old"});
  for (int i = 0; i < 3; ++i) ASSERT_EQ(program.run({"refresh"}).status, 0);
  const auto shown = json_lines(program.run({"sources", "show", "old", "--json"}));
  ASSERT_EQ(shown.at(0)["moves"].Size(), 1u);
  EXPECT_EQ(text_of(shown[0]["moves"][0], "to"), server.url("/well"));
  EXPECT_NE(program.run({"sources", "show", "old"}).out.find("to " + server.url("/well")),
            std::string::npos);
  EXPECT_FALSE(json_lines(program.run({"sources", "list", "--json"})).at(0).HasMember("moves"));
}

// changedetection.io PR#4350
TEST_F(StatusTest, AZoneThatDoesNotExistIsAMistakeInTheConfigNotACrash) {
  program.write("claimtrail.yaml",
                "sources:\n  - {id: a, feed: \"https://a.example/rss\", schedule: \"0 8 * * *\", "
                "timezone: Europe/Warsawa}\n");
  for (const char* verb : {"refresh", "status", "doctor"}) {
    const auto run = program.run({verb});
    EXPECT_EQ(run.status, 2) << verb;
    EXPECT_NE(run.err.find("claimtrail.yaml:2:"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("Warsawa"), std::string::npos) << run.err;
  }
}

}  // namespace
}  // namespace claimtrail
