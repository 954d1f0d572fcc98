#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;

constexpr const char* kOld = "https://herald.example/rss";
constexpr const char* kNew = "https://herald.example/feeds/all.xml";
constexpr const char* kPage = "https://herald.example/1";

struct MovedWorld : RefreshWorld {
  MovedWorld() {
    plan.sources = {feed_source("herald", kOld)};
    client.page(kPage, "first");
    client.page(kNew, rss({kPage}), "\"n\"");
  }
  void redirects(std::vector<HttpRedirect> redirects) {
    HttpResponse response;
    response.status = 200;
    response.body = rss({kPage});
    response.url = redirects.empty() ? kOld : redirects.back().location;
    response.redirects = std::move(redirects);
    client.clear(kOld);
    client.on(kOld, response);
  }
};

// newsboat#881, NetNewsWire#953, feedbin/support#579, Athou/commafeed#978
TEST(MovedSource, IsBelievedAfterThreeSightings) {
  MovedWorld world;
  world.redirects({{301, kNew}});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(world.client.count(kNew), 0);
    world.run();
    EXPECT_EQ(world.sink.states["herald"].location, kOld);
  }
  world.run();
  EXPECT_EQ(world.client.count(kNew), 1);
  EXPECT_EQ(world.client.count(kOld), 3);
  EXPECT_EQ(world.sink.states["herald"].location, kNew);
  EXPECT_EQ(world.sink.states["herald"].etag, "\"n\"");
  world.run();
  EXPECT_EQ(world.client.requests.back().etag, "\"n\"") << "and asked conditionally from then on";
  EXPECT_THAT(world.sink.moves, ElementsAre(SourceMove{"herald", world.clock.now(), kOld, kNew}));
}

// newsboat#881: 302 and 307 are for this once.
TEST(MovedSource, OtherRedirectsNeverMoveIt) {
  const std::vector<std::vector<HttpRedirect>> chains{
      {{302, kNew}},
      {{307, kNew}},
      {{302, kNew}, {301, kNew}},
      {{301, "http://herald.example/rss"}},
  };
  for (const auto& chain : chains) {
    MovedWorld world;
    world.redirects(chain);
    for (int i = 0; i < 5; ++i) world.run();
    EXPECT_EQ(world.client.count(kNew), 0);
    EXPECT_EQ(world.client.count(kOld), 5);
  }
}

TEST(MovedSource, OnlyThePermanentBeginningOfAChainCounts) {
  MovedWorld world;
  world.redirects(
      {{301, "https://herald.example/step"}, {308, kNew}, {302, "https://cdn.example/x"}});
  world.client.page("https://cdn.example/x", rss({kPage}));
  for (int i = 0; i < 4; ++i) world.run();
  EXPECT_EQ(world.sink.states["herald"].location, kNew);
}

TEST(MovedSource, SightingsMustBeInARow) {
  MovedWorld world;
  for (int i = 0; i < 4; ++i) {
    world.redirects({{301, kNew}});
    world.run();
    world.run();
    world.redirects({});
    world.run();
  }
  EXPECT_EQ(world.client.count(kNew), 0);
}

TEST(MovedSource, AMoveThatLeadsNowhereIsForgotten) {
  MovedWorld world;
  world.redirects({{301, kNew}});
  for (int i = 0; i < 3; ++i) world.run();
  world.client.clear(kNew);
  world.client.status(kNew, 404);
  world.run();
  EXPECT_TRUE(world.sink.outcome("herald").failed);
  world.run();
  EXPECT_FALSE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.client.requests.back().url, kOld);
  EXPECT_EQ(world.sink.states["herald"].location, kOld);
  const Timestamp now = world.clock.now();
  EXPECT_THAT(world.sink.moves, ElementsAre(SourceMove{"herald", now, kOld, kNew},
                                            SourceMove{"herald", now, kNew, kOld}))
      << "there and back, with their dates";
}

TEST(MovedSource, OneWithAPasswordStays) {
  MovedWorld world;
  const std::string secret = "https://kim:pw@herald.example/rss";
  world.plan.sources[0].location = secret;
  HttpResponse response;
  response.status = 200;
  response.body = rss({kPage});
  response.redirects = {{301, kNew}};
  world.client.on(secret, response);
  for (int i = 0; i < 5; ++i) world.run();
  EXPECT_EQ(world.client.count(secret), 5);
  EXPECT_EQ(world.sink.states["herald"].location, kOld) << "stored without the password";
  for (const auto& [url, page] : world.sink.pages) EXPECT_EQ(url.find("pw"), std::string::npos);
}

TEST(MovedPage, IsAskedAtItsNewAddressAndStaysTheSameReport) {
  RefreshWorld world;
  world.plan.revisits = {{"herald", kPage}};
  const std::string moved = "https://herald.example/2025/1";
  HttpResponse response;
  response.status = 200;
  response.body = "first";
  response.url = moved;
  response.redirects = {{308, moved}};
  world.client.on(kPage, response);
  world.client.page(moved, "first");
  for (int i = 0; i < 4; ++i) world.run();
  EXPECT_EQ(world.client.count(kPage), 3);
  EXPECT_EQ(world.client.count(moved), 1);
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kPage, kPage, kPage, kPage));
  EXPECT_EQ(world.sink.captures.back().answered_by, moved);
  world.client.clear(moved);
  world.client.status(moved, 404);
  world.run();
  world.run();
  EXPECT_EQ(world.client.count(kPage), 4) << "the move is forgotten when it leads nowhere";
}

}  // namespace
}  // namespace claimtrail
