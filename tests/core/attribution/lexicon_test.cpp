#include "core/attribution/lexicon.h"

#include <stdexcept>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

TEST(Lexicon, BuiltInTablesAreSound) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_GT(lexicon.entries().size(), 250U);
  for (const CueEntry& entry : lexicon.entries()) {
    EXPECT_FALSE(entry.words.empty());
    EXPECT_TRUE(entry.frames != 0 || entry.kind == CueKind::adverb) << entry.words;
  }
}

TEST(Lexicon, MakesTheFormsOfVerbs) {
  const Lexicon& lexicon = Lexicon::english();
  for (const auto* form : {"say", "says", "said", "saying"}) {
    ASSERT_NE(lexicon.word(form).verb, nullptr) << form;
    EXPECT_EQ(lexicon.word(form).verb->words, "say");
    EXPECT_EQ(lexicon.lemma(form), "say");
  }
  for (const auto* form : {"deny", "denies", "denied", "denying"}) {
    ASSERT_NE(lexicon.word(form).verb, nullptr) << form;
    EXPECT_EQ(lexicon.word(form).verb->hedge, Hedge::denied);
  }
  for (const auto* form : {"admitted", "admitting", "told", "wrote", "written", "vowing", "argued",
                           "arguing", "stresses", "foresaw"}) {
    EXPECT_NE(lexicon.word(form).verb, nullptr) << form;
  }
  EXPECT_EQ(lexicon.word("sayed").verb, nullptr);
  EXPECT_EQ(lexicon.word("dam").verb, nullptr);
}

TEST(Lexicon, NamesTheBrokenLine) {
  const auto message = [](std::string_view cues, std::string_view words) -> std::string {
    try {
      const Lexicon lexicon(cues, words, "");
      return "sound";
    } catch (const std::logic_error& error) {
      return error.what();
    }
  };
  EXPECT_EQ(message("verb say asserted quote", "pronoun: he"), "sound");
  EXPECT_THAT(message("# cues\nverb say sworn quote", ""), testing::HasSubstr("cues, line 2"));
  EXPECT_THAT(message("verb say asserted loudly", ""), testing::HasSubstr("no frame 'loudly'"));
  EXPECT_THAT(message("verb vow asserted quote : oath", ""), testing::HasSubstr("claim type"));
  EXPECT_THAT(message("vreb say asserted", ""), testing::HasSubstr("no entry 'vreb'"));
  EXPECT_THAT(message("", "pronuon: he"), testing::HasSubstr("words, line 1"));
}

}  // namespace
}  // namespace claimtrail
