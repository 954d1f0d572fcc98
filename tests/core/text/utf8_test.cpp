#include "core/text/utf8.h"

namespace claimtrail {
namespace {

TEST(Utf8, TellsWellFormedFromIllFormed) {
  EXPECT_TRUE(valid_utf8(""));
  EXPECT_TRUE(valid_utf8("na\xC3\xAFve \xF0\x9F\x9A\x82"));
  EXPECT_FALSE(valid_utf8("\xC3"));
  EXPECT_FALSE(valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(valid_utf8("a\xFFz"));
}

TEST(Utf8, RepairReplacesIllFormedAndDropsControls) {
  EXPECT_EQ(repair_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(repair_utf8("cut \xE2\x80"), "cut \xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8(std::string("a\0b\x01"
                                    "c\td\n",
                                    8)),
            "abc\td\n");
  EXPECT_TRUE(valid_utf8(repair_utf8("\xF8\x88\x80\x80\x80\xC3\x28")));
}

TEST(Utf8, NormalisesAndFolds) {
  EXPECT_EQ(to_nfc("e\xCC\x81"), "\xC3\xA9");
  EXPECT_EQ(to_nfc("plain"), "plain");
  EXPECT_EQ(fold_case("General STAFF"), "general staff");
  EXPECT_EQ(fold_case("Stra\xC3\x9F"
                      "e"),
            "strasse");
  EXPECT_EQ(fold_case("E\xCC\x81T\xC3\x89"), "\xC3\xA9t\xC3\xA9");
}

TEST(Utf8, ReadsCodePoints) {
  EXPECT_EQ(code_point_at("\xE2\x80\x9C"
                          "a",
                          0)
                .value,
            char32_t{0x201C});
  EXPECT_EQ(code_point_at("\xE2\x80\x9C"
                          "a",
                          0)
                .length,
            3U);
  EXPECT_EQ(code_point_at("\x9C", 0).value, char32_t{0xFFFD});
  EXPECT_EQ(code_point_at("\x9C", 0).length, 1U);
  EXPECT_EQ(code_point_at("a", 1).length, 0U);
}

TEST(Utf8, SqueezesEveryKindOfBlank) {
  EXPECT_EQ(squeeze_blanks("  a\xC2\xA0 \xE2\x80\xA8"
                           "b\n\n"),
            "a b");
  EXPECT_EQ(squeeze_blanks("\t\n"), "");
}

TEST(Utf8, FindsTheStartOfACharacter) {
  const std::string text =
      "a\xE2\x80\x9C"
      "b";
  EXPECT_EQ(character_start(text, 0), 0U);
  EXPECT_EQ(character_start(text, 2), 1U);
  EXPECT_EQ(character_start(text, 3), 1U);
  EXPECT_EQ(character_start(text, 4), 4U);
  EXPECT_EQ(character_start(text, 99), text.size());
}

}  // namespace
}  // namespace claimtrail
