#pragma once

#include "core/attribution/unit.h"
#include "core/model/claim.h"

namespace claimtrail {

/// What the words of a content say of themselves.
struct Judgement {
  Polarity polarity = Polarity::affirmed;
  ClaimType type = ClaimType::other;
  bool checkable = true;
  bool may_take_the_reports_day = false;  ///< told in the present, the simple past or the perfect
  bool simple_past = false;
};

/// Judges content spans. `quantities` says whether a figure that is a quantity lies in them, `cue`
/// is the entry that introduced them (null in the outlet's own voice). Linear in the content.
[[nodiscard]] Judgement judge(const TokenizedText& text, const Lexicon& lexicon,
                              const std::vector<Span>& content, bool quantities,
                              const CueEntry* cue);

/// A superlative or a first: "the largest", "for the first time", "most deadly".
[[nodiscard]] bool has_superlative(const TokenizedText& text, std::uint32_t first,
                                   std::uint32_t last);

}  // namespace claimtrail
