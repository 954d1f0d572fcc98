#include "cli/provenance/text_fragment.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Span find(const std::string& text, const std::string& words, std::size_t from = 0) {
  const std::size_t at = text.find(words, from);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

std::string fragment(const std::string& text, const std::string& words) {
  return text_fragment(text, {find(text, words)});
}

TEST(TextFragment, NamesAShortPassageByItsWords) {
  EXPECT_EQ(fragment("It said over 4,000 people left.", "over 4,000 people left"),
            "#:~:text=over%204%2C000%20people%20left");
}

TEST(TextFragment, EncodesWhatTheSyntaxUses) {
  EXPECT_EQ(fragment("x a-b & c, d x", "a-b & c, d"), "#:~:text=a%2Db%20%26%20c%2C%20d");
  EXPECT_EQ(fragment("die Größe zählt", "Größe"), "#:~:text=Gr%C3%B6%C3%9Fe");
}

TEST(TextFragment, PrefixTellsARepeatedPassageApart) {
  const std::string text = "Reuters says 12 were hurt. Police say 12 were hurt.";
  EXPECT_EQ(text_fragment(text, {find(text, "12 were hurt")}), "#:~:text=12%20were%20hurt");
  EXPECT_EQ(text_fragment(text, {find(text, "12 were hurt", 20)}),
            "#:~:text=say-,12%20were%20hurt");
}

TEST(TextFragment, RepetitionIsFoundWhateverTheCase) {
  const std::string text = "DAM CRACKED. Officials: dam cracked";
  EXPECT_THAT(text_fragment(text, {find(text, "dam cracked")}), HasSubstr("-,dam%20cracked"));
}

TEST(TextFragment, SuffixHelpsWhereNothingStandsBefore) {
  const std::string text = "Yes.\n\nYes.\n\nYes. Really.";
  EXPECT_EQ(text_fragment(text, {find(text, "Yes", 12)}), "#:~:text=Yes%2E-,Yes,-%2E%20Really%2E");
}

TEST(TextFragment, LongPassageIsNamedByItsEnds) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " ";
  EXPECT_EQ(text_fragment(text, {{0, static_cast<std::uint32_t>(text.size())}}),
            "#:~:text=word0%20word1%20word2%20word3,word56%20word57%20word58%20word59");
}

TEST(TextFragment, SeveralParagraphsAreARange) {
  const std::string text = "First of all\n\nsecond of all";
  const std::string made = text_fragment(text, {{0, static_cast<std::uint32_t>(text.size())}});
  EXPECT_EQ(made, "#:~:text=First%20of%20all,second%20of%20all");
}

TEST(TextFragment, OneDirectiveAContentSpan) {
  const std::string text = "The plan, they said, \"worked\".";
  EXPECT_EQ(text_fragment(text, {find(text, "The plan"), find(text, "\"worked\"")}),
            "#:~:text=The%20plan&text=%22worked%22");
}

TEST(TextFragment, WidensToWholeWords) {
  EXPECT_EQ(fragment("unquestionable facts", "question"), "#:~:text=unquestionable");
}

TEST(TextFragment, EmptyWhereNothingFits) {
  EXPECT_EQ(text_fragment("short", {{3, 99}}), "");
  EXPECT_EQ(text_fragment("", {}), "");
  EXPECT_EQ(text_fragment("a   b", {{1, 4}}), "");
}

TEST(AddressOf, OnlyWebAddressesGetOne) {
  EXPECT_EQ(address_of("https://a.example/x", "#:~:text=y"), "https://a.example/x#:~:text=y");
  EXPECT_EQ(address_of("https://a.example/x#top", "#:~:text=y"),
            "https://a.example/x#top:~:text=y");
  EXPECT_EQ(address_of("javascript:alert(1)", "#:~:text=y"), "");
  EXPECT_EQ(address_of("", "#:~:text=y"), "");
}

// Whatever the text, only characters of the fragment syntax come out.
TEST(TextFragment, HostileTextStaysEncoded) {
  const std::vector<std::string> pieces{"<script>", "\"",     "'",    ",", "-", "&text=", "#", "%",
                                        "\u2028",   "\u202E", "\xff", "é", " ", "\n",     "a"};
  std::uint32_t state = 7;
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      text += pieces[(state >> 16) % pieces.size()];
    }
    state = state * 1664525u + 1013904223u;
    const auto start = static_cast<std::uint32_t>((state >> 16) % text.size());
    const std::string made =
        text_fragment(text, {{start, static_cast<std::uint32_t>(text.size())}});
    if (made.empty()) continue;
    EXPECT_THAT(made, StartsWith("#:~:text="));
    EXPECT_EQ(
        made.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                               "%,-",
                               9),
        std::string::npos)
        << made;
  }
}

}  // namespace
}  // namespace claimtrail
