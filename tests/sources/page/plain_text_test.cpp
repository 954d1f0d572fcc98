#include <fstream>
#include <iterator>

#include "sources/page/read_page.h"

namespace claimtrail {
namespace {

using Kinds = std::vector<BlockKind>;

Kinds kinds_of(const Document& document) {
  Kinds kinds;
  for (const Block& block : document.blocks) kinds.push_back(block.kind);
  return kinds;
}

std::string words(const Document& document, std::size_t block) {
  return std::string(document.blocks.at(block).span.of(document.text));
}

TEST(PlainText, ReadsHeadlineStandfirstCaptionAndBody) {
  const Document document = read_plain_text(
      "Bridge over the Sund closed\n"
      "The only road to the island stays shut until Monday, the mayor said.\n"
      "-\n"
      "The bridge on Friday. (AP)\n"
      "The bridge was closed on Friday. Engineers are at work.\n");
  EXPECT_EQ(document.title, "Bridge over the Sund closed");
  EXPECT_EQ(kinds_of(document), (Kinds{BlockKind::headline, BlockKind::standfirst,
                                       BlockKind::caption, BlockKind::body}));
  EXPECT_EQ(words(document, 2), "The bridge on Friday. (AP)");
  EXPECT_EQ(document.text,
            "Bridge over the Sund closed\n\n"
            "The only road to the island stays shut until Monday, the mayor said.\n\n"
            "The bridge on Friday. (AP)\n\n"
            "The bridge was closed on Friday. Engineers are at work.");
}

TEST(PlainText, ALineThatIsTooLongIsNoHeadline) {
  std::string line;
  for (int i = 0; i < 20; ++i) line += "The bridge was closed on Friday, the mayor said. ";
  const Document document = read_plain_text(line + "\nEngineers are at work.\n");
  EXPECT_EQ(document.title, "");
  EXPECT_EQ(kinds_of(document).front(), BlockKind::body);
}

TEST(PlainText, ASecondParagraphOfTwoSentencesIsBody) {
  const Document document =
      read_plain_text("Bridge closed\n\nThe bridge was closed. It stays shut.\n\nThe end is open.");
  EXPECT_EQ(kinds_of(document), (Kinds{BlockKind::headline, BlockKind::body, BlockKind::body}));
}

TEST(PlainText, JoinsTheLinesOfAWrappedParagraph) {
  const Document document = read_plain_text(
      "Bridge closed\n\n"
      "The bridge over the Sund was closed on Friday after divers found that two of\n"
      "its pillars had been washed out by the flood. It will stay shut until Monday,\n"
      "the mayor said.\n\n"
      "Ferries run twice an hour.");
  ASSERT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(words(document, 1),
            "The bridge over the Sund was closed on Friday after divers found that two of its "
            "pillars had been washed out by the flood. It will stay shut until Monday, the mayor "
            "said.");
}

TEST(PlainText, KeepsParagraphsThatStandOneALine) {
  const Document document = read_plain_text(
      "Bridge closed\nFirst sentence here. And a second one follows it in the paragraph.\nThe next "
      "paragraph stands on a line of its own.\n");
  EXPECT_EQ(document.blocks.size(), 3U);
}

TEST(PlainText, TakesEveryKindOfLineEnd) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const Document document =
        read_plain_text(std::string("\xEF\xBB\xBF") + "Title" + end + "A. B is here. C." + end);
    EXPECT_EQ(document.title, "Title");
    EXPECT_EQ(document.blocks.size(), 2U);
  }
}

TEST(PlainText, OfNothingIsEmpty) {
  EXPECT_TRUE(read_plain_text("").blocks.empty());
  EXPECT_TRUE(read_plain_text("\n \n—\n").blocks.empty());
  EXPECT_TRUE(read_plain_text("").title.empty());
}

TEST(PlainText, RepairsBadBytes) {
  const Document document = read_plain_text("Title\nOne \xFF two.\n");
  EXPECT_NE(document.text.find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(PlainText, ReadsTheTwinOfTheFirstReport) {
  std::ifstream file(CLAIMTRAIL_SOURCE_DIR "/tests/corpus/kursk-twin.txt");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Document document = read_plain_text(text);
  ASSERT_EQ(document.blocks.size(), 13U);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::headline);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::standfirst);
  EXPECT_EQ(document.blocks[2].kind, BlockKind::caption);
  for (std::size_t i = 3; i < document.blocks.size(); ++i) {
    EXPECT_EQ(document.blocks[i].kind, BlockKind::body) << i;
  }
}

}  // namespace
}  // namespace claimtrail
