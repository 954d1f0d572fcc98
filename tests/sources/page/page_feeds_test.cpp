#include "sources/page/page_feeds.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> named(const std::string& html,
                               const std::string& url = "https://n.example/world/") {
  std::vector<std::string> locations;
  for (const FoundFeed& feed : feeds_named_by(html, "text/html", url)) {
    locations.push_back(feed.location);
  }
  return locations;
}

TEST(PageFeeds, EveryTypeOfFeedIsKnown) {
  for (const char* type : {"application/rss+xml", "Application/Atom+XML", "application/rdf+xml",
                           "application/feed+json", " application/rss+xml ; charset=utf-8"}) {
    EXPECT_THAT(named("<link rel='ALTERNATE home' href='/f' type='" + std::string(type) + "'>"),
                ElementsAre("https://n.example/f"))
        << type;
  }
  EXPECT_THAT(named("<link rel=stylesheet href=/f type=application/rss+xml>"), IsEmpty());
  EXPECT_THAT(named("<link rel=alternate href=/f type=text/html>"), IsEmpty());
}

// liferea#1034: a type written with a character reference; snarfed/bridgy-fed#2255: RDF.
TEST(PageFeeds, TypesAreReadAsMarkupIs) {
  EXPECT_THAT(named("<link rel=alternate href=/f type='application/rss&#43;xml'>"
                    "<link rel=alternate href=/g type='application/rdf&plus;xml'>"),
              ElementsAre("https://n.example/f", "https://n.example/g"));
}

// liferea#87: <base>.
TEST(PageFeeds, TheBaseOfThePageCounts) {
  EXPECT_THAT(named("<base href='/de/'><link rel=alternate href=f type=application/rss+xml>"),
              ElementsAre("https://n.example/de/f"));
  EXPECT_THAT(named("<link rel=alternate href=f type=application/rss+xml>"),
              ElementsAre("https://n.example/world/f"));
}

TEST(PageFeeds, WhatIsSureComesFirstAndCommentsLast) {
  EXPECT_THAT(named("<link rel=alternate href=/wp-json/1 type=application/json>"
                    "<link rel=alternate href=/comments/feed type=application/rss+xml>"
                    "<link rel=alternate href=/feed type=application/rss+xml>"
                    "<link rel=alternate href=/feed#top type=application/rss+xml>"
                    "<a href=/world.rss>RSS</a><a href=/feedback>Say</a><a href='mailto:x'>x</a>"),
              ElementsAre("https://n.example/feed", "https://n.example/world.rss",
                          "https://n.example/wp-json/1", "https://n.example/comments/feed"));
}

TEST(PageFeeds, OnlyTheWebAndNotWithoutEnd) {
  EXPECT_THAT(named("<link rel=alternate href='file:///etc/passwd' type=application/rss+xml>"
                    "<link rel=alternate href='javascript:1' type=application/rss+xml>"),
              IsEmpty());
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "<a href=/" + std::to_string(i) + "/rss>r</a>";
  EXPECT_LE(named(many).size(), 50U);
}

}  // namespace
}  // namespace claimtrail
