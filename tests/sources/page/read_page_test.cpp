#include <fstream>
#include <iterator>

#include "page_support.h"

namespace claimtrail {
namespace {

using Texts = std::vector<std::string>;

TEST(ReadPage, TellsTheKindsOfBlocksApart) {
  const Document document = read(
      "<html lang=en><head><title>Bridge over the Sund closed - Harbour News</title>"
      "<meta property=og:site_name content='Harbour News'><link rel=canonical "
      "href='/bridge'></head>"
      "<body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><h1>Bridge over the Sund "
      "closed</h1>"
      "<p class=standfirst>The island can only be reached by ferry.</p>"
      "<figure><img src=b.jpg><figcaption>The bridge on Friday. Photo: Ann "
      "Lee</figcaption></figure>"
      "<div class=share>Share this on everything you have got.</div>" +
      filler(3) +
      "<p>Correction: An earlier version of this report gave the wrong day.</p></article>"
      "<section class=comments><p>I have never seen such a thing, and I live next to the "
      "bridge.</p></section>"
      "<footer>Harbour News is published by the Harbour Press in Sund.</footer></body></html>");
  EXPECT_EQ(blocks_of(document, BlockKind::headline), Texts{"Bridge over the Sund closed"});
  EXPECT_EQ(blocks_of(document, BlockKind::standfirst),
            Texts{"The island can only be reached by ferry."});
  EXPECT_EQ(blocks_of(document, BlockKind::caption), Texts{"The bridge on Friday. Photo: Ann Lee"});
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 3U);
  EXPECT_EQ(blocks_of(document, BlockKind::note).size(), 1U);
  EXPECT_EQ(document.outlet, "Harbour News");
  EXPECT_EQ(document.canonical_url, "https://news.example.org/bridge");
  EXPECT_EQ(document.url, "https://news.example.org/a/b");
  EXPECT_EQ(document.language, "en");
}

// mozilla/readability#901, #692, trafilatura#234
TEST(ReadPage, FirstParagraphsInABoxOfTheirOwnAreKept) {
  const Document document =
      read("<h1>Bridge over the Sund closed</h1><div id=x><div class=opening>" + filler(1) +
           "</div><div class=rest>" + filler(8) + "</div></div>");
  EXPECT_EQ(blocks_of(document, BlockKind::body).size() +
                blocks_of(document, BlockKind::standfirst).size(),
            9U);
}

// mozilla/readability#776, trafilatura#304
TEST(ReadPage, TextSplitOverSiblingsIsOneArticle) {
  const Document document =
      read("<h1>Bridge over the Sund closed</h1><div><section>" + filler(2) +
           "</section><div class=ad>Advertisement</div><section>" + filler(2) +
           "</section><section>" + filler(2) + "</section></div>");
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 6U);
}

TEST(ReadPage, ParagraphsMadeOfLineBreaks) {
  const Document document = read(
      "<h1>Bridge over the Sund closed</h1><div>The bridge over the Sund was closed on Friday by "
      "the council."
      "<br><br>It will stay shut until Monday, as the mayor told reporters.<br>Ferries run twice "
      "an hour in "
      "both directions until then.</div>");
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 3U);
}

// trafilatura#569: what is said of cookies is longer than the article.
TEST(ReadPage, ALongCookieNoticeIsNotTheText) {
  std::string notice;
  for (int i = 0; i < 12; ++i) {
    notice +=
        "<p>We and our partners use cookies to store information on your device, to measure "
        "how often pages are read, and to show offers that match your interests.</p>";
  }
  const Document document = read("<div class=cookie-consent>" + notice +
                                 "</div><h1>Bridge over the Sund closed</h1><article>" + filler(5) +
                                 "</article><div id=gdpr-banner>" + notice + "</div>");
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 5U);
  EXPECT_EQ(document.text.find("cookies"), std::string::npos);
}

TEST(ReadPage, TeasersAndWhatFollowsRelatedStoriesStayOut) {
  std::string teasers;
  for (int i = 0; i < 5; ++i) {
    teasers +=
        "<div class=item><h3><a href=/s" + std::to_string(i) +
        ">Another story that is told elsewhere</a></h3><p>The first sentence of that other story, "
        "which goes on for a while and ends here.</p></div>";
  }
  const Document document = read("<div><h1>Bridge over the Sund closed</h1>" + filler(5) + teasers +
                                 "<h3>More from Traffic</h3><p>A paragraph about a road that has "
                                 "nothing to do with it.</p></div>");
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 5U);
}

TEST(ReadPage, HeadingsListsAndQuotesBelongToTheBody) {
  const Document document =
      read("<article><h1>Bridge over the Sund closed</h1>" + filler(2) +
           "<h2>What happens next</h2><ul><li>Divers look at the pillars.</li><li>The council "
           "meets.</li></ul>"
           "<blockquote>“Nobody saw it coming,” said the mayor.</blockquote>" +
           filler(1) + "<h2>A heading with nothing behind it</h2></article>");
  const Texts body = blocks_of(document, BlockKind::body);
  EXPECT_EQ(body.size(), 7U);
  EXPECT_EQ(body[2], "What happens next");
}

TEST(ReadPage, LinksKeepTheirPlace) {
  const Document document = read(
      "<h1>Bridge over the Sund closed</h1><p>E\xCC\x81lan: the <a href='../wire/7?x=1'>Wire\n "
      "reported</a> on it "
      "first, <a href='#top'>above</a> and <a href='mailto:a@b.example'>by mail</a>, last "
      "week.</p>" +
      filler(3));
  ASSERT_EQ(document.links.size(), 1U);
  EXPECT_EQ(document.links[0].url, "https://news.example.org/wire/7?x=1");
  EXPECT_EQ(document.links[0].span.of(document.text), "Wire reported");
}

TEST(ReadPage, TheBaseElementCounts) {
  const Document document = read(
      "<base href='https://cdn.example.org/x/'><h1>Bridge over the Sund closed</h1><p>As the <a "
      "href=y>Wire reported</a> on Friday, the bridge over the Sund is closed.</p>" +
      filler(3));
  ASSERT_EQ(document.links.size(), 1U);
  EXPECT_EQ(document.links[0].url, "https://cdn.example.org/x/y");
}

TEST(ReadPage, StructuredDataIsNeverTheText) {
  const Document document = read(
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge over "
      "the Sund "
      "closed\",\"articleBody\":\"SECRET\"}</script><h1>Bridge over the Sund closed</h1>" +
      filler(3));
  EXPECT_EQ(document.text.find("SECRET"), std::string::npos);
}

TEST(ReadPage, TheLanguageIsDetected) {
  const Document document = read(
      "<html lang=en><h1>Brücke über den Sund gesperrt</h1><p>Die Brücke über den Sund ist am "
      "Freitag gesperrt "
      "worden, nachdem Taucher Schäden an zwei Pfeilern gefunden hatten.</p><p>Sie bleibt bis "
      "Montag zu, wie die "
      "Bürgermeisterin vor Journalisten sagte. Die Fähren fahren zweimal in der Stunde.</p>");
  EXPECT_EQ(document.language, "de");
}

TEST(ReadPage, AMenuByNameThatHoldsTheArticleIsNone) {
  const Document document =
      read("<div class='social-nav sidebar'><h1>Bridge over the Sund closed</h1>" + filler(5) +
           "</div>");
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 5U);
}

}  // namespace
}  // namespace claimtrail
