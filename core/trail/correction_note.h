#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "core/model/span.h"

namespace claimtrail {

enum class NoteKind {
  correction,     ///< says that something was wrong
  clarification,  ///< says that something was unclear
  amendment,      ///< says that the text was changed, and how or why
};

/// A passage in which a report says that its own earlier text was changed.
struct CorrectionNote {
  NoteKind kind = NoteKind::correction;
  Span span;                  ///< the paragraph, in the text
  std::string words;          ///< its bytes
  std::string phrase;         ///< the phrase of the table it was known by
  std::vector<Span> quotes;   ///< what it quotes, without the marks, in the text
  std::vector<Span> numbers;  ///< the figures it names as digits, in the text
};

/// The correction notes of a text, in order. A paragraph is one where it opens with a phrase of the
/// table ("Correction:", "An earlier version of this article …", "Berichtigung:"; a few languages),
/// or, in a note block, holds one of the phrases that may stand anywhere. A bare stamp ("Updated
/// 3 pm", "This article was updated at noon") and a credit line are none: "was updated" needs to
/// say what for ("to reflect", "to correct"). A headline is never one: news is made of corrections,
/// too
/// ("Correction: markets fall").
/// Without blocks every paragraph counts as body. Linear in the text; pure.
[[nodiscard]] std::vector<CorrectionNote> find_correction_notes(std::string_view text,
                                                                const std::vector<Block>& blocks);

/// True when the note names one of the words: a quotation or a number in it that stands in `was` or
/// `is`.
[[nodiscard]] bool names_change(const CorrectionNote& note, std::string_view text,
                                std::string_view was, std::string_view is);

[[nodiscard]] const char* to_string(NoteKind value);

}  // namespace claimtrail
