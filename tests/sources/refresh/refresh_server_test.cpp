#include <gmock/gmock.h>

#include "sources/http/curl_client.h"
#include "tests/sources/refresh/memory_sink.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

/// A desk with the real client against servers on loopback.
struct ServedWorld {
  ServedWorld() {
    options.user_agent = "claimtrail-test/1 (+mailto:desk@desk.example)";
    options.allow_private_networks = true;
    options.jobs_per_host = 16;
    options.per_host_delay_ms = 0;
    plan.limits.connect_timeout_ms = 1'000;
    plan.limits.total_timeout_ms = 2'000;
    plan.limits.max_bytes = 300'000;
  }
  void run() {
    const auto client = make_curl_client(options);
    refresh(plan, *client, clock, sink);
  }
  HttpOptions options;
  RefreshPlan plan;
  FakeClock clock{"2025-04-28T10:00:00Z"};
  MemorySink sink;
};

TEST(RefreshOverHttp, TwoEditionsOfANewsstand) {
  HttpServer server;
  ServedWorld world;
  const std::string one = server.url("/world/1.html");
  const std::string two = server.url("/world/2.html");
  server.on_validated("/rss", rss({"/world/1.html", two}), "\"e1\"",
                      "Mon, 28 Apr 2025 08:00:00 GMT");
  server.on_validated("/world/1.html", "<p>first</p>", "W/\"one\"", "");
  server.on_validated("/world/2.html", "<p>second</p>", "", "Sun, 27 Apr 2025 08:00:00 GMT");
  world.plan.sources = {feed_source("herald", server.url("/rss"))};
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), UnorderedElementsAre(one, two));

  // The second edition: one report is edited while the feed stays the same.
  server.on_validated("/world/1.html", "<p>first, edited</p>", "W/\"one-b\"", "");
  world.plan.revisits = {{"herald", one}, {"herald", two}};
  world.run();
  EXPECT_THAT(world.sink.captures.back().body, HasSubstr("edited"));
  EXPECT_THAT(world.sink.visited_as(), ElementsAre(two + " not_modified"));
  EXPECT_FALSE(world.sink.outcome("herald").failed);
  std::vector<std::string> conditional;
  for (const ServedRequest& request : server.requests()) {
    const std::string sent = request.header("if-none-match") + request.header("if-modified-since");
    if (!sent.empty()) conditional.push_back(request.path + " " + sent);
  }
  EXPECT_THAT(conditional, UnorderedElementsAre("/rss \"e1\"Mon, 28 Apr 2025 08:00:00 GMT",
                                                "/world/1.html W/\"one\"",
                                                "/world/2.html Sun, 27 Apr 2025 08:00:00 GMT"));
}

TEST(RefreshOverHttp, EveryMisfortuneIsOneSourcesOwn) {
  HttpServer server;
  ServedWorld world;
  using Manner = ServedReply::Manner;
  const auto serve = [&](const std::string& id, ServedReply reply) {
    server.on("/" + id, std::move(reply));
    world.plan.sources.push_back(feed_source(id, server.url("/" + id)));
  };
  const std::string body = rss({server.url("/page")});
  server.on("/page", ServedReply{200, {}, "<p>page</p>", Manner::whole, {}});
  serve("good", {200, {}, body, Manner::whole, {}});
  serve("packed", {200, {{"Content-Encoding", "gzip"}}, gzip(body), Manner::whole, {}});
  serve("missing", {404, {}, "", Manner::whole, {}});
  serve("gone", {410, {}, "", Manner::whole, {}});
  serve("zeros", {200,
                  {{"Content-Encoding", "gzip"}},
                  gzip(std::string(50'000'000, '\0')),
                  Manner::whole,
                  {}});
  serve("endless", {200, {}, std::string(5'000, 'x'), Manner::endless, {}});
  serve("cut", {200, {}, body, Manner::cut, {}});
  serve("silent", {200, {}, "", Manner::silent, {}});
  serve("file", {302, {{"Location", "file:///etc/passwd"}}, "", Manner::whole, {}});
  serve("pdf",
        {200, {{"Content-Type", "application/pdf"}}, "%PDF-1.7\n%\xE2\xE3\n", Manner::whole, {}});
  serve("login", {200,
                  {{"Content-Type", "text/html"}},
                  "<!DOCTYPE html><html><body><form><input type=password></form></body></html>",
                  Manner::whole,
                  {}});
  serve("nothing", {200, {}, "", Manner::whole, {}});
  serve("bad-bytes", {200,
                      {},
                      "<rss version=\"2.0\"><channel><title>\xFF\xFE\xC3</title><item><link>" +
                          server.url("/page") + "</link></item></channel></rss>",
                      Manner::whole,
                      {}});
  world.plan.sources.push_back(
      feed_source("refused", "http://127.0.0.1:" + std::to_string(unused_port()) + "/"));
  world.plan.sources.push_back(feed_source("unknown", "http://no-such-host.invalid/"));
  world.run();

  ASSERT_EQ(world.sink.outcomes.size(), world.plan.sources.size());
  for (const char* id : {"good", "packed", "bad-bytes"}) {
    EXPECT_FALSE(world.sink.outcome(id).failed) << id << ": " << world.sink.outcome(id).reason;
  }
  const std::vector<std::pair<std::string, std::string>> reasons{
      {"missing", "not found (404)"},
      {"gone", "gone for good (410)"},
      {"zeros", "larger than 300000 bytes"},
      {"endless", "larger than 300000 bytes"},
      {"cut", "broke off"},
      {"silent", "not finished within 2 s"},
      {"file", "neither http nor https"},
      {"refused", "refused the connection"},
      {"unknown", "cannot be resolved"},
      {"pdf", ""},
      {"login", ""},
      {"nothing", ""},
  };
  for (const auto& [id, reason] : reasons) {
    EXPECT_TRUE(world.sink.outcome(id).failed) << id;
    EXPECT_THAT(world.sink.outcome(id).reason, HasSubstr(reason)) << id;
    EXPECT_NE(world.sink.outcome(id).reason, "") << id;
    EXPECT_EQ(world.sink.states[id].failures, 1) << id;
  }
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(server.url("/page")));
}

TEST(RefreshOverHttp, PrivateAddressesAreRefusedByDefault) {
  HttpServer server;
  server.on("/rss", ServedReply{200, {}, rss({server.url("/1")}), ServedReply::Manner::whole, {}});
  ServedWorld world;
  world.options.allow_private_networks = false;
  world.plan.sources = {feed_source("own", server.url("/rss"))};
  world.run();
  EXPECT_THAT(world.sink.outcome("own").reason, HasSubstr("127.0.0.1 (loopback)"));
  EXPECT_TRUE(server.requests().empty());
}

TEST(RefreshOverHttp, AHostThatWantsAPauseGetsIt) {
  HttpServer server;
  ServedWorld world;
  world.options.jobs_per_host = 1;
  std::vector<std::string> links;
  for (int i = 0; i < 10; ++i) links.push_back(server.url("/" + std::to_string(i)));
  server.on("/rss",
            ServedReply{200, {{"ETag", "\"e\""}}, rss(links), ServedReply::Manner::whole, {}});
  for (int i = 0; i < 10; ++i) {
    server.on("/" + std::to_string(i),
              ServedReply{429, {{"Retry-After", "3600"}}, "", ServedReply::Manner::whole, {}});
  }
  world.plan.sources = {feed_source("busy", server.url("/rss"))};
  world.run();
  EXPECT_EQ(server.requests().size(), 2U) << "the feed and one page";
  EXPECT_EQ(world.sink.states["busy"].etag, "");
  EXPECT_EQ(world.sink.states["busy"].blocked_until, world.clock.now() + std::chrono::hours{1});
}

}  // namespace
}  // namespace claimtrail
