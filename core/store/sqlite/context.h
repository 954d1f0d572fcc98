#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/span.h"

namespace claimtrail::sqlite {

/// Up to 32 characters of `text` before and after `span`, never half a character.
[[nodiscard]] std::string prefix_of(std::string_view text, Span span);
[[nodiscard]] std::string suffix_of(std::string_view text, Span span);

/// The words of each content span, taken from `exact`, which joins them with " … ".
[[nodiscard]] std::vector<std::string> split_exact(std::string_view exact,
                                                   const std::vector<Span>& content);

}  // namespace claimtrail::sqlite
