#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/model/span.h"

namespace claimtrail {

/// The families of marks; a mark closes only what its own family opened.
enum class MarkFamily : std::uint8_t {
  straight,
  curly,
  single_curly,
  single_straight,
  guillemet,
  tex
};

enum class MarkSide : std::uint8_t { opens, closes, either };

struct QuotationMark {
  Span span;
  MarkFamily family = MarkFamily::straight;
  MarkSide side = MarkSide::either;
};

/// ‘so’, not “so”.
[[nodiscard]] bool is_single_mark(MarkFamily family);

/// The quotation marks of one paragraph, apostrophes and elisions ("the '90s") left out, with what
/// their neighbours say of the side they stand on. Linear.
[[nodiscard]] std::vector<QuotationMark> find_quotation_marks(std::string_view text,
                                                              Span paragraph);

}  // namespace claimtrail
