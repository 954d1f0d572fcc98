#pragma once

#include <string>
#include <string_view>

namespace claimtrail {

/// The words of a text for comparing titles and names: case folded, everything but letters and
/// digits one blank.
[[nodiscard]] std::string words_only(std::string_view text);

/// True when both have the same words.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

}  // namespace claimtrail
