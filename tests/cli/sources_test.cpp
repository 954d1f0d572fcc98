#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

using SourcesTest = ProgramTest;

TEST_F(SourcesTest, AddWritesBesideTheConfigAndNeverIntoIt) {
  const std::string config = "# mine\ndesk: {name: A}\n";
  program.write("claimtrail.yaml", config);
  const auto run = program.run({"sources", "add", "https://www.herald.example/world/news.rss",
                                "--outlet", "The \"Herald\"", "--schedule", "*/15 * * * *"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(program.read("claimtrail.yaml"), config);
  const auto sources = json_lines(program.run({"sources", "list", "--json"}));
  ASSERT_EQ(sources.size(), 1u);
  EXPECT_EQ(text_of(sources[0], "id"), "herald-example-world-news");
  EXPECT_EQ(text_of(sources[0], "outlet"), "The \"Herald\"");
  EXPECT_EQ(text_of(sources[0], "schedule"), "*/15 * * * *");
  EXPECT_EQ(text_of(sources[0], "kind"), "feed");
  EXPECT_EQ(text_of(sources[0], "health"), "never fetched");
}

TEST_F(SourcesTest, DisableEnableAndRemoveWorkOnWhatWasAdded) {
  program.write("claimtrail.yaml", "desk: {name: A}\n");
  ASSERT_EQ(program.run({"sources", "add", "https://a.example/rss", "--id", "a"}).status, 0);
  const auto state = [&] {
    return text_of(json_lines(program.run({"sources", "show", "a", "--json"})).at(0), "health");
  };
  ASSERT_EQ(program.run({"sources", "disable", "a"}).status, 0);
  EXPECT_EQ(state(), "disabled");
  ASSERT_EQ(program.run({"sources", "enable", "a"}).status, 0);
  EXPECT_EQ(state(), "never fetched");
  ASSERT_EQ(program.run({"sources", "remove", "a"}).status, 0);
  EXPECT_TRUE(program.run({"sources", "list", "--json"}).lines().empty());
  const auto again = program.run({"sources", "remove", "a"});
  EXPECT_EQ(again.status, 2);
}

TEST_F(SourcesTest, WhatAPersonWroteIsLeftToThem) {
  program.write("claimtrail.yaml", "sources: [{id: a, feed: \"https://a.example/rss\"}]\n");
  for (const char* verb : {"remove", "disable", "enable"}) {
    const auto run = program.run({"sources", verb, "a"});
    EXPECT_EQ(run.status, 2) << verb;
    EXPECT_NE(run.err.find("which is yours"), std::string::npos) << run.err;
  }
}

TEST_F(SourcesTest, NothingThatIsWrongIsWritten) {
  program.write("claimtrail.yaml", "sources: [{id: a, feed: \"https://a.example/rss\"}]\n");
  EXPECT_EQ(
      program.run({"sources", "add", "https://b.example/rss", "--schedule", "61 * * * *"}).status,
      2);
  EXPECT_EQ(program.run({"sources", "add", "https://b.example/rss", "--id", "a"}).status, 2);
  EXPECT_EQ(program.run({"sources", "add", "https://a.example/rss"}).status, 2);
  EXPECT_EQ(program
                .run({"sources", "add", "https://b.example/rss", "--every", "1h", "--schedule",
                      "0 * * * *"})
                .status,
            2);
  EXPECT_EQ(program.run({"sources", "add", "https://b.example/", "--kind", "directory"}).status, 2);
  EXPECT_EQ(program.run({"sources", "add", "./clippings", "--kind", "feed"}).status, 2);
  EXPECT_EQ(json_lines(program.run({"sources", "list", "--json"})).size(), 1u);
}

TEST_F(SourcesTest, WorksWithoutAConfig) {
  std::filesystem::create_directories(program.directory() / "clippings");
  ASSERT_EQ(program.run({"sources", "add", "clippings", "--every", "1h"}).status, 0);
  const auto sources = json_lines(program.run({"sources", "list", "--json"}));
  ASSERT_EQ(sources.size(), 1u);
  EXPECT_EQ(text_of(sources[0], "kind"), "directory");
  EXPECT_EQ(text_of(sources[0], "location"), (program.directory() / "clippings").string());
  EXPECT_EQ(program.run({"sources", "add", "./clippings", "--id", "again"}).status, 2);
}

TEST_F(SourcesTest, TestReadsAFeedAndAPageAndStoresNothing) {
  HttpServer server;
  ServedReply feed;
  feed.headers = {{"Content-Type", "application/rss+xml"}};
  feed.body =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Herald</title><item>"
      "<title>Dam</title><link>/dam</link></item></channel></rss>";
  server.on("/rss", feed);
  program.write("claimtrail.yaml", "fetch: {allow_private_networks: true, per_host_delay: 0s}\n");
  const auto run = program.run({"sources", "test", server.url("/rss"), "--json"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(text_of(json_lines(run).at(0)["feed"], "title"), "Herald");
  const auto missing = program.run({"sources", "test", server.url("/nothing")});
  EXPECT_EQ(missing.status, 1);
  EXPECT_NE(missing.err.find("404"), std::string::npos) << missing.err;
  EXPECT_TRUE(program.run({"reports", "--json"}).lines().empty());
}

TEST_F(SourcesTest, APrivateAddressIsRefusedUnlessAllowed) {
  HttpServer server;
  const auto run = program.run({"sources", "test", server.url("/rss")});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("error"), std::string::npos);
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(SourcesTest, RobotsSaysAllowedOrNotAndWhichLine) {
  program.write("robots.txt", "User-agent: *\nDisallow: /private\n\nUser-agent: A\nDisallow: /\n");
  const auto no = program.run({"sources", "robots", "robots.txt", "https://a.example/private/1"});
  EXPECT_EQ(no.status, 1);
  EXPECT_EQ(no.out, "not allowed: robots.txt line 2: Disallow: /private\n");
  const auto yes = program.run({"sources", "robots", "robots.txt", "https://a.example/news"});
  EXPECT_EQ(yes.status, 0);
  const auto other =
      program.run({"sources", "robots", "robots.txt", "--agent", "A", "/news", "--json"});
  EXPECT_EQ(other.status, 1);
  const auto line = json_lines(other);
  ASSERT_EQ(line.size(), 1u);
  EXPECT_FALSE(line[0]["allowed"].GetBool());
  EXPECT_EQ(line[0]["line"].GetInt(), 5);
  EXPECT_EQ(text_of(line[0], "group"), "A");
  EXPECT_EQ(program.run({"sources", "robots", "absent.txt", "/news"}).status, 2);
  EXPECT_EQ(program.run({"sources", "robots", "robots.txt", "ftp://a.example/"}).status, 2);
}

}  // namespace
}  // namespace claimtrail
