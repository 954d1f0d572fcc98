#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

Feed feed(std::string_view text, std::string_view url = "https://news.example.org/feed") {
  Result<Feed> result = read_feed(text, "", url);
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result.value_or(Feed{});
}

FeedEntry item(const std::string& inside, const std::string& spaces = {}) {
  Feed read = feed("<rss version='2.0' " + spaces + "><channel><item>" + inside +
                   "</item></channel></rss>");
  EXPECT_EQ(read.entries.size(), 1U);
  return read.entries.empty() ? FeedEntry{} : read.entries.front();
}

TEST(ReadFeed, Rss) {
  const Feed read = feed(
      "<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour News</title>"
      "<link>https://news.example.org/</link><description>All of it</description>"
      "<language>en-gb</language><image><title>No</title><link>/no</link></image>"
      "<item><title>Bridge &amp; ferry</title><link>/bridge</link><guid "
      "isPermaLink='false'>7</guid>"
      "<pubDate>Sat, 26 Apr 2025 10:30:00 +0200</pubDate><author>Jane Doe</author>"
      "<category>Traffic</category><source url='https://w.example/'>The Wire</source>"
      "<description>&lt;a href='/b'&gt;More&lt;/a&gt;</description></item></channel></rss>");
  EXPECT_EQ(read.title, "Harbour News");
  EXPECT_EQ(read.link, "https://news.example.org/");
  EXPECT_EQ(read.description, "All of it");
  EXPECT_EQ(read.language, "en-gb");
  ASSERT_EQ(read.entries.size(), 1U);
  const FeedEntry& entry = read.entries[0];
  EXPECT_EQ(entry.title, "Bridge & ferry");
  EXPECT_EQ(entry.link, "https://news.example.org/bridge");
  EXPECT_EQ(entry.id, "7");
  EXPECT_EQ(entry.author, "Jane Doe");
  EXPECT_EQ(entry.tags, std::vector<std::string>{"Traffic"});
  EXPECT_EQ(entry.source_title, "The Wire");
  EXPECT_EQ(entry.summary, "<a href='https://news.example.org/b'>More</a>");
  ASSERT_TRUE(entry.published_time);
  EXPECT_EQ(format_published(*entry.published_time), "2025-04-26T08:30:00Z");
}

TEST(ReadFeed, Atom) {
  const Feed read = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='https://a.example/b/'>"
      "<title type='text'>Harbour &lt;News></title><link rel='self' href='/self'/>"
      "<link rel='alternate' type='text/html' href='home'/>"
      "<entry><id>urn:x:1</id><title type='html'>A &lt;b>bold&lt;/b> move</title>"
      "<link href='one' xml:base='c/'/><updated>2025-04-26T10:30:00Z</updated>"
      "<published>2025-04-25</published><author><name>Jane "
      "Doe</name><email>j@a.example</email></author>"
      "<author><name>John Roe</name></author><category term='t1'/>"
      "<source><title>Agency</title><id>urn:y</id></source>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>One <a href='two'>two</a> "
      "&lt;three&gt;<br/></div></content></entry></feed>");
  EXPECT_EQ(read.title, "Harbour <News>");
  EXPECT_EQ(read.link, "https://a.example/b/home");
  EXPECT_EQ(read.language, "en");
  ASSERT_EQ(read.entries.size(), 1U);
  const FeedEntry& entry = read.entries[0];
  EXPECT_EQ(entry.id, "urn:x:1");
  EXPECT_EQ(entry.title, "A <b>bold</b> move");
  EXPECT_EQ(plain_text(entry.title), "A bold move");
  EXPECT_EQ(entry.link, "https://a.example/b/c/one");
  EXPECT_EQ(entry.author, "Jane Doe (j@a.example), John Roe");
  EXPECT_EQ(entry.source_title, "Agency");
  EXPECT_EQ(entry.content, "One <a href=\"https://a.example/b/two\">two</a> &lt;three&gt;<br />");
  EXPECT_EQ(entry.summary, entry.content);
  EXPECT_EQ(format_published(entry.published_time.value()), "2025-04-25");
}

TEST(ReadFeed, Rdf) {
  const Feed read = feed(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='x'><title>Harbour</title></channel>"
      "<item rdf:about='https://n.example/1'><title>One</title><link>https://n.example/1</link>"
      "<dc:date>2025-04-26T10:30:00+02:00</dc:date><dc:creator>Jane "
      "Doe</dc:creator></item></rdf:RDF>");
  EXPECT_EQ(read.title, "Harbour");
  ASSERT_EQ(read.entries.size(), 1U);
  EXPECT_EQ(read.entries[0].id, "https://n.example/1");
  EXPECT_EQ(read.entries[0].author, "Jane Doe");
  EXPECT_EQ(format_published(read.entries[0].published_time.value()), "2025-04-26T08:30:00Z");
}

TEST(ReadFeed, NamespacesCountNotPrefixes) {
  const FeedEntry entry = item(
      "<x:encoded>&lt;p&gt;Full&lt;/p&gt;</x:encoded><y:title>Not this</y:title>"
      "<media:title>Nor this</media:title><title>This</title>",
      "xmlns:x='http://purl.org/rss/1.0/modules/content/' xmlns:y='http://other.example/' "
      "xmlns:media='http://search.yahoo.com/mrss/'");
  EXPECT_EQ(entry.content, "<p>Full</p>");
  EXPECT_EQ(entry.title, "This");
}

TEST(ReadFeed, APermanentGuidIsTheLinkWhereThereIsNone) {
  EXPECT_EQ(item("<guid>https://n.example/1</guid>").link, "https://n.example/1");
  EXPECT_EQ(item("<guid isPermaLink='false'>https://n.example/1</guid>").link, "");
  EXPECT_EQ(item("<guid>https://n.example/1</guid><link>https://n.example/2</link>").link,
            "https://n.example/2");
}

TEST(ReadFeed, ReadsBase64AndInlineMarkup) {
  const Feed read = feed(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>"
      "<tagline mode='base64'>\nPGI+Ym9sZDwvYj4=\n</tagline>"
      "<entry><summary>Plain <i>and</i> not</summary></entry></feed>");
  EXPECT_EQ(read.description, "<b>bold</b>");
  EXPECT_EQ(read.entries.at(0).summary, "Plain <i>and</i> not");
}

// newsboat#2230: converted by the header, and then once more by the declaration.
TEST(ReadFeed, ReadsWrongCharsetsOnce) {
  // The header says windows-1252, the declaration says UTF-8: the bytes are converted once.
  const auto read = read_feed(
      "<?xml version='1.0' "
      "encoding='utf-8'?><rss><channel><title>\x93Quoted\x94</title></channel></rss>",
      "text/xml; charset=windows-1252", "");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->title, "\xE2\x80\x9CQuoted\xE2\x80\x9D");
}

TEST(ReadFeed, AnEmptyFeedIsAFeed) {
  EXPECT_TRUE(feed("<rss><channel/></rss>").entries.empty());
  EXPECT_TRUE(feed("<feed xmlns='http://www.w3.org/2005/Atom'/>").entries.empty());
}

TEST(ReadFeed, SaysWhatIsNoFeed) {
  for (const auto& [text, word] :
       std::vector<std::pair<std::string, std::string>>{{"", "empty"},
                                                        {"<!DOCTYPE html><html><body>x", "HTML"},
                                                        {"%PDF-1.4", "PDF"},
                                                        {"<opml><body/></opml>", "opml"},
                                                        {"just words", "no markup"}}) {
    const auto result = read_feed(text, "", "https://n.example/");
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().code, "not-feed");
    EXPECT_NE(result.error().message.find(word), std::string::npos) << result.error().message;
  }
}

}  // namespace
}  // namespace claimtrail
