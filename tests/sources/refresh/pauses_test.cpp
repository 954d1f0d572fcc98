#include "sources/pauses.h"

#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

HttpResponse answer(int status, const std::string& retry_after = {}) {
  HttpResponse response;
  response.status = status;
  response.retry_after = retry_after;
  return response;
}

struct PausesWorld {
  FakeClock clock{"2025-04-28T10:00:00Z"};
  MemorySink memory;
  Pauses pauses{memory, clock};
  bool held(const std::string& url) { return pauses.holding(url).has_value(); }
};

// FreshRSS#7870: a domain-wide pause stalls hosts that serve many; FreshRSS#8925: a host-wide one
// misses subdomains.
TEST(Pauses, HoldBackWhatTheirScopeSays) {
  const std::string asked = "https://a.tumble.example/1";
  const std::string same_host = "https://a.tumble.example/2";
  const std::string same_domain = "https://b.tumble.example/1";
  struct Row {
    BackoffScope scope;
    bool host;
    bool domain;
  };
  for (const Row& row : {Row{BackoffScope::url, false, false}, Row{BackoffScope::host, true, false},
                         Row{BackoffScope::domain, true, true}}) {
    PausesWorld world;
    world.pauses.note(asked, answer(429), row.scope);
    EXPECT_TRUE(world.held(asked));
    EXPECT_EQ(world.held(same_host), row.host) << to_string(row.scope);
    EXPECT_EQ(world.held(same_domain), row.domain) << to_string(row.scope);
    EXPECT_FALSE(world.held("https://other.example/"));
  }
}

// FreshRSS#7571.
TEST(Pauses, LastAsRetryAfterSaysInBothForms) {
  PausesWorld world;
  world.pauses.note("https://a.example/", answer(429, "7200"), BackoffScope::host);
  EXPECT_EQ(world.pauses.holding("https://a.example/")->until, world.clock.now() + hours{2});
  world.pauses.note("https://b.example/", answer(503, "Mon, 28 Apr 2025 15:00:00 GMT"),
                    BackoffScope::host);
  EXPECT_EQ(world.pauses.holding("https://b.example/")->until, world.clock.now() + hours{5});
}

TEST(Pauses, DoubleWithoutAWordUntilAGoodAnswer) {
  PausesWorld world;
  const std::string url = "https://a.example/";
  world.pauses.note(url, answer(429), BackoffScope::host);
  EXPECT_EQ(world.pauses.holding(url)->until, world.clock.now() + minutes{5});
  world.clock.advance(minutes{5});
  EXPECT_FALSE(world.held(url));
  world.pauses.note(url, answer(429), BackoffScope::host);
  EXPECT_EQ(world.pauses.holding(url)->until, world.clock.now() + minutes{10});
  world.clock.advance(minutes{10});
  world.pauses.note(url, answer(200), BackoffScope::host);
  world.pauses.note(url, answer(429), BackoffScope::host);
  EXPECT_EQ(world.pauses.holding(url)->until, world.clock.now() + minutes{5});
}

TEST(Pauses, A503WithoutAWordIsOneAddressesOwn) {
  PausesWorld world;
  world.pauses.note("https://hub.example/a", answer(503), BackoffScope::domain);
  EXPECT_TRUE(world.held("https://hub.example/a"));
  EXPECT_FALSE(world.held("https://hub.example/b"));
}

// FreshRSS#8928: 403 that means 429.
TEST(Pauses, A403MeansOneWhereItSaysSoOrTheHostHasLimitedBefore) {
  PausesWorld world;
  const std::string url = "https://a.example/";
  world.pauses.note(url, answer(403), BackoffScope::host);
  EXPECT_FALSE(world.held(url)) << "just forbidden";
  world.pauses.note(url, answer(403, "600"), BackoffScope::host);
  EXPECT_TRUE(world.held(url));
  world.clock.advance(days{2});
  world.pauses.note(url, answer(200), BackoffScope::host);
  world.pauses.note(url, answer(403), BackoffScope::host);
  EXPECT_TRUE(world.held(url)) << "limited two days ago";
  world.clock.advance(days{40});
  world.pauses.note(url, answer(403), BackoffScope::host);
  EXPECT_FALSE(world.held(url)) << "too long ago";
}

TEST(Pauses, AreRememberedAcrossRuns) {
  PausesWorld world;
  world.pauses.note("https://a.example/", answer(429, "3600"), BackoffScope::host);
  Pauses later(world.memory, world.clock);
  EXPECT_TRUE(later.holding("https://a.example/x").has_value());
  EXPECT_EQ(later.holding("https://a.example/x")->reason, "too many requests (429)");
  world.clock.set(world.clock.now() - days{900});
  EXPECT_FALSE(later.holding("https://a.example/x")) << "noted by a clock that was wrong";
}

TEST(Pauses, HoldTheOtherSourcesOfTheHostBackToo) {
  RefreshWorld world;
  world.plan.sources = {feed_source("a", "https://herald.example/a"),
                        feed_source("b", "https://herald.example/b"),
                        feed_source("c", "https://other.example/c")};
  world.client.status("https://herald.example/a", 429, "3600");
  world.feed("https://herald.example/b", {"https://herald.example/1"});
  world.feed("https://other.example/c", {"https://other.example/1"});
  world.client.page("https://other.example/1", "one");
  world.run();
  EXPECT_EQ(world.client.count("https://herald.example/b"), 0);
  EXPECT_FALSE(world.sink.outcome("c").failed);
  const SourceState& b = world.sink.states["b"];
  EXPECT_EQ(b.failures, 0) << "not its fault";
  EXPECT_EQ(b.blocked_until, world.clock.now() + hours{1});
  EXPECT_FALSE(is_due(world.plan.sources[1], b, "UTC", world.clock.now() + minutes{59}));
  EXPECT_TRUE(is_due(world.plan.sources[1], b, "UTC", world.clock.now() + minutes{60}));

  RefreshWorld hub;
  hub.plan = world.plan;
  hub.plan.sources[0].backoff_scope = BackoffScope::url;
  hub.client.status("https://herald.example/a", 429, "3600");
  hub.feed("https://herald.example/b", {"https://herald.example/1"});
  hub.client.page("https://herald.example/1", "one");
  hub.run();
  EXPECT_FALSE(hub.sink.outcome("b").failed) << hub.sink.outcome("b").reason;
}

}  // namespace
}  // namespace claimtrail
