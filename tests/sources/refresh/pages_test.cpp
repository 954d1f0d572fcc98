#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kFeed = "https://herald.example/rss";
constexpr const char* kOne = "https://herald.example/1";
constexpr const char* kTwo = "https://herald.example/2";

struct HeraldWorld : RefreshWorld {
  HeraldWorld() {
    plan.sources = {feed_source("herald", kFeed)};
    feed(kFeed, {kOne, kTwo}, "\"f1\"");
  }
};

TEST(RefreshPages, AFailedPageIsCountedAndTheOthersComeIn) {
  HeraldWorld world;
  world.client.status(kOne, 404);
  world.client.page(kTwo, "second");
  world.run();
  const SourceOutcome outcome = world.sink.outcome("herald");
  EXPECT_FALSE(outcome.failed);
  EXPECT_EQ(outcome.failed_pages, 1);
  EXPECT_EQ(outcome.reason, "one page failed: https://herald.example/1: not found (404)");
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kTwo));
  EXPECT_THAT(world.sink.visited_as(), ElementsAre("https://herald.example/1 not_found"));
  EXPECT_EQ(world.sink.visits[0].http_status, 404);
  EXPECT_EQ(world.sink.pages.count(kOne), 0U);
  EXPECT_EQ(world.sink.states["herald"].etag, "\"f1\"") << "what failed for good is dealt with";
}

TEST(RefreshPages, APageThatMayComeRightMakesTheFeedListItAgain) {
  HeraldWorld world;
  world.client.page(kTwo, "second");
  struct Row {
    int status;
    const char* code;
  };
  for (const Row& row : {Row{503, ""}, Row{0, "too-slow"}, Row{0, "dns"}, Row{0, "host-busy"}}) {
    world.client.clear(kOne);
    if (row.status != 0) world.client.status(kOne, row.status);
    if (row.status == 0) world.client.on(kOne, row.code, "no answer");
    world.run();
    EXPECT_EQ(world.sink.states["herald"].etag, "") << row.status << row.code;
    EXPECT_EQ(world.sink.states["herald"].failures, 0);
    world.clock.advance(hours{1});
  }
  world.client.clear(kOne);
  world.client.page(kOne, "first");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kTwo, kOne));
  EXPECT_EQ(world.sink.states["herald"].etag, "\"f1\"");
}

TEST(RefreshPages, WhatIsNoReportIsRefusedByTheSink) {
  HeraldWorld world;
  world.client.page(kOne, "%PDF-1.7", "\"pdf\"");
  world.client.page(kTwo, "log in", "\"wall\"");
  world.sink.refused = {{"%PDF-1.7", "not-html"}, {"log in", "wall"}};
  world.run();
  EXPECT_EQ(world.sink.outcome("herald").failed_pages, 2);
  EXPECT_THAT(world.sink.outcome("herald").reason, HasSubstr("2 pages failed, the first: "));
  EXPECT_THAT(world.sink.visited_as(),
              ElementsAre("https://herald.example/1 error", "https://herald.example/2 bot_wall"));
  EXPECT_EQ(world.sink.pages.count(kOne), 0U) << "no validators of what was not accepted";
}

TEST(RefreshPages, AnEntryWithoutAnAddressIsCountedNotFetched) {
  HeraldWorld world;
  world.client.clear(kFeed);
  world.client.page(kFeed,
                    "<rss version=\"2.0\"><channel><title>N</title>"
                    "<item><title>No link</title></item>"
                    "<item><title>Mail</title><link>mailto:kim@herald.example</link></item>"
                    "<item><title>By id</title><guid>https://herald.example/2</guid></item>"
                    "</channel></rss>");
  world.client.page(kTwo, "second");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kTwo));
  EXPECT_EQ(world.sink.outcome("herald").failed_pages, 2);
  EXPECT_EQ(world.client.requests.size(), 2U);
}

TEST(RefreshPages, APauseForAPageHoldsItsSourceBack) {
  HeraldWorld world;
  world.client.page(kTwo, "second");
  world.client.status(kOne, 429, "7200");
  world.run();
  EXPECT_EQ(world.sink.states["herald"].blocked_until, world.clock.now() + hours{2});
  EXPECT_EQ(world.sink.states["herald"].failures, 0);
  world.clock.advance(hours{2});
  world.client.clear(kOne);
  world.client.page(kOne, "first");
  world.run();
  EXPECT_EQ(world.sink.states["herald"].blocked_until, std::nullopt);
}

TEST(RefreshPages, TheSameAddressInTwoFeedsIsFetchedOnce) {
  HeraldWorld world;
  world.plan.sources.push_back(feed_source("mirror", "https://mirror.example/rss"));
  world.feed("https://mirror.example/rss", {kOne, kTwo});
  world.client.page(kOne, "first");
  world.client.page(kTwo, "second");
  world.run();
  EXPECT_EQ(world.client.count(kOne), 1);
  EXPECT_EQ(world.client.count(kTwo), 1);
}

TEST(RefreshRevisits, AskConditionallyWhateverTheFeedSays) {
  HeraldWorld world;
  world.client.page(kOne, "first", "\"1\"");
  world.client.page(kTwo, "second", "\"2\"");
  world.run();
  world.plan.revisits = {{"herald", kOne}, {"herald", kTwo}, {"herald", kOne}};
  world.client.clear(kTwo);
  world.client.page(kTwo, "second, edited", "\"2b\"");
  world.run();
  EXPECT_THAT(world.sink.visited_as(), ElementsAre("https://herald.example/1 not_modified"));
  EXPECT_EQ(world.sink.captures.back().body, "second, edited");
  EXPECT_FALSE(world.sink.captures.back().entry.has_value());
  EXPECT_EQ(world.sink.pages[kTwo].etag, "\"2b\"");
  EXPECT_EQ(world.sink.outcome("herald").not_modified, 1);
  EXPECT_EQ(world.sink.outcome("herald").fetched, 1);
}

// FreshRSS#1020, FreshRSS#5149: a validator that got stuck.
TEST(RefreshRevisits, AreUnconditionalOnceInSevenDays) {
  HeraldWorld world;
  world.client.page(kOne, "first", "\"1\"");
  world.client.page(kTwo, "second");
  world.run();
  world.plan.revisits = {{"herald", kOne}};
  world.client.requests.clear();
  int unconditional = 0;
  for (int day = 0; day < 14; ++day) {
    world.clock.advance(days{1});
    world.run();
    for (const HttpRequest& request : world.client.requests) {
      unconditional += request.url == kOne && request.etag.empty() ? 1 : 0;
    }
    world.client.requests.clear();
  }
  EXPECT_EQ(unconditional, 2);
}

TEST(RefreshRevisits, OfASourceThatIsNotDueLeaveItsStateAlone) {
  RefreshWorld world;
  world.sink.states["herald"].source = "herald";
  world.sink.states["herald"].etag = "\"f1\"";
  world.sink.states["herald"].failures = 3;
  world.plan.revisits = {{"herald", kOne}};
  world.client.page(kOne, "first", "\"1\"");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne));
  EXPECT_FALSE(world.sink.outcome("herald").failed);
  EXPECT_EQ(world.sink.states["herald"].etag, "\"f1\"");
  EXPECT_EQ(world.sink.states["herald"].failures, 3);
  EXPECT_EQ(world.sink.states["herald"].last_attempt, std::nullopt);
}

TEST(RefreshRevisits, AWithdrawnReportIsAFindingNotAFailure) {
  RefreshWorld world;
  world.plan.revisits = {
      {"herald", kOne}, {"herald", kTwo}, {"herald", "https://herald.example/3"}};
  world.client.status(kOne, 404);
  world.client.status(kTwo, 410);
  world.client.status("https://herald.example/3", 500);
  world.run();
  EXPECT_THAT(world.sink.visited_as(),
              ElementsAre("https://herald.example/1 not_found", "https://herald.example/2 gone",
                          "https://herald.example/3 error"));
  EXPECT_EQ(world.sink.outcome("herald").failed_pages, 1);
}

TEST(RefreshRevisits, WhatIsNoAddressIsLeftOut) {
  RefreshWorld world;
  world.plan.revisits = {{"own", "file:///desk/a.txt"}};
  world.run();
  EXPECT_THAT(world.client.requests, IsEmpty());
  EXPECT_EQ(world.sink.outcomes.size(), 1U);
}

}  // namespace
}  // namespace claimtrail
