#pragma once

#include <span>
#include <string_view>

namespace claimtrail {

/// Whether a statement, given as its case-folded words, says of something that it is not so, in the
/// words that news says this with: "is a hoax", "was made up", "never happened", "no evidence
/// that", "is not true", "it turns out that". Not where it is said that nothing is wrong: "is not a
/// fake". Contractions may be one word ("isn't") or two ("is", "n't").
[[nodiscard]] bool says_not_so(std::span<const std::string_view> words);

/// False where a glance at the text tells that `says_not_so` is false of its words, which saves
/// taking it apart.
[[nodiscard]] bool may_say_not_so(std::string_view text);

}  // namespace claimtrail
