#pragma once

#include <string>
#include <vector>

#include "core/attribution/phrases.h"

namespace claimtrail {

/// A noun phrase that names somebody, taken apart: "the acting mayor of Derna, Ann Roe,".
struct NounPhrase {
  ItemRange range;         ///< without its article
  ItemRange main;          ///< before commas, relative clauses and prepositions other than "of"
  std::uint32_t head = 0;  ///< its head is the item before
  bool definite = false;   ///< "the"
  bool indefinite = false;
  bool any_proper = false;
  bool owned = false;  ///< a possessive mark within
  std::string words;   ///< of `main`
};

[[nodiscard]] NounPhrase take_apart_noun(const Phrases& phrases, ItemRange range);

/// The members of "Roe, Doe and the governor"; empty for one claimant.
[[nodiscard]] std::vector<ItemRange> list_members(const Phrases& phrases, ItemRange range);

/// The end of the noun phrase proper: before commas, prepositions other than "of", relative
/// clauses and participles.
[[nodiscard]] std::uint32_t main_end(const Phrases& phrases, ItemRange range);
/// The item behind the head: before the first preposition, that of "Chief of Staff Roe" left out.
[[nodiscard]] std::uint32_t head_end(const Phrases& phrases, std::uint32_t first,
                                     std::uint32_t last);

/// The words of the range, blanks squeezed.
[[nodiscard]] std::string words_of(const Phrases& phrases, ItemRange range);
[[nodiscard]] bool is_article(std::string_view folded);
/// A folded noun that looks like a plural, or is one.
[[nodiscard]] bool looks_plural(std::string_view folded);

}  // namespace claimtrail
