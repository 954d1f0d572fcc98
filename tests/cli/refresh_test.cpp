#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

/// A feed with one report on loopback.
class RefreshTest : public ProgramTest {
 protected:
  void SetUp() override {
    ServedReply feed;
    feed.headers = {{"Content-Type", "application/rss+xml"}};
    feed.body =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Herald</title><item>"
        "<title>Dam holds</title><link>" +
        server.url("/dam.html") + "</link></item></channel></rss>";
    server.on("/rss", feed);
    show("At least 120 people were evacuated on Monday");
    program.write("claimtrail.yaml",
                  "desk: {name: A}\n"
                  "fetch: {allow_private_networks: true, per_host_delay: 0s, timeout: 5s}\n"
                  "sources:\n"
                  "  - {id: herald, outlet: Herald, feed: \"" +
                      server.url("/rss") + "\"}\n");
  }

  void show(const std::string& first_sentence) {
    std::string body =
        "<!doctype html><html><head><title>Dam holds</title></head><body><article>"
        "<h1>Dam holds</h1>";
    for (const std::string& sentence :
         {first_sentence + ", Governor Ana Petrova said in a statement to the press.",
          std::string(
              "The river rose again after many days of heavy rain in the mountains, and the "
              "council ordered new checks of the wall."),
          std::string("Police claimed that more than 300 homes were flooded in the old town.")}) {
      body += "<p>" + sentence + "</p>";
    }
    ServedReply page;
    page.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    page.body = body + "</article></body></html>";
    server.on("/dam.html", page);
  }

  HttpServer server;
};

TEST_F(RefreshTest, FetchesStoresAndIsSilentOnSuccess) {
  const auto run = program.run({"refresh"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1u);
  EXPECT_GE(json_lines(program.run({"claims", "--json"})).size(), 2u);
  EXPECT_EQ(text_of(json_lines(program.run({"sources", "list", "--json"})).at(0), "health"), "ok");
}

TEST_F(RefreshTest, AChangedReportGetsARevision) {
  ASSERT_EQ(program.run({"refresh"}).status, 0);
  show("At least 150 people were evacuated on Monday");
  const auto run = program.run({"-v", "refresh"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("changed Herald"), std::string::npos) << run.err;
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).at(0)["revisions"].GetInt(), 2);
}

TEST_F(RefreshTest, AFailingSourceIsOneLineAndTheOthersGoOn) {
  program.write("sources.d/gone.yaml",
                "sources: [{id: gone, feed: \"" + server.url("/missing") + "\"}]\n");
  const auto run = program.run({"refresh"});
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.err.rfind("gone: error: ", 0), 0u) << run.err;
  EXPECT_NE(run.err.find("404"), std::string::npos) << run.err;
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1u);
  const auto doctor = program.run({"doctor"});
  EXPECT_EQ(doctor.status, 1);
  EXPECT_NE(doctor.out.find("source gone"), std::string::npos) << doctor.out;
}

TEST_F(RefreshTest, DueFetchesOnlyWhatIsDue) {
  ASSERT_EQ(program.run({"refresh", "--due"}).status, 0);
  const auto before = server.requests().size();
  EXPECT_GE(before, 2u);
  ASSERT_EQ(program.run({"refresh", "--due"}).status, 0);
  EXPECT_EQ(server.requests().size(), before);
}

TEST_F(RefreshTest, DryRunFetchesNothing) {
  const auto run = program.run({"refresh", "--dry-run", "--json"});
  EXPECT_EQ(run.status, 0) << run.err;
  const auto plan = json_lines(run);
  ASSERT_EQ(plan.size(), 1u);
  EXPECT_EQ(text_of(plan[0], "source"), "herald");
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(RefreshTest, OnlyTheSourcesNamedAndUnknownOnesAreTold) {
  const auto run = program.run({"refresh", "--source", "herold"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("did you mean 'herald'?"), std::string::npos) << run.err;
  EXPECT_EQ(program.run({"refresh", "--source", "herald"}).status, 0);
}

TEST_F(RefreshTest, ASecondRefreshEndsBusy) {
  ASSERT_EQ(program.run({"status"}).status, 0);
  const std::string path = (program.directory() / "claimtrail.db.lock").string();
  const int lock = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_GE(lock, 0);
  ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);
  const auto run = program.run({"refresh"});
  EXPECT_EQ(run.status, 75);
  EXPECT_NE(run.err.find("lock"), std::string::npos) << run.err;
  const auto by_cron = program.run({"refresh", "--due"});
  EXPECT_EQ(by_cron.status, 75);
  EXPECT_EQ(by_cron.err, "") << "cron would mail it";
  EXPECT_EQ(program.run({"claims"}).status, 0);
  close(lock);
  EXPECT_EQ(program.run({"refresh"}).status, 0);
}

TEST_F(RefreshTest, TellsTheWatchdogOfStartAndEnd) {
  server.on("/ping/start", ServedReply{});
  server.on("/ping", ServedReply{});
  ASSERT_EQ(program.run({"refresh", "--ping-url", server.url("/ping")}).status, 0);
  std::vector<std::string> pings;
  for (const ServedRequest& request : server.requests()) {
    if (request.path.rfind("/ping", 0) == 0) pings.push_back(request.path);
  }
  EXPECT_EQ(pings, (std::vector<std::string>{"/ping/start", "/ping"}));
}

TEST_F(RefreshTest, WrongLengthsOfTimeAreWrongUsage) {
  EXPECT_EQ(program.run({"refresh", "--max-time", "soon"}).status, 2);
  EXPECT_EQ(program.run({"refresh", "--jitter", "5"}).status, 2);
}

TEST_F(RefreshTest, AddTakesAnAddress) {
  const auto run = program.run({"add", server.url("/dam.html"), "--outlet", "Herald"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto reports = json_lines(program.run({"reports", "--json"}));
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(text_of(reports[0], "url"), server.url("/dam.html"));
  EXPECT_EQ(program.run({"add", server.url("/missing")}).status, 3);
}

TEST_F(RefreshTest, RobotsIsObeyedUnlessTheSourceSaysOtherwise) {
  ServedReply robots;
  robots.body = "User-agent: *\nDisallow: /rss\n";
  server.on("/robots.txt", robots);
  const auto run = program.run({"refresh"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("robots.txt line 2: Disallow: /rss"), std::string::npos) << run.err;
  EXPECT_EQ(server.requests().size(), 1u) << "robots.txt and nothing else";
  program.write("claimtrail.yaml",
                "fetch: {allow_private_networks: true, per_host_delay: 0s}\n"
                "sources: [{id: herald, feed: \"" +
                    server.url("/rss") + "\", robots: ignore}]\n");
  EXPECT_EQ(program.run({"refresh"}).status, 0);
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1u);
}

TEST_F(RefreshTest, APauseOutlivesTheProcess) {
  ServedReply busy;
  busy.status = 429;
  busy.headers = {{"Retry-After", "3600"}};
  server.on("/rss", busy);
  EXPECT_EQ(program.run({"refresh"}).status, 3);
  const auto before = server.requests().size();
  const auto again = program.run({"refresh"});
  EXPECT_EQ(server.requests().size(), before);
  EXPECT_NE(again.err.find("asked for a pause until"), std::string::npos) << again.err;
  EXPECT_EQ(program.run({"refresh", "--due"}).status, 0) << "not due before its end";
}

TEST_F(RefreshTest, ASitemapIsASource) {
  ServedReply map;
  map.body = "<urlset><url><loc>" + server.url("/dam.html") + "</loc></url></urlset>";
  server.on("/sitemap.xml", map);
  program.write("claimtrail.yaml",
                "fetch: {allow_private_networks: true, per_host_delay: 0s}\n"
                "sources: [{id: map, sitemap: \"" +
                    server.url("/sitemap.xml") + "\", every: 1h}]\n");
  const auto run = program.run({"refresh"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1u);
}

TEST_F(RefreshTest, APasswordInAnAddressIsNeverPrinted) {
  const std::string port = std::to_string(server.port());
  program.write("claimtrail.yaml",
                "fetch: {allow_private_networks: true, per_host_delay: 0s, timeout: 2s}\n"
                "sources:\n"
                "  - {id: a, feed: \"http://kim:s3cret@127.0.0.1:" +
                    port +
                    "/rss\"}\n"
                    "  - {id: b, feed: \"http://kim:s3cret@127.0.0.1:" +
                    port +
                    "/missing\"}\n"
                    "  - {id: c, feed: \"http://kim:s3cret@127.0.0.1:1/\"}\n"
                    "  - {id: d, page: \"http://kim:s3cret@127.0.0.1:" +
                    port + "/dam.html\"}\n");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"-v", "refresh"}, {"refresh", "--json"}, {"reports", "--json"}}) {
    const auto run = program.run(words);
    EXPECT_EQ((run.out + run.err).find("s3cret"), std::string::npos)
        << words[0] << ": " << run.out << run.err;
  }
  const auto stored = program.shell("grep -c s3cret claimtrail.db claimtrail.db-wal 2>/dev/null");
  EXPECT_EQ(stored.out.find(":1"), std::string::npos) << stored.out;
}

}  // namespace
}  // namespace claimtrail
