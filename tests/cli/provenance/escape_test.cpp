#include "cli/provenance/escape.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(EscapeHtml, LeavesNoMarkup) {
  EXPECT_EQ(escape_html("<script>alert(\"x\" & 'y')</script>"),
            "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;");
}

TEST(EscapeHtml, WritesTreacherousCharactersAsReferences) {
  EXPECT_EQ(escape_html("a\u202Eb\u2028c\u2066d\u200Fe"), "a&#x202E;b&#x2028;c&#x2066;d&#x200F;e");
}

TEST(EscapeHtml, ReplacesWhatIsNoText) {
  EXPECT_EQ(escape_html(std::string_view("a\0b\x1b[31m\xff\xEF\xBF\xBE", 12)),
            "a\uFFFDb\uFFFD[31m\uFFFD\uFFFD");
}

TEST(EscapeHtml, KeepsOrdinaryTextOfAnyScript) {
  EXPECT_EQ(escape_html("Курськ — 1,300 км² “так”"), "Курськ — 1,300 км² “так”");
}

TEST(EscapeMarkdown, LeavesNoMarkupAndOneLine) {
  const std::string escaped = escape_markdown("# *a* [b](javascript:x)\n<b>|`c`");
  EXPECT_EQ(escaped, "\\# \\*a\\* \\[b\\](javascript:x) &lt;b&gt;\\|\\`c\\`");
}

TEST(EscapeMarkdown, NoLineOfTheirsIsAListOrAHeading) {
  EXPECT_EQ(escape_markdown("- a - b"), "\\- a - b");
  EXPECT_EQ(escape_markdown("12. April"), "12\\. April");
  EXPECT_EQ(escape_markdown("1) a"), "1\\) a");
  EXPECT_EQ(escape_markdown("=== x"), "\\=== x");
  EXPECT_EQ(escape_markdown("4,000 people - some #2"), "4,000 people - some #2");
}

TEST(CsvCell, QuotesAndDefusesFormulas) {
  EXPECT_EQ(csv_cell("plain"), "plain");
  EXPECT_EQ(csv_cell("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
  EXPECT_EQ(csv_cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  EXPECT_EQ(csv_cell("@SUM(1)"), "'@SUM(1)");
  EXPECT_EQ(csv_cell("-1"), "'-1");
}

TEST(PercentEncode, LeavesLettersAndDigitsOnly) {
  EXPECT_EQ(percent_encode("a-b, c&d é"), "a%2Db%2C%20c%26d%20%C3%A9");
}

TEST(IsWebAddress, TakesHttpOnly) {
  EXPECT_TRUE(is_web_address("https://a.example/x?y=1"));
  EXPECT_FALSE(is_web_address("javascript:alert(1)"));
  EXPECT_FALSE(is_web_address("data:text/html,x"));
  EXPECT_FALSE(is_web_address("https://a.example/\" onclick=\"x"));
  EXPECT_FALSE(is_web_address("https://a.example/\nb"));
  EXPECT_FALSE(is_web_address("HTTPS"));
  EXPECT_FALSE(is_web_address(""));
}

}  // namespace
}  // namespace claimtrail
