#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr const char* kFeed = "https://herald.example/rss";
constexpr const char* kOne = "https://herald.example/1";
constexpr const char* kWire = "https://wire.example/a";

struct CitedWorld : RefreshWorld {
  CitedWorld() {
    plan.sources = {feed_source("herald", kFeed)};
    plan.manners.cited = CitedReports::fetch;
    feed(kFeed, {kOne});
    client.page(kOne, "first");
    client.page(kWire, "wire");
    sink.cites["first"] = {kWire};
    sink.cites["wire"] = {"https://deeper.example/b"};
    client.page("https://deeper.example/b", "deeper");
  }
};

TEST(CitedReports, AreFetchedOneStepDeepInTheNameOfWhoCitesThem) {
  CitedWorld world;
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne, kWire));
  EXPECT_EQ(world.sink.captures[1].cited_by, std::string("report of ") + kOne);
  EXPECT_EQ(world.sink.captures[1].source, "herald");
  EXPECT_EQ(world.sink.captures[0].cited_by, "");
  EXPECT_EQ(world.sink.outcome("herald").fetched, 1);
  EXPECT_EQ(world.sink.outcome("herald").cited, 1);
}

TEST(CitedReports, AreLeftAloneUnlessAskedFor) {
  CitedWorld world;
  world.plan.manners.cited = CitedReports::leave;
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kOne));
  CitedWorld own;
  own.plan.manners.cited = CitedReports::leave;
  own.plan.sources[0].cited = CitedReports::fetch;
  own.run();
  EXPECT_EQ(own.sink.captures.size(), 2U);
  CitedWorld not_this;
  not_this.plan.sources[0].cited = CitedReports::leave;
  not_this.run();
  EXPECT_EQ(not_this.sink.captures.size(), 1U);
}

TEST(CitedReports, OfOneReportHaveACap) {
  CitedWorld world;
  world.plan.manners.cited_per_report = 3;
  world.sink.cites["first"].clear();
  for (int i = 0; i < 10; ++i) {
    const std::string url = "https://wire.example/" + std::to_string(i);
    world.sink.cites["first"].push_back(url);
    world.client.page(url, "wire " + std::to_string(i));
  }
  world.run();
  EXPECT_EQ(world.sink.outcome("herald").cited, 3);
}

TEST(CitedReports, ObeyRobotsAndTheirFailuresAreNotTheSources) {
  CitedWorld world;
  HttpResponse robots;
  robots.status = 200;
  robots.body = "User-agent: *\nDisallow: /a\n";
  world.client.on("https://wire.example/robots.txt", robots);
  world.sink.cites["first"] = {kWire, "https://wire.example/missing"};
  world.client.status("https://wire.example/missing", 404);
  world.run();
  EXPECT_EQ(world.client.count(kWire), 0);
  EXPECT_THAT(world.sink.visited_as(),
              UnorderedElementsAre("https://wire.example/a disallowed",
                                   "https://wire.example/missing not_found"));
  EXPECT_EQ(world.sink.outcome("herald").failed_pages, 0);
  EXPECT_FALSE(world.sink.outcome("herald").failed);
}

}  // namespace
}  // namespace claimtrail
