#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using testing::HasSubstr;

struct OutageWorld : RefreshWorld {
  OutageWorld() {
    plan.sources = {feed_source("a", "https://a.example/"), feed_source("b", "https://b.example/"),
                    feed_source("c", "https://c.example/")};
    sink.states["a"].source = "a";
    sink.states["a"].failures = 2;
    sink.states["a"].etag = "\"a\"";
  }
};

// miniflux/v2#1628, Betterbird#157, Athou/commafeed#1034, FreshRSS#2629: no network of our own is
// nobody's failure.
TEST(Outage, LeavesCountersAloneAndSaysSo) {
  OutageWorld world;
  world.client.on("https://b.example/", "connect", "b.example cannot be reached");
  world.client.on("https://c.example/", "timeout", "no connection within 10 s");
  world.run();
  for (const char* id : {"a", "b", "c"}) {
    EXPECT_TRUE(world.sink.outcome(id).failed);
    EXPECT_EQ(world.sink.outcome(id).reason, "no network: none of 3 hosts could be reached");
    EXPECT_EQ(world.sink.states[id].last_attempt, std::nullopt) << "still due";
    EXPECT_THAT(world.sink.states[id].last_error, HasSubstr("no network"));
  }
  EXPECT_EQ(world.sink.states["a"].failures, 2);
  EXPECT_EQ(world.sink.states["a"].etag, "\"a\"");
  EXPECT_EQ(world.sink.states["b"].failures, 0);
  EXPECT_EQ(world.sink.outcomes.size(), 3U);
}

TEST(Outage, AnyAnswerProvesTheNetwork) {
  for (const char* url : {"https://a.example/", "https://b.example/", "https://c.example/"}) {
    OutageWorld world;
    world.client.status(url, 500);
    world.run();
    EXPECT_EQ(world.sink.outcomes.size(), 3U);
    for (const char* id : {"a", "b", "c"}) {
      EXPECT_EQ(world.sink.states[id].failures, id == std::string("a") ? 3 : 1) << url;
    }
  }
}

TEST(Outage, AnAnswerToARevisitProvesItToo) {
  OutageWorld world;
  world.plan.revisits = {{"d", "https://d.example/1"}};
  world.client.status("https://d.example/1", 404);
  world.run();
  EXPECT_EQ(world.sink.states["b"].failures, 1);
}

TEST(Outage, ABrokenAnswerProvesItToo) {
  OutageWorld world;
  world.client.on("https://b.example/", "cut-off", "the answer broke off before its end");
  world.run();
  EXPECT_EQ(world.sink.states["c"].failures, 1);
}

TEST(Outage, OneHostAloneIsJustUnreachable) {
  RefreshWorld world;
  world.plan.sources = {feed_source("a", "https://a.example/1"),
                        feed_source("b", "https://a.example/2")};
  world.run();
  EXPECT_EQ(world.sink.states["a"].failures, 1);
  EXPECT_EQ(world.sink.states["b"].failures, 1);
  EXPECT_EQ(world.sink.outcome("a").reason, "the name cannot be resolved");
}

TEST(Outage, ADirectoryGoesOn) {
  OutageWorld world;
  SourceSettings own = feed_source("own", testing::TempDir());
  own.kind = SourceKind::directory;
  world.plan.sources.push_back(own);
  world.run();
  EXPECT_FALSE(world.sink.outcome("own").failed);
  EXPECT_THAT(world.sink.outcome("a").reason, HasSubstr("no network"));
}

TEST(Outage, AHostThatWantsAPauseIsNotBlamed) {
  OutageWorld world;
  world.client.status("https://a.example/", 200);
  world.client.on("https://b.example/", "host-busy", "b.example asked for a pause");
  world.run();
  EXPECT_TRUE(world.sink.outcome("b").failed);
  EXPECT_EQ(world.sink.outcome("b").reason, "b.example asked for a pause");
  EXPECT_EQ(world.sink.states["b"].failures, 0);
  EXPECT_EQ(world.sink.states["b"].last_attempt, std::nullopt);
}

}  // namespace
}  // namespace claimtrail
