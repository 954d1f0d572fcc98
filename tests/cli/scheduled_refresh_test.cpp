#include <algorithm>
#include <csignal>
#include <thread>

#include "cli/commands/told_problems.h"
#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

/// Two feeds on loopback, fetched as cron and systemd would.
class ScheduledRefreshTest : public ProgramTest {
 protected:
  void SetUp() override {
    server.on("/first", feed("first"));
    server.on("/second", feed("second"));
    server.on("/page", page());
    program.write("claimtrail.yaml", config("sources:\n" + source("first") + source("second")));
  }

  ServedReply feed(const std::string& name) const {
    ServedReply reply;
    reply.headers = {{"Content-Type", "application/rss+xml"}};
    reply.body = "<rss version=\"2.0\"><channel><title>" + name + "</title><item><title>" + name +
                 "</title><link>" + server.url("/page?" + name) + "</link></item></channel></rss>";
    return reply;
  }

  static ServedReply page() {
    ServedReply reply;
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = "<!doctype html><html><head><title>Dam holds</title></head><body><article>";
    for (const char* sentence :
         {"At least 120 people were evacuated, Governor Ana Petrova said on Monday evening.",
          "The river rose again after many days of heavy rain in the mountains, she said, and the "
          "council ordered new checks of the wall.",
          "Police claimed that more than 300 homes were flooded in the old town."}) {
      reply.body += std::string("<p>") + sentence + "</p>";
    }
    reply.body += "</article></body></html>";
    return reply;
  }

  [[nodiscard]] static std::string config(const std::string& rest) {
    return "desk: {name: A}\n"
           "fetch: {allow_private_networks: true, per_host_delay: 0s, timeout: 20s}\n" +
           rest;
  }

  [[nodiscard]] std::string source(const std::string& name) const {
    return "  - {id: " + name + ", feed: \"" + server.url("/" + name) + "\", every: 1h}\n";
  }

  [[nodiscard]] std::vector<std::string> asked(const std::string& prefix) const {
    std::vector<std::string> paths;
    for (const ServedRequest& request : server.requests()) {
      if (request.path.rfind(prefix, 0) == 0) paths.push_back(request.path);
    }
    return paths;
  }

  // What an hour's wait and an end of the back-off would do.
  void let_an_hour_pass() const {
    const auto run = program.shell(
        "sqlite3 claimtrail.db 'update source_states set last_attempt = last_attempt - 86400, "
        "next_due = null, blocked_until = null'");
    ASSERT_EQ(run.status, 0) << run.err;
  }

  HttpServer server;
};

TEST_F(ScheduledRefreshTest, CutShortByItsLimitTheNextRunDoesTheRest) {
  ServedReply never = feed("second");
  never.manner = ServedReply::Manner::silent;
  server.on("/second", never);
  const auto start = std::chrono::steady_clock::now();
  const auto cut = program.run({"refresh", "--due", "--max-time", "1s"});
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(15));
  EXPECT_EQ(cut.status, 0);
  EXPECT_EQ(cut.out + cut.err, "");
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1u);
  server.on("/second", feed("second"));
  const auto plan = json_lines(program.run({"refresh", "--due", "--dry-run", "--json"}));
  ASSERT_EQ(plan.size(), 1u);
  EXPECT_EQ(text_of(plan[0], "source"), "second");
  ASSERT_EQ(program.run({"refresh", "--due", "--max-time", "10s"}).status, 0);
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 2u);
  EXPECT_EQ(asked("/first").size(), 1u);
}

TEST_F(ScheduledRefreshTest, JitterWaitsFirstAndCanBeInterrupted) {
  EXPECT_EQ(program.run_until_signal({"refresh", "--due", "--jitter", "30d"}, SIGINT).status, 130);
  EXPECT_TRUE(server.requests().empty());
  EXPECT_EQ(program.run({"refresh", "--due", "--jitter", "50ms"}).status, 0);
  EXPECT_EQ(asked("/first").size(), 1u);
}

TEST_F(ScheduledRefreshTest, WhatGoesOnFailingIsToldFirstAndThenOnceADay) {
  program.write("claimtrail.yaml", config("sources:\n" + source("missing") + source("second")));
  const auto first = program.run({"refresh", "--due"});
  EXPECT_EQ(first.status, 3);
  EXPECT_EQ(first.err.rfind("missing: error: ", 0), 0u) << first.err;
  let_an_hour_pass();
  const auto again = program.run({"refresh", "--due"});
  EXPECT_EQ(again.status, 3);
  EXPECT_EQ(again.out + again.err, "");
  EXPECT_EQ(asked("/missing").size(), 2u);

  // A person who asks is told each time, and so is whoever wants to know everything.
  EXPECT_NE(program.run({"refresh"}).err.find("missing: error"), std::string::npos);
  let_an_hour_pass();
  EXPECT_NE(program.run({"-v", "refresh", "--due"}).err.find("missing: error"), std::string::npos);

  std::string told = program.read("claimtrail.db.told");
  program.write("claimtrail.db.told", "2020-01-01T00:00:00Z" + told.substr(told.find(' ')));
  let_an_hour_pass();
  EXPECT_EQ(program.run({"refresh", "--due"}).err.rfind("missing: error: ", 0), 0u);

  // Once it is well again, the next failure is news.
  server.on("/missing", feed("missing"));
  let_an_hour_pass();
  const auto well = program.run({"refresh", "--due"});
  EXPECT_EQ(well.status, 0) << well.err;
  EXPECT_FALSE(std::filesystem::exists(program.directory() / "claimtrail.db.told"));
  ServedReply down;
  down.status = 500;
  server.on("/missing", down);
  let_an_hour_pass();
  EXPECT_EQ(program.run({"refresh", "--due"}).err.rfind("missing: error: ", 0), 0u);
}

TEST_F(ScheduledRefreshTest, AReportThatCannotBeReadIsToldOnceADayToo) {
  server.on("/page", [](const ServedRequest&) {
    ServedReply missing;
    missing.status = 404;
    return missing;
  });
  program.write("claimtrail.yaml", config("sources:\n" + source("first")));
  const auto first = program.run({"refresh", "--due"});
  EXPECT_EQ(first.status, 3);
  EXPECT_EQ(first.err.rfind("first: error: 1 report could not be read", 0), 0u) << first.err;
  let_an_hour_pass();
  const auto again = program.run({"refresh", "--due"});
  EXPECT_EQ(again.out + again.err, "");
  EXPECT_EQ(asked("/first").size(), 2u);
}

TEST_F(ScheduledRefreshTest, AnOutageOfEverythingIsOneLine) {
  const std::string nowhere = "http://127.0.0.1:" + std::to_string(unused_port()) + "/";
  const std::string elsewhere = "http://localhost:" + std::to_string(unused_port()) + "/";
  program.write("claimtrail.yaml", config("sources:\n  - {id: a, feed: \"" + nowhere + "a\"}\n" +
                                          "  - {id: b, feed: \"" + elsewhere + "b\"}\n"));
  const auto run = program.run({"refresh", "--due"});
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
  EXPECT_EQ(run.err.rfind("a, b: error: no network", 0), 0u) << run.err;
}

TEST_F(ScheduledRefreshTest, TheWatchdogHearsOfFailureToo) {
  for (const char* path : {"/ping/start", "/ping/fail", "/ping"}) server.on(path, ServedReply{});
  program.write("claimtrail.yaml", config("sources:\n" + source("missing") + source("second")));
  EXPECT_EQ(program.run({"refresh", "--ping-url", server.url("/ping/?id=7")}).status, 3);
  EXPECT_EQ(asked("/ping"), (std::vector<std::string>{"/ping/start?id=7", "/ping/fail?id=7"}));
}

TEST_F(ScheduledRefreshTest, TheWatchdogHearsOfARunThatWasInterrupted) {
  for (const char* path : {"/ping/start", "/ping/fail", "/ping"}) server.on(path, ServedReply{});
  ServedReply never = feed("second");
  never.manner = ServedReply::Manner::silent;
  server.on("/second", never);
  // In the foreground timeout sends one signal; else its whole group gets a second one, which means
  // "at once".
  const auto run = program.shell(
      "timeout --foreground --preserve-status -s TERM 1.5 \"$CLAIMTRAIL\" refresh --ping-url " +
      server.url("/ping"));
  EXPECT_EQ(run.status, 143) << run.err;
  EXPECT_EQ(asked("/ping"), (std::vector<std::string>{"/ping/start", "/ping/fail"}));
}

TEST_F(ScheduledRefreshTest, AWatchdogMayLiveAtHomeAndMayBeAway) {
  server.on("/ping/start", ServedReply{});
  server.on("/ping", ServedReply{});
  program.write("claimtrail.yaml", "desk: {name: A}\n");
  const auto home = program.run({"refresh", "--due", "--ping-url", server.url("/ping")});
  EXPECT_EQ(home.status, 0);
  EXPECT_EQ(home.err, "");
  EXPECT_EQ(asked("/ping").size(), 2u);
  const auto away = program.run({"refresh", "--due", "--ping-url", server.url("/nobody")});
  EXPECT_EQ(away.status, 0);
  EXPECT_NE(away.err.find("warning: the watchdog answered 404"), std::string::npos) << away.err;
}

/// With a person looking on: script(1) gives the program a terminal of so many columns.
class ProgressTest : public ScheduledRefreshTest {
 protected:
  void SetUp() override {
    ScheduledRefreshTest::SetUp();
    for (const char* name : {"first", "second"}) {
      ServedReply slow = feed(name);
      slow.delay = std::chrono::milliseconds(250);
      server.on(std::string("/") + name, slow);
    }
    ServedReply slow = page();
    slow.delay = std::chrono::milliseconds(250);
    server.on("/page", slow);
    program.set("TERM", "xterm");
  }

  [[nodiscard]] std::string on_terminal(const std::string& arguments, int columns) const {
    return program
        .shell("script -qec \"stty cols " + std::to_string(columns) + "; $CLAIMTRAIL " + arguments +
               "\" /dev/null < /dev/null")
        .out;
  }

  /// What was drawn, one picture an element.
  static std::vector<std::string> drawn(const std::string& out) {
    std::vector<std::string> pictures;
    for (std::size_t at = out.find('\r'); at != std::string::npos; at = out.find('\r', at + 1)) {
      const std::size_t end = out.find("\x1b[K", at);
      if (end != std::string::npos && out.find('\n', at) > end) {
        pictures.push_back(out.substr(at + 1, end - at - 1));
      }
    }
    return pictures;
  }
};

TEST_F(ProgressTest, ABarIsDrawnAndWipedAgain) {
  const std::string out = on_terminal("refresh", 90);
  const auto pictures = drawn(out);
  ASSERT_GE(pictures.size(), 3u) << out;
  EXPECT_NE(pictures.front().find("0/2 sources"), std::string::npos) << pictures.front();
  EXPECT_EQ(pictures.back(), "") << out;
  EXPECT_NE(out.find("/2 sources  1 report"), std::string::npos) << out;
  // The notes of what came follow on the empty line.
  EXPECT_NE(out.find("\r\x1b[Kfirst: 1 report listed"), std::string::npos) << out;
}

TEST_F(ProgressTest, ANarrowTerminalIsNeverOverrun) {
  for (const int columns : {1, 12, 40}) {
    for (const std::string& picture : drawn(on_terminal("refresh", columns))) {
      EXPECT_LT(picture.size(), static_cast<std::size_t>(columns)) << picture;
    }
  }
}

TEST_F(ProgressTest, AResizedTerminalIsDrawnToFit) {
  // The page comes once the terminal has become narrow.
  const auto narrow = program.directory() / "narrow";
  server.on("/page", [&](const ServedRequest&) {
    program.write("asked", "");
    for (int i = 0; i < 500 && !std::filesystem::exists(narrow); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ServedReply slow = page();
    slow.delay = std::chrono::milliseconds(250);
    return slow;
  });
  program.write("resize",
                "stty cols 90\n"
                "(while [ ! -e asked ]; do sleep 0.02; done\n"
                " stty cols 30 < /dev/tty; touch narrow) &\n"
                "\"$CLAIMTRAIL\" refresh\n");
  auto pictures = drawn(program.shell("script -qec 'bash resize' /dev/null < /dev/null").out);
  pictures.erase(std::remove(pictures.begin(), pictures.end(), ""), pictures.end());
  ASSERT_GE(pictures.size(), 2u);
  EXPECT_GT(pictures.front().size(), 30u);
  EXPECT_LT(pictures.back().size(), 30u) << pictures.back();
}

TEST_F(ProgressTest, NobodyLooksOnNobodyIsShown) {
  ScheduledRefreshTest::SetUp();
  for (const char* arguments : {"-q refresh", "--json refresh", "refresh 2>/dev/null"}) {
    EXPECT_EQ(on_terminal(arguments, 80).find("\x1b[K"), std::string::npos) << arguments;
  }
  program.set("TERM", "dumb");
  EXPECT_EQ(on_terminal("refresh", 80).find("\x1b[K"), std::string::npos);
  EXPECT_EQ(program.run({"refresh"}).err, "");
}

TEST(ToldProblems, ADayIsADayWhateverTheFile) {
  const Program place{CLAIMTRAIL_PROGRAM};
  const std::string database = (place.directory() / "d.db").string();
  const Timestamp noon = parse_timestamp("2025-11-29T12:00:00Z").value();
  {
    ToldProblems told(database);
    EXPECT_TRUE(told.is_news("source a b", noon));
    EXPECT_FALSE(told.is_news("source a b", noon));
    told.save();
  }
  ToldProblems told(database);
  EXPECT_FALSE(told.is_news("source a b", noon + std::chrono::hours(23)));
  EXPECT_TRUE(told.is_news("source a b", noon + std::chrono::hours(24) - std::chrono::minutes(1)));
  EXPECT_TRUE(told.is_news("source c", noon));
  told.over("source c");
  EXPECT_TRUE(told.is_news("source c", noon));
  // A clock that ran ahead silences nothing for ever.
  EXPECT_TRUE(told.is_news("source a b", noon - std::chrono::hours(100)));
  place.write("d.db.told", "nonsense\n\n2025-11-29T12:00:00Z\n");
  EXPECT_TRUE(ToldProblems(database).is_news("source a b", noon));
}

}  // namespace
}  // namespace claimtrail
