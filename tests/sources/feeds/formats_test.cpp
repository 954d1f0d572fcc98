#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

Feed feed(std::string_view text, std::string_view type = "",
          std::string_view url = "https://news.example/world/feed") {
  Result<Feed> result = read_feed(text, type, url);
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result.value_or(Feed{});
}

FeedEntry only(const Feed& read) {
  EXPECT_EQ(read.entries.size(), 1U);
  return read.entries.empty() ? FeedEntry{} : read.entries.front();
}

FeedEntry item(const std::string& inside) {
  return only(
      feed("<rss version='2.0' xmlns:dcterms='http://purl.org/dc/terms/' "
           "xmlns:media='http://search.yahoo.com/mrss/' "
           "xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Own</title><item>" +
           inside + "</item></channel></rss>"));
}

// snarfed/bridgy-fed#2255: RDF, sent as application/rdf+xml.
TEST(Formats, Rss090) {
  const Feed read = feed(
      "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://channel.netscape.com/rdf/simple/0.9/'><channel><title>Harbour</title>"
      "<link>https://news.example</link></channel><image><title>No</title></image>"
      "<item><title>One</title><link>/1</link></item>"
      "<item><title>Two</title><link>/2</link></item></rdf:RDF>",
      "application/rdf+xml");
  EXPECT_EQ(read.title, "Harbour");
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(read.entries[1].link, "https://news.example/2");
}

TEST(Formats, Rss091And092) {
  for (const char* version : {"0.91", "0.92", "0.93", "0.94"}) {
    const Feed read = feed(
        "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
        "'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='" +
        std::string(version) +
        "'><channel><title>Caf&eacute;</title><item><title>One</title>"
        "<link>https://news.example/1</link><description>Two &mdash; three</description>"
        "<source url='https://o.example/rss'>Other</source></item></channel></rss>");
    EXPECT_EQ(read.title, "Caf\xC3\xA9");
    EXPECT_EQ(only(read).summary, "Two \xE2\x80\x94 three");
    EXPECT_EQ(only(read).source_title, "Other");
  }
}

TEST(Formats, Atom03) {
  const FeedEntry entry = only(
      feed("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Harbour</title>"
           "<entry><title mode='escaped' type='text/html'>A &lt;i&gt;b&lt;/i&gt;</title>"
           "<link rel='alternate' type='text/html' href='/1'/><id>tag:news.example,2005:1</id>"
           "<issued>2005-11-09T01:00:00-05:00</issued><modified>2005-11-10T00:00:00Z</modified>"
           "<author><name>Jane Doe</name></author></entry></feed>"));
  EXPECT_EQ(entry.title, "A <i>b</i>");
  EXPECT_EQ(entry.link, "https://news.example/1");
  EXPECT_EQ(format_published(entry.published_time.value()), "2005-11-09T06:00:00Z");
  EXPECT_EQ(format_published(entry.updated_time.value()), "2005-11-10T00:00:00Z");
  EXPECT_EQ(entry.author, "Jane Doe");
}

TEST(Formats, DatesOfOtherVocabularies) {
  EXPECT_EQ(item("<dcterms:issued>2025-04-26</dcterms:issued>").published, "2025-04-26");
  EXPECT_EQ(item("<atom:updated>2025-04-26T10:00:00Z</atom:updated>").updated,
            "2025-04-26T10:00:00Z");
  const FeedEntry unknown = item("<pubDate>soon</pubDate>");
  EXPECT_EQ(unknown.published, "soon") << "kept as written";
  EXPECT_FALSE(unknown.published_time);
}

TEST(Formats, MediaFillsWhatIsMissingOnly) {
  const FeedEntry entry = item(
      "<media:group><media:content url='/v.mp4'><media:title>The film</media:title>"
      "<media:description>Of the dam</media:description></media:content></media:group>");
  EXPECT_EQ(entry.title, "The film");
  EXPECT_EQ(entry.summary, "Of the dam");
  EXPECT_EQ(item("<media:title>The film</media:title><title>Own</title>").title, "Own");
}

TEST(Formats, TheRealPublisherIsKept) {
  const FeedEntry entry = item("<source url='https://wire.example/rss'>The Wire</source>");
  EXPECT_EQ(entry.source_title, "The Wire");
  EXPECT_EQ(entry.source_url, "https://wire.example/rss");
  const FeedEntry atom = only(feed(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Planet</title><entry><title>One</title>"
      "<link href='/1'/><source><id>urn:x</id><title>The Wire</title><link rel='self' href='/s'/>"
      "<link href='https://wire.example/'/><updated>2001-01-01</updated></source></entry></feed>"));
  EXPECT_EQ(atom.source_title, "The Wire");
  EXPECT_EQ(atom.source_url, "https://wire.example/");
  EXPECT_EQ(atom.title, "One");
  EXPECT_EQ(atom.link, "https://news.example/1") << "not that of the source";
  EXPECT_EQ(atom.updated, "");
}

TEST(Formats, AFeedIsNotItsOwnSource) {
  EXPECT_EQ(item("<source url='https://o.example/rss'>Own</source>").source_title, "");
  EXPECT_EQ(item("<source url='https://news.example/world/feed'>Ours</source>").source_title, "");
}

TEST(Formats, LinksInMarkupFollowTheNearestBase) {
  const Feed read = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'><title>T</title>"
      "<entry xml:base='b/'><link href='1'/><content type='html' xml:base='c/'>"
      "&lt;a href='x'&gt;x&lt;/a&gt;&lt;img src='/y'&gt;</content></entry>"
      "<entry><link href='2'/><summary type='html'>&lt;a href='x'&gt;</summary></entry></feed>");
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(read.entries[0].link, "https://news.example/a/b/1");
  EXPECT_EQ(read.entries[0].content,
            "<a href='https://news.example/a/b/c/x'>x</a><img src='https://news.example/y'>");
  EXPECT_EQ(read.entries[1].link, "https://news.example/a/2");
  EXPECT_EQ(read.entries[1].summary, "<a href='https://news.example/a/x'>");
  EXPECT_EQ(item("<description>&lt;a href='x'&gt;</description>").summary,
            "<a href='https://news.example/world/x'>")
      << "without a base the feed's own address";
}

TEST(Formats, Utf16AndWindowsCharsetsAreDecoded) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<rss><channel><title>Sea</title></channel></rss>")) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(feed(wide).title, "Sea");
  EXPECT_EQ(
      feed("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xCC\xEE\xF0\xE5"
           "</title></channel></rss>")
          .title,
      "\xD0\x9C\xD0\xBE\xD1\x80\xD0\xB5");
}

TEST(Formats, ATimeWithoutAZoneIsOfTheZoneOfTheSource) {
  const auto read = read_feed(
      "<rss><channel><item><title>x</title><pubDate>26 Jan 2025 00:30</pubDate></item></channel>"
      "</rss>",
      "", "", "Europe/Warsaw");
  ASSERT_TRUE(read);
  EXPECT_EQ(format_published(read->entries.at(0).published_time.value()), "2025-01-25T23:30:00Z");
  EXPECT_EQ(format_day(read->entries.at(0).published_time->day), "2025-01-26");
}

}  // namespace
}  // namespace claimtrail
