#include "cli/provenance/passage.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Span find(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

TEST(Passage, StaysInsideTheParagraphs) {
  const std::string text = "Headline\n\nShe said the dam cracked. It rained.\n\nMore.";
  const Passage passage = passage_of(text, {find(text, "the dam cracked")});
  EXPECT_EQ(passage.text, "She said the dam cracked. It rained.");
  EXPECT_FALSE(passage.cut_before);
  EXPECT_FALSE(passage.cut_after);
  EXPECT_EQ(passage.words(find(text, "the dam cracked")), "the dam cracked");
  EXPECT_EQ(passage.words(find(text, "Headline")), "");
}

TEST(Passage, IsCutBetweenWordsAndSaysSo) {
  const std::string text = "one two three four five six seven eight nine ten";
  const Passage passage = passage_of(text, {find(text, "five")}, 8);
  EXPECT_EQ(passage.text, "four five six");
  EXPECT_TRUE(passage.cut_before);
  EXPECT_TRUE(passage.cut_after);
}

TEST(Passage, PiecesAreTheWholeText) {
  const std::string text = "The plan, she said, \"worked well\" today.";
  const Passage passage = passage_of(text, {find(text, "The plan"), find(text, "\"worked well\"")});
  std::string joined;
  std::string own;
  for (const PassagePiece& piece : pieces_of(passage)) {
    joined += piece.text;
    if (piece.own) own += piece.text;
  }
  EXPECT_EQ(joined, text);
  EXPECT_EQ(own, "The plan\"worked well\"");
}

TEST(Passage, NothingWhereTheSpansDoNotFit) {
  EXPECT_THAT(passage_of("short", {{2, 99}}).text, IsEmpty());
  EXPECT_THAT(passage_of("", {{0, 1}}).text, IsEmpty());
  EXPECT_THAT(passage_of("text", {}).text, IsEmpty());
}

TEST(Passage, NeverCutsACharacter) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "é";
  text += " mitte ";
  for (int i = 0; i < 60; ++i) text += "ü";
  const Passage passage = passage_of(text, {find(text, "mitte")}, 31);
  EXPECT_EQ(passage.text, "mitte");
  EXPECT_THAT(pieces_of(passage), SizeIs(1));
}

}  // namespace
}  // namespace claimtrail
