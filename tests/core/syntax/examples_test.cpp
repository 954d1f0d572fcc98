// Carrying a tree over from the tokens of a treebank to those of the program.
#include "core/syntax/train/examples.h"

#include <gtest/gtest.h>

namespace claimtrail::train {
namespace {

TreebankSentence sentence(std::string text, std::vector<TreebankWord> words) {
  std::size_t at = 0;
  for (TreebankWord& word : words) {
    at = text.find(word.form, at);
    word.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.form.size())};
    at += word.form.size();
  }
  return {std::move(text), 0, std::move(words)};
}

TreebankWord word(std::string form, int head, PartOfSpeech tag, Relation relation) {
  return {std::move(form), {}, head, tag, relation};
}

TEST(Examples, SameTokensSameTree) {
  const auto examples =
      make_examples(std::vector{sentence("He didn't wait.",
                                         {word("He", 3, PartOfSpeech::prp, Relation::nsubj),
                                          word("did", 3, PartOfSpeech::vbd, Relation::aux),
                                          word("n't", 3, PartOfSpeech::rb, Relation::advmod),
                                          word("wait", -1, PartOfSpeech::vb, Relation::root),
                                          word(".", 3, PartOfSpeech::full_stop, Relation::punct)})},
                    Tokens::of_program);
  ASSERT_EQ(examples.size(), 1U);
  EXPECT_EQ(examples[0].heads, (std::vector<std::int16_t>{3, 3, 3, 5, 3}));
  EXPECT_EQ(examples[0].relations[0], Relation::nsubj);
}

TEST(Examples, AWordOfSeveralTokensHangsUnderItsLastWord) {
  const auto examples = make_examples(
      std::vector{sentence("Our e-mail came",
                           {word("Our", 1, PartOfSpeech::prp_possessive, Relation::nmod_poss),
                            word("e-mail", 2, PartOfSpeech::nn, Relation::nsubj),
                            word("came", -1, PartOfSpeech::vbd, Relation::root)})},
      Tokens::of_program);
  ASSERT_EQ(examples.size(), 1U);
  ASSERT_EQ(examples[0].size(), 5U);  // Our e - mail came
  EXPECT_EQ(examples[0].heads, (std::vector<std::int16_t>{3, 3, 3, 4, 5}));
  EXPECT_EQ(examples[0].relations[2], Relation::punct);
  EXPECT_EQ(examples[0].relations[3], Relation::nsubj);
}

TEST(Examples, OfSeveralWordsInOneTokenTheOneWithItsHeadOutsideCounts) {
  const auto examples = make_examples(
      std::vector{sentence("The U.S. won", {word("The", 2, PartOfSpeech::dt, Relation::det),
                                            word("U.", 2, PartOfSpeech::nnp, Relation::compound),
                                            word("S.", 3, PartOfSpeech::nnp, Relation::nsubj),
                                            word("won", -1, PartOfSpeech::vbd, Relation::root)})},
      Tokens::of_program);
  ASSERT_EQ(examples.size(), 1U);
  EXPECT_EQ(examples[0].heads, (std::vector<std::int16_t>{1, 2, 3}));
  EXPECT_EQ(examples[0].relations[1], Relation::nsubj);
}

TEST(Recast, LettersOfHeadlines) {
  const auto plain = sentence("The mayor said \"no\"",
                              {word("The", 1, PartOfSpeech::dt, Relation::det),
                               word("mayor", 2, PartOfSpeech::nn, Relation::nsubj),
                               word("said", -1, PartOfSpeech::vbd, Relation::root),
                               word("\"", 4, PartOfSpeech::opening_quote, Relation::punct),
                               word("no", 2, PartOfSpeech::uh, Relation::ccomp),
                               word("\"", 4, PartOfSpeech::closing_quote, Relation::punct)});
  EXPECT_EQ(recast(plain, Recast::title).text, "The Mayor Said \"No\"");
  EXPECT_EQ(recast(plain, Recast::capitals).text, "THE MAYOR SAID \"NO\"");
  EXPECT_EQ(recast(plain, Recast::curly_quotes).text, "The mayor said \u201Cno\u201D");
}

}  // namespace
}  // namespace claimtrail::train
