#include <algorithm>

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

ServedReply feed(const std::string& title) {
  return typed("application/rss+xml", "<rss version=\"2.0\"><channel><title>" + title +
                                          "</title><item><title>A</title><link>/a</link></item>"
                                          "</channel></rss>");
}

ServedReply page(const std::string& head, const std::string& body = {}) {
  return typed("text/html; charset=utf-8", "<!doctype html><html><head><title>News</title>" + head +
                                               "</head><body>" + body + "</body></html>");
}

ServedReply redirect(int status, const std::string& to) {
  ServedReply reply;
  reply.status = status;
  reply.headers = {{"Location", to}};
  return reply;
}

class SourceAddTest : public ProgramTest {
 protected:
  void SetUp() override {
    program.write("claimtrail.yaml", "fetch: {allow_private_networks: true, per_host_delay: 0s}\n");
  }

  [[nodiscard]] ProgramRun add(const std::string& path,
                               const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"sources", "add", server.url(path)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return program.run(arguments);
  }

  /// "kind location" of what is followed now.
  [[nodiscard]] std::vector<std::string> followed() const {
    std::vector<std::string> found;
    for (const auto& source : json_lines(program.run({"sources", "list", "--json"}))) {
      found.push_back(text_of(source, "kind") + " " + text_of(source, "location"));
    }
    return found;
  }

  HttpServer server;
};

TEST_F(SourceAddTest, APageLeadsToItsFeedAndTheChoiceIsTold) {
  server.on("/news/",
            page("<link rel=\"Alternate\" type=\"application/rss+xml\" title=\"Comments\" "
                 "href=\"/comments.rss\"><link rel=alternate type=application/rss+xml "
                 "title=\"Broken\" href=\"broken.rss\"><link rel=\"alternate home\" "
                 "type=\"application/atom+xml; charset=utf-8\" href=\"world.atom\">"
                 "<link rel=stylesheet type=text/css href=x.css>",
                 "<a href=\"/feedback\">Write to us</a>"));
  server.on("/comments.rss", feed("Comments"));
  server.on("/broken.rss", page(""));
  server.on("/news/world.atom", feed("Herald: World"));
  const auto run = add("/news/");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(followed(), std::vector<std::string>{"feed " + server.url("/news/world.atom")});
  EXPECT_NE(run.out.find("world.atom (Herald: World)"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("not chosen  " + server.url("/comments.rss") + " (Comments)"),
            std::string::npos)
      << run.out;
  EXPECT_EQ(run.out.find("feedback"), std::string::npos) << run.out;
}

TEST_F(SourceAddTest, AJsonFeedIsFoundToo) {
  server.on("/", page("<link rel=alternate type=application/feed+json href=feed.json>"));
  server.on("/feed.json", typed("application/feed+json",
                                "{\"version\":\"https://jsonfeed.org/version/1\","
                                "\"title\":\"Herald\",\"items\":[]}"));
  ASSERT_EQ(add("/").status, 0);
  EXPECT_EQ(followed(), std::vector<std::string>{"feed " + server.url("/feed.json")});
}

// liferea#87: <base>; liferea#1034: a type written with a character reference.
TEST_F(SourceAddTest, TheBaseOfThePageCounts) {
  server.on("/here/page", page("<base href=\"/there/\"><link rel=alternate "
                               "type=\"application/rss&#43;xml\" href=\"rss\">"));
  server.on("/there/rss", feed("There"));
  const auto run = add("/here/page", {"--json", "--id", "there"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto lines = json_lines(run);
  EXPECT_EQ(text_of(lines.at(0), "location"), server.url("/there/rss"));
  EXPECT_EQ(text_of(lines[0], "title"), "There");
  EXPECT_EQ(text_of(lines[0], "id"), "there");
  EXPECT_TRUE(std::filesystem::exists(text_of(lines[0], "file")));
}

TEST_F(SourceAddTest, AFeedOrSitemapIsFollowedItself) {
  server.on("/rss", feed("A"));
  ASSERT_EQ(add("/rss").status, 0);
  EXPECT_EQ(followed(), std::vector<std::string>{"feed " + server.url("/rss")});
  EXPECT_EQ(add("/rss").status, 2);
  server.on("/map.xml.gz",
            typed("application/gzip",
                  gzip("<?xml version=\"1.0\"?><urlset><url><loc>https://a.example/</loc></url>"
                       "</urlset>")));
  ASSERT_EQ(add("/map.xml.gz").status, 0);
  EXPECT_EQ(followed().back(), "feed " + server.url("/rss"));
  EXPECT_EQ(followed().front(), "sitemap " + server.url("/map.xml.gz"));
}

TEST_F(SourceAddTest, APermanentMoveIsFollowedATemporaryOneIsNot) {
  server.on("/rss", feed("A"));
  server.on("/moved", redirect(301, server.url("/rss")));
  const auto moved = add("/moved");
  ASSERT_EQ(moved.status, 0) << moved.err;
  EXPECT_NE(moved.out.find("moved there for good"), std::string::npos) << moved.out;
  server.on("/elsewhere", redirect(302, server.url("/rss")));
  ASSERT_EQ(add("/elsewhere").status, 0);
  EXPECT_EQ(followed(), (std::vector<std::string>{"feed " + server.url("/elsewhere"),
                                                  "feed " + server.url("/rss")}));
}

TEST_F(SourceAddTest, LinksAndUsualPlacesAreTriedToo) {
  server.on("/linked", page("", "<p>Follow us: <a href=\"/out/news.rss\">RSS</a></p>"));
  server.on("/out/news.rss", feed("Linked"));
  server.on("/bare", page("", "<p>Nothing here</p>"));
  server.on("/feed.xml", feed("Usual"));
  EXPECT_EQ(add("/linked").status, 0);
  EXPECT_EQ(add("/bare").status, 0);
  auto found = followed();
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, (std::vector<std::string>{"feed " + server.url("/feed.xml"),
                                             "feed " + server.url("/out/news.rss")}));
}

TEST_F(SourceAddTest, WhatLeadsNowhereIsRefusedWithAdviceAndNothingIsWritten) {
  server.on("/bare", page("", "<p>Nothing here</p>"));
  const auto bare = add("/bare");
  EXPECT_EQ(bare.status, 2);
  EXPECT_NE(bare.err.find("leads to no feed"), std::string::npos) << bare.err;
  EXPECT_NE(bare.err.find("--kind page"), std::string::npos) << bare.err;
  const auto missing = add("/missing");
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("404"), std::string::npos) << missing.err;
  server.on("/list", typed("text/x-opml", "<opml version=\"2.0\"><body/></opml>"));
  EXPECT_NE(add("/list").err.find("sources import"), std::string::npos);
  server.on("/robots.txt", typed("text/plain", "User-agent: *\nDisallow: /\n"));
  server.on("/rss", feed("A"));
  EXPECT_NE(add("/rss").err.find("robots.txt line 2"), std::string::npos);
  EXPECT_TRUE(followed().empty());
  EXPECT_EQ(add("/rss", {"--robots", "ignore"}).status, 0);
  const auto lines = json_lines(program.run({"sources", "list", "--json"}));
  EXPECT_EQ(text_of(lines.at(0), "robots"), "ignore");
}

TEST_F(SourceAddTest, AKindIsTakenAtItsWordAndNobodyIsAsked) {
  ASSERT_EQ(add("/front", {"--kind", "page"}).status, 0);
  EXPECT_EQ(followed(), std::vector<std::string>{"page " + server.url("/front")});
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(SourceAddTest, APathMustBeThere) {
  const auto nowhere = program.run({"sources", "add", "clipings"});
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_NE(nowhere.err.find("there is no clipings"), std::string::npos) << nowhere.err;
  program.write("list.opml", "<opml/>");
  const auto file = program.run({"sources", "add", "list.opml"});
  EXPECT_EQ(file.status, 2);
  EXPECT_NE(file.err.find("sources import"), std::string::npos) << file.err;
  std::filesystem::create_directories(program.directory() / "clippings");
  EXPECT_EQ(program.run({"sources", "add", "./clippings/"}).status, 0);
  EXPECT_EQ(followed(),
            std::vector<std::string>{"directory " + (program.directory() / "clippings").string()});
}

TEST_F(SourceAddTest, OfflineAnAddressIsTakenOnTrustWithAWarning) {
  const std::string nowhere = "http://127.0.0.1:" + std::to_string(unused_port()) + "/rss";
  const auto run = program.run({"sources", "add", nowhere});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.err.find("warning"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("unseen"), std::string::npos) << run.err;
  EXPECT_EQ(followed(), std::vector<std::string>{"feed " + nowhere});
}

}  // namespace
}  // namespace claimtrail
