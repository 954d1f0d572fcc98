#include "sources/rhythm.h"

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace claimtrail
