#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// The words of a text in order: case-folded, typographic apostrophes made plain, punctuation
/// dropped, digits kept with their grouping removed ("1,300" -> "1300"). An ellipsis ("…" or "...")
/// gives the word "…".
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

/// True for words that carry grammar, not content ("the", "has", "they").
[[nodiscard]] bool is_function_word(std::string_view word);

/// A light stem for comparing: plural, -ed, -ing and possessive endings off; British and American
/// spellings alike. Not a linguistic root.
[[nodiscard]] std::string stem(std::string_view word);

/// The name of the class of words that news uses for one another ("soldier", "troop" -> "troop";
/// "seize", "take" -> "capture"); the stem itself where it is in none. Takes a stem.
[[nodiscard]] std::string word_class(const std::string& word_stem);

/// True when the stems name the same thing: equal, the same class, or a name and its adjective
/// ("korea", "korean").
[[nodiscard]] bool same_word(const std::string& a, const std::string& b);

}  // namespace claimtrail
