#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFeed = "https://herald.example/rss";
constexpr const char* kOne = "https://herald.example/1";
constexpr const char* kRobots = "https://herald.example/robots.txt";

struct HeraldWorld : RefreshWorld {
  HeraldWorld() {
    plan.sources = {feed_source("herald", kFeed)};
    feed(kFeed, {kOne});
    client.page(kOne, "first");
  }
  void robots(const std::string& body, const std::string& headers = "HTTP/1.1 200 OK") {
    HttpResponse response;
    response.status = 200;
    response.body = body;
    response.headers = headers;
    client.clear(kRobots);
    client.on(kRobots, response);
  }
};

TEST(RobotsGate, AForbiddenPageIsAVisitThatNamesTheLine) {
  HeraldWorld world;
  world.robots("User-agent: *\nDisallow: /1\n");
  world.run();
  EXPECT_EQ(world.client.count(kOne), 0);
  EXPECT_THAT(world.sink.visited_as(), ElementsAre("https://herald.example/1 disallowed"));
  EXPECT_EQ(world.sink.visits[0].detail, "robots.txt line 2: Disallow: /1");
  EXPECT_FALSE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.sink.outcome("herald").reason,
            "one page failed: https://herald.example/1: robots.txt line 2: Disallow: /1");
}

TEST(RobotsGate, WhatTheDeskNamesObeysTooUnlessItSaysOtherwise) {
  HeraldWorld world;
  world.robots("User-agent: claimtrail\nDisallow: /\n");
  world.run();
  EXPECT_EQ(world.client.count(kFeed), 0);
  EXPECT_TRUE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.sink.outcome("herald").reason, "robots.txt line 2: Disallow: /");
  EXPECT_EQ(world.sink.states["herald"].failures, 1);
  world.plan.sources[0].robots = RobotsPolicy::ignore;
  world.run();
  EXPECT_EQ(world.client.count(kFeed), 1);
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne));
}

TEST(RobotsGate, IsAskedOnceAnOriginAndKeptForADay) {
  HeraldWorld world;
  world.robots("");
  world.plan.sources.push_back(feed_source("other", "https://herald.example/atom"));
  world.feed("https://herald.example/atom", {kOne});
  world.run();
  world.clock.advance(hours{23});
  world.run();
  EXPECT_EQ(world.client.count(kRobots), 1);
  world.clock.advance(hours{1});
  world.run();
  EXPECT_EQ(world.client.count(kRobots), 2);
}

TEST(RobotsGate, CacheControlCountsWithinAnHourAndADay) {
  HeraldWorld world;
  world.robots("", "HTTP/1.1 200 OK\r\nCache-Control: public, max-age=7200");
  world.run();
  EXPECT_EQ(world.sink.robots_files["https://herald.example"].expires,
            world.clock.now() + hours{2});
  world.clock.advance(days{2});
  world.robots("", "HTTP/1.1 200 OK\r\nCache-Control: max-age=5");
  world.run();
  EXPECT_EQ(world.sink.robots_files["https://herald.example"].expires,
            world.clock.now() + hours{1});
  world.clock.advance(days{2});
  world.robots("", "HTTP/1.1 200 OK\r\nCache-Control: max-age=9999999");
  world.run();
  EXPECT_EQ(world.sink.robots_files["https://herald.example"].expires,
            world.clock.now() + hours{24});
}

TEST(RobotsGate, NoneIsNoRule) {
  for (const int status : {400, 401, 403, 404, 410, 451}) {
    HeraldWorld world;
    world.client.status(kRobots, status);
    world.run();
    EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne)) << status;
  }
  HeraldWorld world;
  world.client.on(kRobots, "bad-redirect", "more than 5 redirects");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne));
}

TEST(RobotsGate, OneThatCannotBeReadClosesTheOriginForThirtyDays) {
  for (const int status : {500, 503}) {
    HeraldWorld world;
    world.client.status(kRobots, status);
    world.run();
    EXPECT_EQ(world.client.count(kFeed), 0) << status;
    EXPECT_THAT(world.sink.outcome("herald").reason,
                HasSubstr("robots.txt cannot be read, so nothing may be fetched"));
    world.clock.advance(days{29});
    world.run();
    EXPECT_EQ(world.client.count(kFeed), 0) << status;
    world.clock.advance(days{2});
    world.run();
    EXPECT_EQ(world.client.count(kFeed), 1) << "by then it counts as absent";
  }
  HeraldWorld world;
  world.client.on(kRobots, "too-slow", "not finished within 20 s");
  world.run();
  EXPECT_THAT(world.sink.outcome("herald").reason, HasSubstr("not finished within 20 s"));
}

TEST(RobotsGate, TheRulesLastReadGoOnWhileItCannotBeRead) {
  HeraldWorld world;
  world.robots("User-agent: *\nDisallow: /1\n");
  world.run();
  world.clock.advance(days{2});
  world.client.clear(kRobots);
  world.client.status(kRobots, 500);
  world.feed(kFeed, {kOne, "https://herald.example/2"});
  world.client.page("https://herald.example/2", "second");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre("https://herald.example/2"));
}

TEST(RobotsGate, AHostThatIsNotThereIsNoMatterOfRobots) {
  RefreshWorld world;
  world.plan.sources = {feed_source("lost", "https://lost.example/rss")};
  world.run();
  EXPECT_EQ(world.sink.outcome("lost").reason, "the name cannot be resolved");
  EXPECT_TRUE(world.sink.robots_files.empty());
}

TEST(RobotsGate, CrawlDelayIsHonouredUpToItsCap) {
  HeraldWorld world;
  world.robots("User-agent: *\nCrawl-delay: 7\n");
  world.run();
  EXPECT_EQ(world.client.delays["herald.example"], std::chrono::seconds{7});
  HeraldWorld slow;
  slow.robots("User-agent: *\nCrawl-delay: 3500\n");
  slow.run();
  EXPECT_EQ(slow.client.delays["herald.example"], std::chrono::seconds{60});
}

TEST(RobotsGate, ARedirectToAnotherOriginAsksThatOnesToo) {
  HeraldWorld world;
  const std::string moved = "https://cdn.example/1";
  HttpResponse response;
  response.status = 200;
  response.body = "first";
  response.url = moved;
  response.redirects = {{302, moved}};
  world.client.clear(kOne);
  world.client.on(kOne, response);
  world.client.page(moved, "first");
  HttpResponse closed;
  closed.status = 200;
  closed.body = "User-agent: *\nDisallow: /1\n";
  world.client.on("https://cdn.example/robots.txt", closed);
  world.run();
  EXPECT_EQ(world.client.count(moved), 0);
  EXPECT_THAT(world.sink.visited_as(), ElementsAre("https://herald.example/1 disallowed"));

  HeraldWorld open;
  open.client.clear(kOne);
  open.client.on(kOne, response);
  open.client.page(moved, "first");
  open.run();
  ASSERT_THAT(open.sink.captured_urls(), ElementsAre(kOne));
  EXPECT_EQ(open.sink.captures[0].answered_by, moved);
}

TEST(RobotsGate, ThousandsOfSourcesOfAClosedOriginAreToldWithoutRecursion) {
  RefreshWorld world;
  for (int i = 0; i < 20'000; ++i) {
    world.plan.sources.push_back(
        feed_source("s" + std::to_string(i), "https://herald.example/" + std::to_string(i)));
  }
  HttpResponse closed;
  closed.status = 200;
  closed.body = "User-agent: *\nDisallow: /\n";
  world.client.on(kRobots, closed);
  world.run();
  EXPECT_EQ(world.sink.outcomes.size(), 20'000U);
  EXPECT_EQ(world.client.requests.size(), 1U);
}

}  // namespace
}  // namespace claimtrail
