#include "core/trail/correction_note.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<CorrectionNote> notes_in(std::string_view text, BlockKind kind = BlockKind::body) {
  return find_correction_notes(text, {{kind, {0, static_cast<std::uint32_t>(text.size())}}});
}

class IsANote : public ::testing::TestWithParam<const char*> {};
TEST_P(IsANote, InPlainText) { EXPECT_THAT(notes_in(GetParam()), SizeIs(1)) << GetParam(); }
INSTANTIATE_TEST_SUITE_P(
    CorrectionNote, IsANote,
    ::testing::Values("Correction: the dam lies in Varna.", "CORRECTION (26 April): eight, not 18.",
                      "Corrections and clarifications: a name was misspelled.",
                      "Clarification: the mayor spoke on Monday.",
                      "Editor’s note: a figure in this report was wrong.",
                      "An earlier version of this article said that 18 people were hurt.",
                      "This article was amended on 26 April 2025 to correct a figure.",
                      "This article was updated to reflect that the mill is closed.",
                      "This story has been corrected.", "Update: the first figure was in error.",
                      "Berichtigung: Es waren acht.", "Korrektur: Der Damm liegt in Warna.",
                      "In einer früheren Version dieses Artikels stand eine falsche Zahl.",
                      "Rectificatif : le barrage tient.", "Fe de errores: eran ocho.",
                      "Sprostowanie: było ich ośmiu.", "Исправление: их было восемь."));

class IsNoNote : public ::testing::TestWithParam<const char*> {};
TEST_P(IsNoNote, InAnyBlock) {
  EXPECT_THAT(notes_in(GetParam()), IsEmpty());
  EXPECT_THAT(notes_in(GetParam(), BlockKind::note), IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(CorrectionNote, IsNoNote,
                         ::testing::Values("Updated 3 pm", "Updated: 26 April 2025, 15:00",
                                           "Update: 3 pm", "This article was updated at 3 pm.",
                                           "Last updated on Monday.",
                                           "Correction of the market went on, traders said.",
                                           "Corrections officers said that the prison is full.",
                                           "Additional reporting by Anna Roth.",
                                           "Editor's note: this is a column.",
                                           "The corrected figure is higher, the ministry said."));

TEST(CorrectionNote, AHeadlineIsNone) {
  EXPECT_THAT(notes_in("Correction: markets fall", BlockKind::headline), IsEmpty());
}

TEST(CorrectionNote, AStampAndAPhraseLaterInANoteBlock) {
  const char* text = "Updated 3 pm. An earlier version of this report named the wrong river.";
  EXPECT_THAT(notes_in(text), IsEmpty()) << "in the body it may be told by somebody";
  EXPECT_THAT(notes_in(text, BlockKind::note), SizeIs(1));
}

TEST(CorrectionNote, SaysWhatItIsAbout) {
  const std::string text =
      "The dam holds.\n\nCorrection: eight people were hurt, not 18; the mayor said “it holds”.";
  const auto notes = notes_in(text);
  ASSERT_THAT(notes, SizeIs(1));
  const CorrectionNote& note = notes[0];
  EXPECT_EQ(note.kind, NoteKind::correction);
  EXPECT_EQ(note.words, text.substr(16));
  ASSERT_THAT(note.numbers, SizeIs(1));
  EXPECT_EQ(note.numbers[0].of(text), "18");
  ASSERT_THAT(note.quotes, SizeIs(1));
  EXPECT_EQ(note.quotes[0].of(text), "it holds");
  EXPECT_TRUE(names_change(note, text, "18 people", "8 people"));
  EXPECT_TRUE(names_change(note, text, "It holds, he said", ""));
  EXPECT_FALSE(names_change(note, text, "180 villages", "200 villages"));
}

}  // namespace
}  // namespace claimtrail
