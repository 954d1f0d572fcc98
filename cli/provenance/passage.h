#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/claim.h"
#include "core/model/span.h"

namespace claimtrail {

/// A claim's words in what stands around them: a stretch of one revision's text.
struct Passage {
  std::string text;
  std::uint32_t start = 0;  ///< byte of the revision's text where `text` begins
  bool cut_before = false;  ///< its paragraph goes on before
  bool cut_after = false;
  std::vector<Span> marked;  ///< the content, in bytes of `text`

  /// The words under a span of the revision's text; empty where it reaches outside the passage.
  [[nodiscard]] std::string_view words(Span span) const;
};

/// The content spans with the words around them: at most `reach` bytes to either side, never beyond
/// their paragraphs, cut between words. Empty where the spans do not fit the text.
[[nodiscard]] Passage passage_of(std::string_view text, const std::vector<Span>& content,
                                 std::uint32_t reach = 180);

/// A passage in pieces, in order: what is the claim's own and what is not.
struct PassagePiece {
  std::string text;
  bool own = false;
};
[[nodiscard]] std::vector<PassagePiece> pieces_of(const Passage& passage);

}  // namespace claimtrail
