#include "sources/charset/entities.h"

namespace claimtrail {
namespace {

TEST(Entities, TheTableIsSortedAndComplete) {
  for (std::size_t i = 1; i < named_character_count; ++i) {
    ASSERT_LT(named_characters[i - 1].name, named_characters[i].name);
  }
  ASSERT_NE(find_named_character("eacute"), nullptr);
  EXPECT_EQ(find_named_character("eacute")->utf8, "\xC3\xA9");
  EXPECT_EQ(find_named_character("EACUTE"), nullptr);
  EXPECT_EQ(find_named_character(""), nullptr);
}

TEST(Entities, AreDecodedAsBrowsersDo) {
  EXPECT_EQ(decode_entities("A &amp; B &lt;b&gt; &nbsp;&hellip;"),
            "A & B <b> \xC2\xA0\xE2\x80\xA6");
  EXPECT_EQ(decode_entities("caf&eacute and &notit;"), "caf\xC3\xA9 and \xC2\xACit;");
  EXPECT_EQ(decode_entities("&#8217;&#x2019;&#X2019"), "\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99");
  EXPECT_EQ(decode_entities("R&D, AT&T & &; &#; &#x;"), "R&D, AT&T & &; &#; &#x;");
}

TEST(Entities, C1NumbersAreWhatTheirAuthorsMeant) {
  EXPECT_EQ(decode_entities("&#146;"), "\xE2\x80\x99");
  EXPECT_EQ(decode_entities("&#0;&#xD800;&#x110000;&#99999999999;"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Entities, AttributesKeepTheirQueries) {
  EXPECT_EQ(decode_entities("?a=1&copy=2&lt=3&amp;b", EntityPlace::attribute),
            "?a=1&copy=2&lt=3&b");
}

TEST(Entities, EscapedMarkupDecodesToItself) {
  const std::string text = "<a href=\"x\"> & &amp;";
  EXPECT_EQ(decode_entities(escape_markup(text)), text);
}

}  // namespace
}  // namespace claimtrail
