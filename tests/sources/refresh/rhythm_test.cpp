#include "sources/rhythm.h"

#include <gmock/gmock.h>

#include "sources/feeds/feed_rhythm.h"
#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Timestamp kNow = parse_timestamp("2025-04-28T10:00:00Z").value();

TEST(AskedToWait, FollowsCacheControlUpToADay) {
  EXPECT_EQ(asked_to_wait("HTTP/1.1 200 OK\r\nCache-Control: public, Max-Age=7200", kNow),
            kNow + hours{2});
  EXPECT_EQ(asked_to_wait("HTTP/1.1 200 OK\r\ncache-control: max-age=7200\r\nAge: 3600", kNow),
            kNow + hours{1});
  EXPECT_EQ(asked_to_wait("HTTP/1.1 200 OK\r\nCache-Control: max-age=99999999", kNow),
            kNow + hours{24});
  for (const char* none : {"", "Cache-Control: no-cache, max-age=7200", "Cache-Control: max-age=0",
                           "Cache-Control: max-age=soon", "X-Cache-Control: max-age=7200",
                           "Cache-Control: s-maxage=7200"}) {
    EXPECT_EQ(asked_to_wait(std::string("HTTP/1.1 200 OK\r\n") + none, kNow), std::nullopt) << none;
  }
}

std::vector<Timestamp> published_every(std::chrono::seconds gap, int count) {
  std::vector<Timestamp> times;
  for (int i = 1; i <= count; ++i) times.push_back(kNow - gap * i);
  return times;
}

TEST(LearntInterval, FollowsHowOftenSomethingIsPublished) {
  const AdaptiveBounds bounds;
  EXPECT_EQ(learnt_interval(bounds, 3'600, published_every(hours{4}, 20), 1, kNow), 2 * 3'600);
  EXPECT_EQ(learnt_interval(bounds, 3'600, published_every(minutes{2}, 20), 9, kNow), 900)
      << "not below its bounds";
  EXPECT_EQ(learnt_interval(bounds, 3'600, published_every(hours{500}, 20), 0, kNow), 86'400)
      << "not above them";
}

TEST(LearntInterval, WithoutDatesGoesByWhatIsNew) {
  const AdaptiveBounds bounds;
  EXPECT_EQ(learnt_interval(bounds, 3'600, {}, 5, kNow), 1'800);
  EXPECT_EQ(learnt_interval(bounds, 3'600, {}, 1, kNow), 3'600);
  EXPECT_EQ(learnt_interval(bounds, 3'600, {}, 0, kNow), 5'400);
  EXPECT_EQ(learnt_interval(bounds, 0, {kNow + hours{5}, kNow + hours{6}}, 1, kNow), 900)
      << "dates in the future say nothing";
}

TEST(Rhythm, OfAFeedComesIntoItsState) {
  RefreshWorld world;
  world.plan.sources = {feed_source("herald", "https://herald.example/rss")};
  world.plan.sources[0].every_ms = 900'000;
  world.plan.sources[0].adaptive = AdaptiveBounds{};
  HttpResponse response;
  response.status = 200;
  response.body = rss({"https://herald.example/1", "https://herald.example/2"});
  response.headers = "HTTP/1.1 200 OK\r\nCache-Control: max-age=43200";
  world.client.on("https://herald.example/rss", response);
  world.run();
  const SourceState& state = world.sink.states["herald"];
  EXPECT_EQ(state.not_before, world.clock.now() + hours{12});
  EXPECT_GE(state.next_due, world.clock.now() + hours{12});
  ASSERT_TRUE(state.learnt_every_s);
  EXPECT_GT(*state.learnt_every_s, 3'600) << "two entries of two days ago";
}

// miniflux/v2#1413: ttl, skipHours, skipDays; newsboat and others: the syndication module.
TEST(FeedRhythm, IsReadFromTheHeadOfAFeed) {
  const FeedRhythm rss = read_feed_rhythm(
      "<rss version=\"2.0\"><channel><title>N</title><ttl> 90 </ttl><skipHours><hour>0</hour>"
      "<hour>24</hour><hour>3</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day>"
      "<day>Caturday</day></skipDays><item><ttl>5000</ttl></item></channel></rss>");
  EXPECT_EQ(rss.every, minutes{90});
  EXPECT_EQ(rss.skipped_hours, 0b1001U);
  EXPECT_EQ(rss.skipped_days, 1U);
  const FeedRhythm rdf = read_feed_rhythm(
      "<rdf:RDF xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>"
      "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
      "</channel></rdf:RDF>");
  EXPECT_EQ(rdf.every, hours{6});
  for (const char* nothing :
       {"", "<rss><channel><ttl>soon</ttl></channel></rss>", "{\"version\": 1}",
        "<rss><channel><ttl>-5</ttl><ttl>0</ttl></channel></rss>"}) {
    EXPECT_TRUE(read_feed_rhythm(nothing).says_nothing()) << nothing;
  }
  std::string never = "<rss><channel><skipHours>";
  for (int hour = 0; hour < 24; ++hour) never += "<hour>" + std::to_string(hour) + "</hour>";
  EXPECT_TRUE(read_feed_rhythm(never).says_nothing()) << "one that is never to be asked";
}

TEST(FeedRhythm, IsKeptAsText) {
  const FeedRhythm rhythm{hours{6}, 0b1001U, 0b1000001};
  EXPECT_EQ(write_rhythm(rhythm), "every=21600 hours=9 days=65");
  EXPECT_EQ(parse_rhythm(write_rhythm(rhythm)), rhythm);
  EXPECT_EQ(write_rhythm({}), "");
  EXPECT_TRUE(parse_rhythm("every=x hours= days").says_nothing());
}

TEST(FeedRhythm, SkippedHoursAndDaysAreLeft) {
  FeedRhythm rhythm;
  rhythm.skipped_hours = 0b11U << 10U;  // 10 and 11 o'clock
  EXPECT_EQ(outside_skipped(rhythm, kNow + minutes{5}), kNow + hours{2});
  EXPECT_EQ(outside_skipped(rhythm, kNow - minutes{5}), kNow - minutes{5});
  rhythm.skipped_days = 0b10;  // Monday, which it is
  EXPECT_EQ(outside_skipped(rhythm, kNow), kNow + hours{14});
}

TEST(FeedRhythm, MakesASourceWaitAlsoWhileItIsUnchanged) {
  RefreshWorld world;
  const std::string url = "https://herald.example/rss";
  world.plan.sources = {feed_source("herald", url)};
  world.plan.sources[0].every_ms = 900'000;
  std::string feed = rss({"https://herald.example/1"});
  feed.insert(feed.find("<item>"), "<ttl>180</ttl>");
  world.client.page(url, feed, "\"f\"");
  for (int run = 0; run < 3; ++run) {
    world.run();
    const SourceState& state = world.sink.states["herald"];
    EXPECT_GE(state.next_due, world.clock.now() + hours{3});
    EXPECT_FALSE(is_due(world.plan.sources[0], state, "UTC", world.clock.now() + minutes{179}));
    EXPECT_TRUE(is_due(world.plan.sources[0], state, "UTC", world.clock.now() + hours{4}));
    world.clock.advance(hours{4});
  }
}

}  // namespace
}  // namespace claimtrail
