#include "sources/feeds/opml.h"

namespace claimtrail {
namespace {

TEST(Opml, ReadsListsAsPeopleHaveThem) {
  const auto read = read_opml(
      "\xEF\xBB\xBF<?xml version='1.0'?><OPML version='1.1'><head><title>Mine</title></head><body>"
      "<outline text='World'><outline text='Herald &amp; Sons' type=rss xmlUrl=' "
      "https://h.example/a?b=1&c=2 '/>"
      "<outline title='T' text='x' xmlurl='https://t.example/'></outline></outline>"
      "<outline type='link' text='A bookmark' url='https://b.example/'/>"
      "<outline text='Nothing'/></body>");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 3U);
  EXPECT_EQ((*read)[0].title, "Herald & Sons");
  EXPECT_EQ((*read)[0].xml_url, "https://h.example/a?b=1&c=2");
  EXPECT_EQ((*read)[1].title, "T");
  EXPECT_EQ((*read)[2].url, "https://b.example/");
  EXPECT_EQ((*read)[2].xml_url, "");
}

TEST(Opml, WhatIsWrittenReadsTheSame) {
  OpmlOutline feed;
  feed.title = "A \"B\" <C> & D\x01";
  feed.xml_url = "https://h.example/?a=1&b='2'";
  feed.settings = {{"every", "15m"}, {"kind", "feed"}};
  OpmlOutline page;
  page.title = "Page";
  page.url = "https://p.example/";
  const std::string text = write_opml("Desk & co", {feed, page});
  EXPECT_NE(text.find("<title>Desk &amp; co</title>"), std::string::npos);
  EXPECT_NE(text.find("type=\"link\""), std::string::npos);
  const auto read = read_opml(text);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].title, "A \"B\" <C> & D") << "a control character is a blank, and trimmed";
  EXPECT_EQ((*read)[0].xml_url, feed.xml_url);
  EXPECT_EQ((*read)[0].settings, feed.settings);
  EXPECT_EQ((*read)[1].url, page.url);
}

TEST(Opml, OtherThingsAreNone) {
  for (const char* text : {"", "<rss/>", "<html><outline xmlUrl='x'/></html>", "{}"}) {
    const auto read = read_opml(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, "not-opml");
  }
}

}  // namespace
}  // namespace claimtrail
