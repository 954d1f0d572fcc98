#include "sources/charset/decode.h"

namespace claimtrail {
namespace {

DecodedText html(std::string_view bytes, std::string_view content_type = {}) {
  return decode_text(bytes, content_type, MarkupSyntax::html);
}

// newsboat#3070: "utf8" and other labels that people write.
TEST(Charset, KnowsTheLabelsOfTheEncodingStandard) {
  EXPECT_EQ(encoding_of_label("utf8"), "utf-8");
  EXPECT_EQ(encoding_of_label(" UTF-8 "), "utf-8");
  EXPECT_EQ(encoding_of_label("latin1"), "windows-1252");
  EXPECT_EQ(encoding_of_label("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(encoding_of_label("iso-8859-9"), "windows-1254");
  EXPECT_EQ(encoding_of_label("gb2312"), "gbk");
  EXPECT_EQ(encoding_of_label("utf 8"), "");
  EXPECT_EQ(encoding_of_label("hz-gb-2312"), "");
  EXPECT_EQ(encoding_of_label(""), "");
}

TEST(Charset, ReadsTheParameterOfAContentType) {
  EXPECT_EQ(charset_of_content_type("text/html; charset=utf8"), "utf8");
  EXPECT_EQ(charset_of_content_type("text/html;Charset = \"koi8-r\"; x=y"), "koi8-r");
  EXPECT_EQ(charset_of_content_type("text/html"), "");
}

TEST(Charset, AByteOrderMarkOutranksTheHeader) {
  const DecodedText text = html("\xEF\xBB\xBFna\xC3\xAFve", "text/html; charset=iso-8859-1");
  EXPECT_EQ(text.text, "na\xC3\xAFve");
  EXPECT_EQ(text.signal, CharsetSignal::byte_order_mark);
}

TEST(Charset, ReadsUtf16WithAndWithoutAMark) {
  EXPECT_EQ(html(std::string_view("\xFF\xFE<\0p\0>\0\xE9\0", 10)).text, "<p>\xC3\xA9");
  EXPECT_EQ(decode_text(std::string_view("\0<\0?\0x\0m", 8), "", MarkupSyntax::xml).text, "<?xm");
}

TEST(Charset, TheHeaderOutranksTheDeclaration) {
  const DecodedText text = html("<meta charset=koi8-r>caf\xE9", "text/html; charset=windows-1252");
  EXPECT_EQ(text.text, "<meta charset=koi8-r>caf\xC3\xA9");
  EXPECT_EQ(text.charset, "windows-1252");
  EXPECT_EQ(text.signal, CharsetSignal::http);
}

TEST(Charset, ReadsDeclarationsOfHtmlAndXml) {
  EXPECT_EQ(html("<meta charset='windows-1251'>\xCF\xF0").text,
            "<meta charset='windows-1251'>\xD0\x9F\xD1\x80");
  EXPECT_EQ(html("<META http-equiv=x content='text/html; charset=euc-kr'>\xB3\xE2").text,
            "<META http-equiv=x content='text/html; charset=euc-kr'>\xEB\x85\x84");
  const DecodedText xml =
      decode_text("<?xml version='1.0' encoding='iso-8859-2'?>\xB1", "", MarkupSyntax::xml);
  EXPECT_EQ(xml.text, "<?xml version='1.0' encoding='iso-8859-2'?>\xC4\x85");
  EXPECT_EQ(xml.signal, CharsetSignal::declaration);
}

TEST(Charset, DeclaredUtf8WithFewErrorsStaysUtf8) {
  const DecodedText text =
      html("<meta charset=utf-8>\xC3\xA4\xC3\xB6\xC3\xBC \xE4 \xC3\x9F and more text here");
  EXPECT_EQ(text.charset, "utf-8");
  EXPECT_EQ(text.replaced, 1U);
  EXPECT_NE(text.text.find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(Charset, DeclaredUtf8ThatIsNoneIsDetected) {
  const DecodedText text = html(
      "<meta charset=utf-8>Der B\xFCrgermeister er\xF6"
      "ffnet die Stra\xDF"
      "e f\xFCr alle.");
  EXPECT_NE(text.text.find("B\xC3\xBCrgermeister"), std::string::npos);
  EXPECT_EQ(text.replaced, 0U);
}

TEST(Charset, Utf8BeyondChanceBeatsAWrongLabel) {
  const DecodedText text =
      html("\xE2\x80\x9Cquoted\xE2\x80\x9D caf\xC3\xA9", "text/html; charset=iso-8859-1");
  EXPECT_EQ(text.text, "\xE2\x80\x9Cquoted\xE2\x80\x9D caf\xC3\xA9");
  EXPECT_EQ(text.signal, CharsetSignal::detection);
}

TEST(Charset, ATextCutOffWithinACharacterIsStillUtf8) {
  EXPECT_EQ(html("caf\xC3\xA9 cr\xC3\xA8me br\xC3\xBBl\xC3").charset, "utf-8");
}

TEST(Charset, ConvertsLongTextsAcrossBufferEnds) {
  std::string wide = "\xFF\xFE";
  std::string expected;
  for (int i = 0; i < 20000; ++i) {
    wide += std::string("\x3D\xD8\x00\xDE", 4);
    expected += "\xF0\x9F\x98\x80";
  }
  EXPECT_EQ(html(wide).text, expected);
}

TEST(Charset, DropsZeroBytes) { EXPECT_EQ(html(std::string_view("a\0b", 3)).text, "ab"); }

TEST(Charset, EveryByteStringBecomesWellFormed) {
  std::uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += static_cast<char>(state >> 24);
    }
    const std::string text = html(bytes, round % 2 == 0 ? "text/html; charset=utf-8" : "").text;
    EXPECT_EQ(html(text, "text/html; charset=utf-8").replaced, 0U) << round;
  }
}

}  // namespace
}  // namespace claimtrail
