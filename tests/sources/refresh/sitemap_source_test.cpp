#include <gmock/gmock.h>

#include "tests/sources/refresh/memory_sink.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* kMap = "https://herald.example/sitemap.xml";

std::string page(int number) { return "https://herald.example/" + std::to_string(number); }

std::string map_of(const std::vector<std::pair<std::string, std::string>>& urls) {
  std::string text = "<?xml version=\"1.0\"?><urlset xmlns=\"x\">";
  for (const auto& [url, day] : urls) {
    text += "<url><loc>" + url + "</loc>" + (day.empty() ? "" : "<lastmod>" + day + "</lastmod>") +
            "<image:image><image:loc>https://herald.example/i.png</image:loc></image:image></url>";
  }
  return text + "</urlset>";
}

std::string index_of(const std::vector<std::pair<std::string, std::string>>& maps) {
  std::string text = "<sitemapindex>";
  for (const auto& [url, day] : maps) {
    text += "<sitemap><loc>" + url + "</loc><lastmod>" + day + "</lastmod></sitemap>";
  }
  return text + "</sitemapindex>";
}

struct MapWorld : RefreshWorld {
  MapWorld() {
    plan.sources = {feed_source("map", kMap)};
    plan.sources[0].kind = SourceKind::sitemap;
    for (int i = 0; i < 300; ++i) client.page(page(i), "page " + std::to_string(i));
  }
  void serves(const std::string& url, const std::string& body, const std::string& etag = {}) {
    client.clear(url);
    client.page(url, body, etag);
  }
};

TEST(SitemapSource, BringsWhatIsNewerThanItsBoundNewestFirst) {
  MapWorld world;
  world.serves(kMap, map_of({{page(1), "2025-04-27"},
                             {page(2), "2025-04-28T09:00:00Z"},
                             {page(3), "2025-03-01"},
                             {page(4), ""}}));
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(page(2), page(1), page(4)));
  EXPECT_EQ(world.sink.outcome("map").entries, 4);
  EXPECT_TRUE(world.sink.captures[0].entry->published_time.has_value());
}

TEST(SitemapSource, ACapLeavesTheRestForTheNextRun) {
  MapWorld world;
  world.plan.sources[0].max_new = 100;
  std::vector<std::pair<std::string, std::string>> urls;
  for (int i = 0; i < 250; ++i) urls.emplace_back(page(i), "2025-04-27");
  world.serves(kMap, map_of(urls), "\"m\"");
  world.run();
  EXPECT_EQ(world.sink.captures.size(), 100U);
  world.run();
  world.run();
  EXPECT_EQ(world.sink.captures.size(), 250U);
  const auto before = world.client.requests.size();
  world.run();
  EXPECT_EQ(world.client.requests.size(), before + 1) << "asked conditionally, and that is all";
  EXPECT_EQ(world.client.requests.back().etag, "\"m\"");
}

TEST(SitemapSource, AnIndexIsFollowedAndItsOldMapsAreNot) {
  MapWorld world;
  const std::string fresh = "https://herald.example/maps/2025-04.xml.gz";
  const std::string old = "https://herald.example/maps/2024-01.xml";
  world.serves(kMap, index_of({{old, "2024-02-01"}, {fresh, "2025-04-28"}}), "\"i\"");
  world.serves(fresh, gzip(map_of({{page(1), "2025-04-28"}})), "\"c\"");
  world.serves(old, map_of({{page(2), "2025-04-28"}}));
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(page(1)));
  EXPECT_EQ(world.client.count(old), 0);
  world.run();
  EXPECT_EQ(world.sink.states["map"].etag, "") << "an index is asked for whole";
  EXPECT_EQ(world.client.requests.back().etag, "\"c\"") << "its maps are asked conditionally";
  EXPECT_EQ(world.client.count(page(1)), 1);
}

TEST(SitemapSource, NewsMapsSayTitleAndTime) {
  MapWorld world;
  world.serves(kMap,
               "<urlset xmlns:news=\"n\"><url><loc>/1</loc><lastmod>2020-01-01</lastmod><news:news>"
               "<news:publication><news:name>Herald</news:name></news:publication>"
               "<news:publication_date>2025-04-28T08:00:00+02:00</news:publication_date>"
               "<news:title>Dam &amp; bridge</news:title></news:news></url></urlset>");
  world.run();
  ASSERT_THAT(world.sink.captured_urls(), ElementsAre(page(1)));
  EXPECT_EQ(world.sink.captures[0].entry->title, "Dam & bridge");
  EXPECT_EQ(format_timestamp(*world.sink.captures[0].entry->published_time->time),
            "2025-04-28T06:00:00Z");
}

TEST(SitemapSource, NamespacesCountNotPrefixes) {
  MapWorld world;
  world.serves(
      kMap,
      "<s:urlset xmlns:s=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\" "
      "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"><s:url><s:loc>/1</s:loc>"
      "<image:image><image:loc>/photo.jpg</image:loc><image:title>No</image:title></image:image>"
      "<n:news><n:publication_date>2025-04-28T08:00:00+02:00</n:publication_date>"
      "<n:title>Dam</n:title></n:news></s:url></s:urlset>");
  world.run();
  ASSERT_THAT(world.sink.captured_urls(), ElementsAre(page(1)));
  EXPECT_EQ(world.sink.captures[0].entry->title, "Dam");
  EXPECT_TRUE(world.sink.captures[0].entry->published_time);
}

TEST(SitemapSource, AFeedIsOneToo) {
  MapWorld world;
  world.serves(kMap, rss({page(1), page(2)}));
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), UnorderedElementsAre(page(1), page(2)));
}

TEST(SitemapSource, AListOfLinesIsOneToo) {
  MapWorld world;
  world.serves(kMap, page(1) + "\r\n" + page(2) + "\nnot an address\n");
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(page(1), page(2)));
}

TEST(SitemapSource, AnIndexThatNamesItselfEnds) {
  MapWorld world;
  world.serves(kMap, index_of({{kMap, "2025-04-28"}, {"https://herald.example/m2", "2025-04-28"}}));
  world.serves("https://herald.example/m2",
               index_of({{"https://herald.example/m3", "2025-04-28"}}));
  world.serves("https://herald.example/m3",
               index_of({{"https://herald.example/m4", "2025-04-28"}}));
  world.run();
  EXPECT_EQ(world.client.count("https://herald.example/m3"), 1);
  EXPECT_EQ(world.client.count("https://herald.example/m4"), 0) << "deeper than anybody goes";
}

TEST(SitemapSource, WhatIsNoSitemapSaysSo) {
  MapWorld world;
  for (const std::string& body : {std::string("<html><body>no</body></html>"), std::string("words"),
                                  std::string("\x1F\x8B garbage")}) {
    world.serves(kMap, body);
    world.run();
    EXPECT_TRUE(world.sink.outcome("map").failed) << body;
    EXPECT_THAT(world.sink.outcome("map").reason, HasSubstr("sitemap")) << body;
  }
  EXPECT_THAT(world.sink.captures, IsEmpty());
}

TEST(SitemapSource, ABombIsNotUnpacked) {
  MapWorld world;
  world.serves(kMap, gzip(std::string(50'000'000, ' ')));
  world.run();
  EXPECT_THAT(world.sink.outcome("map").reason, HasSubstr("unpacks to more than 8000000 bytes"));
}

TEST(SitemapSource, ABrokenMapIsCountedAndTheOthersAreRead) {
  MapWorld world;
  world.serves(kMap, index_of({{"https://herald.example/a", "2025-04-28"},
                               {"https://herald.example/b", "2025-04-28"}}));
  world.client.status("https://herald.example/a", 404);
  world.serves("https://herald.example/b", map_of({{page(1), ""}}));
  world.run();
  EXPECT_FALSE(world.sink.outcome("map").failed);
  EXPECT_EQ(world.sink.outcome("map").reason,
            "one page failed: https://herald.example/a: not found (404)");
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(page(1)));
}

TEST(SitemapSource, MapsThatRobotsForbidsAreNotAsked) {
  MapWorld world;
  HttpResponse robots;
  robots.status = 200;
  robots.body = "User-agent: *\nDisallow: /maps/\n";
  world.client.on("https://herald.example/robots.txt", robots);
  world.serves(kMap, index_of({{"https://herald.example/maps/a", "2025-04-28"},
                               {"https://herald.example/maps/b", "2025-04-28"},
                               {"https://herald.example/c", "2025-04-28"}}));
  world.serves("https://herald.example/c", map_of({{page(1), ""}}));
  world.run();
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(page(1)));
  EXPECT_EQ(world.sink.outcome("map").failed_pages, 2);
  EXPECT_THAT(world.sink.outcome("map").reason, HasSubstr("robots.txt line 2: Disallow: /maps/"));
}

}  // namespace
}  // namespace claimtrail
