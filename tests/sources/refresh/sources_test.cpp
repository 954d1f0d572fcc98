#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kFeed = "https://herald.example/rss";
constexpr const char* kOne = "https://herald.example/1";
constexpr const char* kTwo = "https://herald.example/2";

struct HeraldWorld : RefreshWorld {
  HeraldWorld() {
    plan.sources = {feed_source("herald", kFeed)};
    client.page(kOne, "first", "\"1\"");
    client.page(kTwo, "second");
  }
  [[nodiscard]] const SourceState& state() { return sink.states["herald"]; }
  [[nodiscard]] HttpRequest last_feed_request() const {
    HttpRequest last;
    for (const HttpRequest& request : client.requests) {
      if (request.url == kFeed) last = request;
    }
    return last;
  }
};

TEST(RefreshFeed, BringsWhatTheFeedListsAndSaysHowItWent) {
  HeraldWorld world;
  world.feed(kFeed, {"https://herald.example/1?utm_source=rss", "/2", kOne}, "\"f1\"");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne, kTwo));
  const Capture& capture = world.sink.captures[0];
  EXPECT_EQ(capture.source, "herald");
  EXPECT_EQ(capture.body, "first");
  EXPECT_EQ(capture.http_status, 200);
  EXPECT_EQ(capture.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(capture.headers, "HTTP/1.1 200 OK");
  EXPECT_EQ(capture.input, "html");
  EXPECT_EQ(capture.fetched_at, world.clock.now());
  ASSERT_TRUE(capture.entry.has_value());
  EXPECT_THAT(capture.entry->title, HasSubstr("About"));
  EXPECT_TRUE(capture.entry->published_time.has_value());

  const SourceOutcome outcome = world.sink.outcome("herald");
  EXPECT_FALSE(outcome.failed);
  EXPECT_EQ(outcome.reason, "");
  EXPECT_EQ(outcome.entries, 3);
  EXPECT_EQ(outcome.fetched, 2);
  EXPECT_EQ(world.state().etag, "\"f1\"");
  EXPECT_EQ(world.state().location, kFeed);
  EXPECT_EQ(world.state().last_success, world.clock.now());
  EXPECT_GT(world.state().next_due, world.clock.now() + minutes{30});
  EXPECT_LE(world.state().next_due, world.clock.now() + minutes{90});
  EXPECT_EQ(world.sink.pages[kOne].etag, "\"1\"");
  EXPECT_EQ(world.sink.pages[kTwo].etag, "");
  EXPECT_EQ(world.sink.outcomes.size(), 1U);
}

TEST(RefreshFeed, AJsonFeedIsOneToo) {
  HeraldWorld world;
  world.client.page(kFeed,
                    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", "
                    "\"items\": [{\"id\": \"1\", \"url\": \"/1\", \"title\": \"One\", "
                    "\"content_html\": \"<ttl>9999</ttl>\"}, {\"id\": \"2\", \"url\": \"/2\"}]}",
                    "\"f1\"");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne, kTwo));
  EXPECT_EQ(world.sink.captures[0].entry->title, "One");
  EXPECT_EQ(world.state().rhythm, "") << "what stands in an entry says nothing of the feed";
}

TEST(RefreshFeed, ATimeWithoutAZoneIsOfItsSource) {
  HeraldWorld world;
  world.plan.sources[0].timezone = "Europe/Warsaw";
  world.client.page(kFeed,
                    "<rss><channel><item><title>x</title><link>/1</link>"
                    "<pubDate>26 Apr 2025 10:30</pubDate></item></channel></rss>");
  world.run();
  ASSERT_EQ(world.sink.captures.size(), 1U);
  EXPECT_EQ(format_published(world.sink.captures[0].entry->published_time.value()),
            "2025-04-26T08:30:00Z");
}

TEST(RefreshFeed, KnownReportsAreNotBroughtAgain) {
  HeraldWorld world;
  world.sink.known_urls = {kOne};
  world.feed(kFeed, {kOne, kTwo});
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kTwo));
  EXPECT_EQ(world.client.count(kOne), 0);
}

TEST(RefreshFeed, AsksConditionallyAndKeepsItsValidatorsOn304) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  world.clock.advance(minutes{15});
  world.run();
  EXPECT_EQ(world.last_feed_request().etag, "\"f1\"");
  EXPECT_EQ(world.state().etag, "\"f1\"");
  EXPECT_EQ(world.state().last_success, world.clock.now());
  EXPECT_FALSE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.client.count(kOne), 1);
}

// feedbin/feedbin#726: new validators count even where the body is the same.
TEST(RefreshFeed, EveryAnswerWithABodyReplacesTheValidatorsEvenWithNone) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  world.feed(kFeed, {kOne}, "\"f2\"");
  world.run();
  EXPECT_EQ(world.state().etag, "\"f2\"");
  world.feed(kFeed, {kOne});
  world.run();
  EXPECT_EQ(world.state().etag, "");
  EXPECT_EQ(world.state().last_modified, "");
}

// miniflux/miniflux-legacy#218
TEST(RefreshFeed, ABodyUnderTheOldValidatorIsStillRead) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  world.feed(kFeed, {kOne, kTwo}, "\"f1\"");
  world.client.ignores_validators = true;
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne, kTwo));
}

// FreshRSS#1020, #5149: a validator that got stuck.
TEST(RefreshFeed, OnceAWeekItIsFetchedWithoutValidators) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  int unconditional = 0;
  for (int day = 0; day < 28; ++day) {
    world.clock.advance(days{1});
    world.run();
    unconditional += world.last_feed_request().etag.empty() ? 1 : 0;
  }
  EXPECT_EQ(unconditional, 4);
}

TEST(RefreshFeed, ABrokenFeedKeepsTheValidatorsOfTheLastGoodOne) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  for (const std::string& body : {std::string("%PDF-1.7 not a feed"), std::string(), rss({})}) {
    world.client.clear(kFeed);
    world.client.page(kFeed, body, "\"broken\"");
    world.run();
    EXPECT_TRUE(world.sink.outcome("herald").failed) << body;
    EXPECT_NE(world.sink.outcome("herald").reason, "") << body;
    EXPECT_EQ(world.state().etag, "\"f1\"") << body;
  }
  EXPECT_EQ(world.sink.outcome("herald").reason, "the feed lists no entries");
  EXPECT_EQ(world.state().failures, 3);
}

// miniflux/v2#1628, FreshRSS#2629: however often it failed, it is asked again, and all can see why.
TEST(RefreshFeed, FailuresBackOffAndAreForgottenOnSuccess) {
  HeraldWorld world;
  world.plan.sources[0].every_ms = 60'000;
  world.client.status(kFeed, 404);
  const Timestamp first = world.clock.now();
  world.run();
  EXPECT_EQ(world.sink.outcome("herald").reason, "not found (404)");
  EXPECT_EQ(world.state().last_error, "not found (404)");
  EXPECT_EQ(world.state().failing_since, first);
  EXPECT_GE(world.state().next_due, first + minutes{5});
  world.clock.advance(hours{1});
  world.run();
  EXPECT_EQ(world.state().failures, 2);
  EXPECT_EQ(world.state().failing_since, first);
  EXPECT_EQ(world.state().blocked_until, world.clock.now() + minutes{10});
  world.feed(kFeed, {kOne});
  world.run();
  EXPECT_EQ(world.state().failures, 0);
  EXPECT_EQ(world.state().failing_since, std::nullopt);
  EXPECT_EQ(world.state().blocked_until, std::nullopt);
  EXPECT_EQ(world.state().last_error, "");
}

TEST(RefreshFeed, RetryAfterIsHonoured) {
  HeraldWorld world;
  world.client.status(kFeed, 429, "7200");
  world.run();
  EXPECT_EQ(world.state().blocked_until, world.clock.now() + hours{2});
  EXPECT_EQ(world.state().next_due, world.clock.now() + hours{2});
  EXPECT_EQ(world.sink.outcome("herald").reason, "too many requests (429)");
  world.run();
  EXPECT_EQ(world.client.count(kFeed), 1) << "not even by hand";
  EXPECT_EQ(world.sink.outcome("herald").reason,
            "the host asked for a pause until 2025-04-28T12:00:00Z: too many requests (429)");
  EXPECT_EQ(world.state().failures, 1);
  world.clock.advance(hours{2});
  world.client.clear(kFeed);
  world.client.status(kFeed, 503, "Mon, 28 Apr 2025 15:00:00 GMT");
  world.run();
  EXPECT_EQ(format_timestamp(world.state().blocked_until.value()), "2025-04-28T15:00:00Z");
}

TEST(RefreshFeed, GoneMarksTheSource) {
  HeraldWorld world;
  world.client.status(kFeed, 410);
  world.run();
  EXPECT_TRUE(world.state().gone);
  EXPECT_EQ(world.sink.outcome("herald").reason, "gone for good (410)");
  EXPECT_FALSE(is_due(world.plan.sources[0], world.state(), "UTC", world.clock.now() + days{30}));
}

TEST(RefreshFeed, OneFailureNeverStopsAnother) {
  HeraldWorld world;
  world.plan.sources.insert(world.plan.sources.begin(),
                            feed_source("lost", "https://lost.example/"));
  world.plan.sources.push_back(feed_source("late", "https://late.example/"));
  world.client.on("https://late.example/", "too-slow", "not finished within 20 s");
  world.feed(kFeed, {kOne});
  world.run();
  EXPECT_TRUE(world.sink.outcome("lost").failed);
  EXPECT_TRUE(world.sink.outcome("late").failed);
  EXPECT_FALSE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.sink.states["late"].failures, 1);
  EXPECT_EQ(world.sink.outcomes.size(), 3U);
}

// Athou/commafeed#1580, miniflux/v2#2374: one limit does not fit all sources.
TEST(RefreshFeed, ItsOwnLimitIsUsed) {
  HeraldWorld world;
  world.plan.limits.max_bytes = 100;
  world.feed(kFeed, {kOne});
  world.run();
  EXPECT_EQ(world.last_feed_request().limits.max_bytes, 100);
  world.plan.sources[0].max_bytes = 5'000;
  world.run();
  EXPECT_EQ(world.last_feed_request().limits.max_bytes, 5'000);
}

TEST(RefreshFeed, AChangedAddressForgetsTheValidators) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  world.plan.sources[0].location = "https://herald.example/atom";
  world.feed("https://herald.example/atom", {kOne}, "\"f1\"");
  world.run();
  EXPECT_EQ(world.client.requests.back().url, "https://herald.example/atom");
  EXPECT_EQ(world.client.requests.back().etag, "");
  EXPECT_EQ(world.state().location, "https://herald.example/atom");
}

TEST(RefreshFeed, StoppedKeepsTheStateAsItWas) {
  HeraldWorld world;
  world.feed(kFeed, {kOne}, "\"f1\"");
  world.run();
  world.feed(kFeed, {kOne, kTwo}, "\"f2\"");
  std::stop_source stop;
  world.client.on_request = [&](const HttpRequest&) { stop.request_stop(); };
  world.run(stop.get_token());
  EXPECT_TRUE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.sink.outcome("herald").reason, "stopped");
  EXPECT_EQ(world.state().etag, "\"f1\"");
  EXPECT_EQ(world.state().failures, 0);
  EXPECT_THAT(world.sink.visits, IsEmpty());
  world.client.on_request = {};
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne, kTwo));
}

TEST(RefreshFeed, WhatTheSinkThrowsPassesThrough) {
  HeraldWorld world;
  world.feed(kFeed, {kOne});
  world.client.on_request = [](const HttpRequest& request) {
    if (request.url == kOne) throw std::runtime_error("disk full");
  };
  EXPECT_THROW(world.run(), std::runtime_error);
  EXPECT_THAT(world.sink.outcomes, IsEmpty());
}

TEST(RefreshPage, IsASourceOfItsOwn) {
  RefreshWorld world;
  SourceSettings page = feed_source("front", "https://front.example/?utm_source=x");
  page.kind = SourceKind::page;
  world.plan.sources = {page};
  world.plan.revisits = {{"front", "https://front.example/"}};
  world.client.page("https://front.example/?utm_source=x", "front", "\"p1\"");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre("https://front.example/"));
  EXPECT_EQ(world.client.requests.size(), 1U) << "its revisit is the same visit";
  EXPECT_EQ(world.sink.outcome("front").fetched, 1);
  world.run();
  EXPECT_EQ(world.client.requests.back().etag, "\"p1\"");
  EXPECT_EQ(world.sink.outcome("front").not_modified, 1);
  EXPECT_THAT(world.sink.visited_as(), ElementsAre("https://front.example/ not_modified"));
}

TEST(RefreshPage, FailsWithItsReason) {
  RefreshWorld world;
  SourceSettings page = feed_source("front", "https://front.example/");
  page.kind = SourceKind::page;
  world.plan.sources = {page};
  world.client.page("https://front.example/", "please log in", "\"w\"");
  world.sink.refused = {{"please log in", "wall"}};
  world.run();
  EXPECT_TRUE(world.sink.outcome("front").failed);
  EXPECT_EQ(world.sink.outcome("front").reason, "no report: wall");
  EXPECT_EQ(world.sink.states["front"].failures, 1);
  EXPECT_THAT(world.sink.visited_as(), ElementsAre("https://front.example/ bot_wall"));
  EXPECT_EQ(world.sink.pages.count("https://front.example/"), 0U);
  world.client.clear("https://front.example/");
  world.client.status("https://front.example/", 404);
  world.run();
  EXPECT_EQ(world.sink.outcome("front").reason, "not found (404)");
  EXPECT_EQ(world.sink.visits.back().outcome, "not_found");
}

}  // namespace
}  // namespace claimtrail
