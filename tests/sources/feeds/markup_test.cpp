#include "sources/feeds/markup.h"

#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

const UrlBase base("https://n.example/a/b");

TEST(Markup, ResolvesLinksAndNothingElse) {
  EXPECT_EQ(resolve_links("<a href=\"c?x=1&amp;y=2\" title='/d'>/e</a>", base),
            "<a href=\"https://n.example/a/c?x=1&amp;y=2\" title='/d'>/e</a>");
  EXPECT_EQ(resolve_links("<IMG SRC=/i.png alt=x>", base),
            "<IMG SRC=https://n.example/i.png alt=x>");
  EXPECT_EQ(resolve_links("<a href=' /spaces '>", base), "<a href='https://n.example/spaces'>");
}

TEST(Markup, KeepsWhatIsAbsoluteOrHasNoBase) {
  for (const char* html : {"<a href='https://x.example/'>", "<a href='mailto:a@x.example'>",
                           "<a href='javascript:void(0)'>", "a < b & c", "<", "<a",
                           "<a href=", "<!-- <a href='c'> -->"}) {
    EXPECT_EQ(resolve_links(html, UrlBase("https://n.example/")).substr(0, 2),
              std::string(html).substr(0, 2));
    EXPECT_EQ(resolve_links(html, UrlBase()), html);
  }
  EXPECT_EQ(resolve_links("<a href='mailto:a@x.example'>", base), "<a href='mailto:a@x.example'>");
}

TEST(Markup, NumericReferencesMeanWindows1252) {
  EXPECT_EQ(resolve_links("don&#146;t &#8217; &#x92;", base), "don&#x2019;t &#8217; &#x2019;");
}

TEST(Markup, DecodesBase64) {
  EXPECT_EQ(decode_base64("PGI+\n Ym9sZDwvYj4="), "<b>bold</b>");
  EXPECT_EQ(decode_base64(""), "");
  EXPECT_EQ(decode_base64("!!!!"), "");
}

TEST(Markup, PlainTextIsWhatAReaderSees) {
  EXPECT_EQ(plain_text("<p>One</p><p>two <b>three</b></p> &amp; 4 &lt; 5"),
            "One two three & 4 < 5");
  EXPECT_EQ(plain_text("a < b"), "a < b");
  EXPECT_EQ(plain_text("broken <a href='x"), "broken");
}

}  // namespace
}  // namespace claimtrail
