#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/text/tokens.h"

namespace claimtrail {

/// What the words around a verb say of who does it and whom it befalls. Words are case-folded;
/// `at` is a token, [begin, end) the tokens that may be looked at.

/// How a verb is meant: "injured", "were deployed", "have attacked".
enum class Voice { bare, passive, active };

/// What an auxiliary or adverb says of the verb that follows it; nothing where the word is neither.
[[nodiscard]] std::optional<Voice> read_auxiliary(std::string_view word, Voice before);

/// Words that end the clause a figure stands in.
[[nodiscard]] bool ends_clause(std::string_view word);

/// "killed three guards": an active verb at `at` with its object behind it.
[[nodiscard]] bool acts_on_others(const TokenizedText& text, std::size_t at, std::size_t end);

/// The same where the object is a name: "captured Westport".
[[nodiscard]] bool acts_on_name(const TokenizedText& text, std::size_t at, std::size_t begin,
                                std::size_t end);

/// What changes or ends by itself: who dies is killed, who flees is displaced, a price rises.
[[nodiscard]] bool happens_to_subject(std::string_view form, std::string_view lemma);

/// "shot dead", "stabbed to death", "shot and killed", "fatally shot": words of an attack or a find
/// at `at` that say its end.
[[nodiscard]] bool ends_in_death(const TokenizedText& text, std::size_t at, std::size_t begin,
                                 std::size_t end);

/// "the deaths of two men", "the fatal shooting of three": the noun at `at` tells who died.
[[nodiscard]] bool names_deaths(const TokenizedText& text, std::size_t at, std::size_t begin);

}  // namespace claimtrail
