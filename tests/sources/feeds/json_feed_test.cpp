#include <chrono>

#include "sources/feeds/feed.h"
#include "sources/feeds/repair_json.h"

namespace claimtrail {
namespace {

constexpr const char* kHead =
    R"({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour News",)";

Feed feed(std::string_view text) {
  Result<Feed> result = read_feed(text, "", "https://news.example/feed.json");
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result.value_or(Feed{});
}

FeedEntry item(const std::string& inside) {
  const Feed read = feed(std::string(kHead) + "\"items\": [{" + inside + "}]}");
  EXPECT_EQ(read.entries.size(), 1U);
  return read.entries.empty() ? FeedEntry{} : read.entries.front();
}

TEST(JsonFeed, ReadsVersion11) {
  const Feed read = feed(R"({
    "version": "https://jsonfeed.org/version/1.1", "title": "Harbour News",
    "home_page_url": "/", "feed_url": "https://news.example/feed.json",
    "description": "All of it", "language": "en-GB",
    "authors": [{"name": "The whole newsroom"}],
    "items": [
      {"id": "7", "url": "bridge", "title": "Bridge & ferry", "summary": "Shut < open",
       "content_html": "<p>More <a href=\"/b\">there</a>.</p>",
       "date_published": "2025-04-26T10:30:00+02:00", "date_modified": "2025-04-27T00:00:00Z",
       "authors": [{"name": "Jane Doe", "url": "https://j.example"}, {"name": " John  Roe "}],
       "tags": ["Traffic", " Sea "],
       "attachments": [{"url": "https://n.example/a.mp3", "title": "No title of the entry"}],
       "_own": {"title": "No", "items": [{"id": "no"}], "tags": ["no"]}},
      {"id": "8", "title": "Second"}]})");
  EXPECT_EQ(read.title, "Harbour News");
  EXPECT_EQ(read.link, "https://news.example/");
  EXPECT_EQ(read.description, "All of it");
  EXPECT_EQ(read.language, "en-GB");
  ASSERT_EQ(read.entries.size(), 2U);
  const FeedEntry& entry = read.entries[0];
  EXPECT_EQ(entry.id, "7");
  EXPECT_EQ(entry.link, "https://news.example/bridge");
  EXPECT_EQ(entry.title, "Bridge & ferry");
  EXPECT_EQ(entry.summary, "Shut &lt; open");
  EXPECT_EQ(entry.content, "<p>More <a href=\"https://news.example/b\">there</a>.</p>");
  EXPECT_EQ(entry.author, "Jane Doe, John Roe");
  EXPECT_EQ(entry.tags, (std::vector<std::string>{"Traffic", "Sea"}));
  EXPECT_EQ(format_published(entry.published_time.value()), "2025-04-26T08:30:00Z");
  EXPECT_EQ(format_published(entry.updated_time.value()), "2025-04-27T00:00:00Z");
  EXPECT_EQ(read.entries[1].author, "") << "an author of the whole feed is nobody's byline";
  EXPECT_FALSE(read.entries[1].published_time);
}

TEST(JsonFeed, ReadsVersion10AndEscapedSlashes) {
  const Feed read = feed(R"({"version":"https:\/\/jsonfeed.org\/version\/1","title":"T","items":[
    {"id":12,"author":{"name":"Jane"},"external_url":"https://o.example/x","content_text":"a < b"}]})");
  ASSERT_EQ(read.entries.size(), 1U);
  EXPECT_EQ(read.entries[0].id, "12") << "some write numbers";
  EXPECT_EQ(read.entries[0].author, "Jane");
  EXPECT_EQ(read.entries[0].link, "https://o.example/x");
  EXPECT_EQ(read.entries[0].content, "a &lt; b");
  EXPECT_EQ(read.entries[0].summary, "a &lt; b");
}

TEST(JsonFeed, AnAddressAsIdIsTheLinkWhereThereIsNone) {
  EXPECT_EQ(item(R"("id": "https://n.example/1")").link, "https://n.example/1");
  EXPECT_EQ(item(R"("id": "https://n.example/1", "url": "/2")").link, "https://news.example/2");
}

TEST(JsonFeed, ReadsWhatAStrictParserRefuses) {
  EXPECT_EQ(item("\"title\": \"two\nlines\"").title, "two lines");
  EXPECT_EQ(item("\"title\": \"bell\x07\", \"id\": \"1\",").id, "1");
  EXPECT_EQ(item(R"("title": "it\'s \x")").title, "it's x");
  EXPECT_EQ(item(R"("title": "half \ud83d a pair")").title, "half \xEF\xBF\xBD a pair");
  EXPECT_EQ(item(R"("title": "whole \ud83d\ude00")").title, "whole \xF0\x9F\x98\x80");
  EXPECT_EQ(item("\"title\": \"caf\xE9\"").title.substr(0, 3), "caf");
  EXPECT_EQ(feed("\xEF\xBB\xBF" + std::string(kHead) + "\"items\": []}").title, "Harbour News");
}

TEST(JsonFeed, ReadsATruncatedFeed) {
  const std::string whole =
      std::string(kHead) +
      R"("items": [{"id": "1", "title": "One", "tags": ["a", "b"]}, {"id": "2"}]})";
  for (std::size_t length = whole.find("\"One\"") + 5; length <= whole.size(); ++length) {
    const Feed read = feed(whole.substr(0, length));
    ASSERT_GE(read.entries.size(), 1U) << length;
    EXPECT_EQ(read.entries[0].title, "One");
  }
}

TEST(JsonFeed, OtherJsonIsNone) {
  for (const char* text : {"{}", "[]", R"({"items": []})", R"({"text": "see jsonfeed.org"})"}) {
    const auto result = read_feed(text, "application/json", "https://n.example/");
    ASSERT_FALSE(result) << text;
    EXPECT_NE(result.error().message.find("no JSON Feed"), std::string::npos);
  }
}

TEST(JsonFeed, NestingAndRepairTakeLinearTime) {
  const auto repeated = [](const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  for (const char* part : {"[", "{\"a\":", "\"\\ud83d", "\\", "jsonfeed.org"}) {
    const std::string text = std::string(kHead) + "\"items\": [{\"x\": " + repeated(part, 400'000);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(read_feed(text, "", "https://n.example/"));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 5.0) << part;
  }
}

TEST(RepairJson, LeavesGoodJsonAlone) {
  const std::string good = R"({"a": "\"\\\/\b\f\n\r\t\u00e9 \ud83d\ude00", "b": [1, -2e3, null]})";
  std::string text = good;
  repair_json(text);
  EXPECT_EQ(text, good);
}

}  // namespace
}  // namespace claimtrail
