#include <gmock/gmock.h>

#include "sources/feeds/entry_keys.h"
#include "tests/sources/refresh/memory_sink.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

struct Item {
  std::string guid;
  std::string title;
  std::string link;
  std::string day = "26";
};

std::string feed_of(const std::vector<Item>& items) {
  std::string text = "<rss version=\"2.0\"><channel><title>News</title>";
  for (const Item& item : items) {
    text += "<item><title>" + item.title + "</title><link>" + item.link + "</link>";
    if (!item.guid.empty()) text += "<guid isPermaLink=\"false\">" + item.guid + "</guid>";
    text += "<pubDate>Sat, " + item.day + " Apr 2025 08:30:00 GMT</pubDate></item>";
  }
  return text + "</channel></rss>";
}

constexpr const char* kFeed = "https://herald.example/rss";
constexpr const char* kDam = "https://herald.example/dam-holds";
constexpr const char* kDamEdited = "https://herald.example/dam-cracks";

struct IdentityWorld : RefreshWorld {
  IdentityWorld() {
    plan.sources = {feed_source("herald", kFeed)};
    for (const char* url : {kDam, kDamEdited}) client.page(url, std::string("page ") + url);
  }
  void lists(const std::vector<Item>& items) {
    client.clear(kFeed);
    client.page(kFeed, feed_of(items));
    run();
  }
};

// miniflux/v2#3120, #2358, #797: an edited title or slug makes no second report.
TEST(EntryIdentity, AnEditedAddressIsAnotherVisitOfTheSameReport) {
  for (const Item& edited : {Item{"g1", "Dam holds", kDamEdited},     // the address
                             Item{"g1", "Dam cracks", kDamEdited},    // and the title
                             Item{"g2", "Dam holds", kDamEdited}}) {  // or the id
    IdentityWorld world;
    world.lists({{"g1", "Dam holds", kDam}});
    world.lists({edited});
    EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kDam, kDam)) << edited.title << edited.guid;
    EXPECT_EQ(world.sink.captures[1].body, std::string("page ") + kDamEdited);
    world.sink.known_urls.insert(kDamEdited);
    world.lists({edited});
    EXPECT_EQ(world.sink.captures.size(), 2U);
  }
}

// miniflux/v2#4197: all entries share one id.
TEST(EntryIdentity, ASharedIdIsNobodys) {
  IdentityWorld world;
  world.lists({{"same", "Dam holds", kDam}});
  world.lists({{"same", "Bridge shut", "https://herald.example/bridge", "27"},
               {"same", "Dam holds", kDam}});
  world.client.page("https://herald.example/bridge", "bridge");
  world.lists({{"same", "Bridge shut", "https://herald.example/bridge", "27"}});
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kDam, "https://herald.example/bridge"));
}

// FreshRSS#1552, feedbin/support#416: no id at all.
TEST(EntryIdentity, WithoutAnIdTitleAndDateServe) {
  IdentityWorld world;
  world.lists({{"", "Dam holds", kDam}});
  world.lists({{"", "Dam holds", kDamEdited}});
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kDam, kDam));
}

// miniflux/v2#3120, brendanlong/lion-reader#1535: an edited title takes the address and the id
// along; the words and the date stay.
TEST(EntryIdentity, WordsAndDateServeWhereAllElseWasEdited) {
  FeedEntry before;
  before.id = "https://herald.example/dam-holds";
  before.title = "Dam holds";
  before.published = "Sat, 26 Apr 2025 08:30:00 GMT";
  before.summary = "<p>" + std::string(20, 'w') +
                   " the wall above the village of Brenn held through "
                   "the second night of rain.</p>";
  FeedEntry after = before;
  after.id = "https://herald.example/dam-cracks";
  after.title = "Dam cracks";
  const auto old_keys = entry_keys({before}, {kDam})[0];
  EXPECT_THAT(entry_keys({after}, {kDamEdited})[0],
              testing::Contains(testing::AnyOfArray(old_keys)));
  after.summary = "Too few words";
  EXPECT_THAT(entry_keys({after}, {kDamEdited})[0],
              testing::Not(testing::Contains(testing::AnyOfArray(old_keys))));
}

TEST(EntryIdentity, AnIdOutlivesAMoveOfTheSite) {
  FeedEntry before;
  before.id = "http://old.example/?p=12";
  before.title = "Dam holds";
  FeedEntry after = before;
  after.id = "https://new.example/?p=12";
  const auto old_keys = entry_keys({before}, {"http://old.example/dam"})[0];
  EXPECT_THAT(entry_keys({after}, {"https://new.example/2025/dam"})[0],
              testing::Contains(testing::AnyOfArray(old_keys)));
}

TEST(EntryIdentity, ASeriesUnderOneTitleStaysApart) {
  IdentityWorld world;
  world.lists({{"g1", "Morning briefing", kDam, "26"}});
  world.lists(
      {{"g2", "Morning briefing", kDamEdited, "27"}, {"g1", "Morning briefing", kDam, "26"}});
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kDam, kDamEdited));
}

TEST(EntryIdentity, ANumberedFeedBringsEverythingNew) {
  IdentityWorld world;
  world.lists({{"1", "Dam holds", kDam, "26"}});
  world.lists({{"1", "Bridge shut", kDamEdited, "27"}, {"2", "Dam holds", kDam, "26"}});
  EXPECT_THAT(world.sink.captured_urls(), ElementsAre(kDam, kDamEdited));
}

TEST(EntryKeys, AKeyThatTwoEntriesShareIsLeftOut) {
  FeedEntry a;
  a.id = "g";
  a.title = "Live";
  a.published = "Sat, 26 Apr 2025 08:30:00 GMT";
  const auto keys = entry_keys({a, a}, {"https://a.example/1", "https://a.example/2"});
  EXPECT_EQ(keys[0].size(), 1U) << "the address";
  EXPECT_NE(keys[0], keys[1]);
  const auto twice = entry_keys({a, a}, {"https://a.example/1", "https://a.example/1"});
  EXPECT_EQ(twice[0].size(), 4U) << "listed twice, it is still one report";
  const auto secure = entry_keys({a}, {"http://a.example/1"});
  EXPECT_EQ(secure[0][0], twice[0][0]) << "http and https are one key";
}

}  // namespace
}  // namespace claimtrail
