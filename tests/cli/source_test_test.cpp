#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

ServedReply typed(const std::string& type, const std::string& body) {
  ServedReply reply;
  reply.headers = {{"Content-Type", type}};
  reply.body = body;
  return reply;
}

class SourceTestTest : public ProgramTest {
 protected:
  void SetUp() override {
    program.write("claimtrail.yaml", "fetch: {allow_private_networks: true, per_host_delay: 0s}\n");
  }

  [[nodiscard]] ProgramRun test(const std::string& path) const {
    return program.run({"sources", "test", server.url(path)});
  }
  [[nodiscard]] rapidjson::Document as_json(const std::string& path) const {
    auto lines = json_lines(program.run({"sources", "test", server.url(path), "--json"}));
    return lines.empty() ? rapidjson::Document(rapidjson::kObjectType) : std::move(lines.front());
  }

  HttpServer server;
};

TEST_F(SourceTestTest, AFeedIsShownStepByStep) {
  ServedReply moved;
  moved.status = 301;
  moved.headers = {{"Location", server.url("/world.rss")}};
  server.on("/old", moved);
  server.on_validated(
      "/world.rss",
      "<?xml version=\"1.0\"?><!-- news --><rss version=\"2.0\"><channel><title>"
      "Herald</title><item><title>Dam &amp; bridge</title><link>/dam</link>"
      "<pubDate>Sat, 26 Apr 2025 10:00:00 +0200</pubDate></item><item><title>Two"
      "</title><guid>urn:two</guid><pubDate>soonish</pubDate></item></channel></rss>",
      "\"v1\"", "");
  const auto run = test("/old");
  ASSERT_EQ(run.status, 0) << run.err;
  for (const std::string& part :
       {std::string("robots.txt answered 404, so nothing is forbidden"),
        "301 to " + server.url("/world.rss"), std::string("ETag \"v1\""),
        std::string("its first element is <rss>"), std::string("a feed of 2 reports"),
        std::string("2025-04-26T08:00:00Z"), std::string("Dam & bridge"),
        std::string("cannot be read: soonish"), std::string("its id urn:two")}) {
    EXPECT_NE(run.out.find(part), std::string::npos) << part << '\n' << run.out;
  }
  const auto json = as_json("/old");
  EXPECT_EQ(text_of(json, "recognised"), "feed");
  EXPECT_EQ(text_of(json, "answered_by"), server.url("/world.rss"));
  EXPECT_EQ(json["redirects"][0]["status"].GetInt(), 301);
  EXPECT_EQ(json["robots"]["status"].GetInt(), 404);
  EXPECT_EQ(text_of(json, "etag"), "\"v1\"");
  EXPECT_EQ(json["entries"].Size(), 2u);
  EXPECT_TRUE(program.run({"reports", "--json"}).lines().empty());
}

TEST_F(SourceTestTest, APageIsShownWithItsSignalsAndBlocks) {
  server.on("/dam", typed("text/html; charset=utf-8",
                          "<!doctype html><html><head><title>Dam holds | Herald</title><meta "
                          "property=\"article:published_time\" content=\"2025-04-26T10:00:00Z\">"
                          "</head><body><article><h1>Dam holds</h1><p>At least 120 people were "
                          "evacuated, Governor Ana Petrova said on Monday evening.</p><p>Police "
                          "claimed that more than 300 homes were flooded in the old town, and the "
                          "council ordered new checks of the wall.</p></article></body></html>"));
  const auto run = test("/dam");
  ASSERT_EQ(run.status, 0) << run.err;
  for (const char* part : {"a page that is a report", "2025-04-26T10:00:00Z, by ",
                           "utf-8, by the HTTP header", "headline", "At least 120 people"}) {
    EXPECT_NE(run.out.find(part), std::string::npos) << part << '\n' << run.out;
  }
  const auto json = as_json("/dam");
  EXPECT_EQ(text_of(json, "recognised"), "page");
  EXPECT_EQ(text_of(json["article"], "title"), "Dam holds");
}

TEST_F(SourceTestTest, WhatRobotsForbidIsNotAskedAndTheLineIsNamed) {
  server.on("/robots.txt", typed("text/plain", "User-agent: *\nDisallow: /private\n"));
  const auto run = test("/private/feed");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("robots.txt line 2: Disallow: /private"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("robots: ignore"), std::string::npos) << run.err;
  for (const ServedRequest& request : server.requests()) EXPECT_EQ(request.path, "/robots.txt");
  const auto asked =
      program.run({"sources", "test", server.url("/private/feed"), "--robots", "ignore"});
  EXPECT_NE(asked.err.find("404"), std::string::npos) << asked.err;
}

TEST_F(SourceTestTest, ARobotsFileThatFailsForbidsEverything) {
  ServedReply down;
  down.status = 503;
  server.on("/robots.txt", down);
  const auto run = test("/feed");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("robots.txt answered 503, so nothing is allowed"), std::string::npos)
      << run.err;
}

TEST_F(SourceTestTest, AWallAndAPdfAreToldWithTheReason) {
  server.on("/pdf", typed("application/pdf", "%PDF-1.4 \n%\xE2\xE3\xCF\xD3\n"));
  const auto pdf = test("/pdf");
  EXPECT_EQ(pdf.status, 1);
  EXPECT_NE(pdf.err.find("PDF"), std::string::npos) << pdf.err;
  ServedReply wall = typed("text/html", "<html><title>Just a moment...</title></html>");
  wall.status = 403;
  wall.headers.emplace_back("cf-mitigated", "challenge");
  server.on("/wall", wall);
  const auto walled = test("/wall");
  EXPECT_EQ(walled.status, 1);
  EXPECT_NE(walled.err.find("bot wall"), std::string::npos) << walled.err;
  EXPECT_NE(text_of(as_json("/wall"), "problem").find("bot wall"), std::string::npos);
}

TEST_F(SourceTestTest, AJsonFeedIsOneWhateverItIsSentAs) {
  server.on("/feed.json", typed("text/plain",
                                "{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1.1\","
                                "\"title\":\"Herald\",\"items\":[{\"id\":\"1\",\"url\":\"/dam\","
                                "\"title\":\"Dam & bridge\"}]}"));
  const auto run = test("/feed.json");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("it names the version of JSON Feed"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("Dam & bridge"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find(server.url("/dam")), std::string::npos) << run.out;
  EXPECT_EQ(text_of(as_json("/feed.json"), "recognised"), "feed");
}

TEST_F(SourceTestTest, OtherListsAreRecognised) {
  server.on("/map.xml", typed("application/xml",
                              "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/"
                              "schemas/sitemap/0.9\"><url><loc>https://a.example/</loc></url>"
                              "</urlset>"));
  server.on("/list.opml", typed("text/x-opml", "<opml version=\"2.0\"><body/></opml>"));
  const auto map = as_json("/map.xml");
  EXPECT_EQ(text_of(map, "recognised"), "sitemap");
  EXPECT_EQ(text_of(map["sitemap"]["reports"][0], "url"), "https://a.example/");
  EXPECT_NE(test("/map.xml").out.find("a sitemap of 1 report"), std::string::npos);
  EXPECT_EQ(text_of(as_json("/list.opml"), "recognised"), "opml");
}

TEST_F(SourceTestTest, ASourceMayBeNamedAndADirectoryListed) {
  server.on("/robots.txt", typed("text/plain", "User-agent: *\nDisallow: /\n"));
  server.on("/rss", typed("application/rss+xml",
                          "<rss version=\"2.0\"><channel><title>A</title><item><title>A</title>"
                          "<link>/a</link></item></channel></rss>"));
  program.write("claimtrail.yaml",
                "fetch: {allow_private_networks: true, per_host_delay: 0s}\n"
                "sources: [{id: herald, feed: \"" +
                    server.url("/rss") + "\", robots: ignore}]\n");
  const auto named = program.run({"sources", "test", "herald"});
  EXPECT_EQ(named.status, 0) << named.err;
  EXPECT_NE(named.out.find("robots is set to ignore"), std::string::npos) << named.out;
  program.write("clippings/dam.txt", dam_report());
  const auto directory = program.run({"sources", "test", "clippings"});
  EXPECT_EQ(directory.status, 0) << directory.err;
  EXPECT_NE(directory.out.find("dam.txt"), std::string::npos) << directory.out;
  EXPECT_EQ(program.run({"sources", "test", "nowhere"}).status, 1);
}

}  // namespace
}  // namespace claimtrail
