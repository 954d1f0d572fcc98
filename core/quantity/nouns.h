#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/text/tokens.h"

namespace claimtrail {

/// What is counted: the words after a number, up to the head of the noun phrase.
struct NounPhrase {
  std::size_t first = 0;  ///< tokens [first, last); equal: nothing found
  std::size_t last = 0;
  std::size_t head = 0;
  bool person = false;
  bool relative = false;       ///< "two others", "12 more people"
  bool beyond_number = false;  ///< "15 of the 120 boats": another number stands before it

  [[nodiscard]] bool found() const { return first < last; }
};

/// Reads the noun phrase at token `at`. Without a parser: words up to the first plural, or up to
/// the end of the run where `singular` is allowed ("one soldier", "11-member").
[[nodiscard]] NounPhrase read_noun(const TokenizedText& text, std::size_t at, std::size_t limit,
                                   bool singular);

/// "soldiers" -> "soldier", "people" -> "person"; by rule where it is no known irregular.
[[nodiscard]] std::string singular_noun(std::string_view word);

/// "troops", "police", "Ukrainians", "officer": one or several people. `word` is case-folded.
[[nodiscard]] bool is_person_noun(std::string_view word, bool capitalised);

/// "workforce", "crowd", "army": a group whose size is a number of people.
[[nodiscard]] bool is_people_group(std::string_view word);

/// The class of what a head noun names, singular or plural: "person", "vehicle", "building", …;
/// empty where no class is known. Counts of different classes are not comparable.
[[nodiscard]] std::string_view noun_class(std::string_view head);

/// Words no noun phrase runs over: function words, auxiliaries, common verbs. Case-folded.
[[nodiscard]] bool ends_noun_phrase(std::string_view word);

/// Whether the word looks like a plural noun. Case-folded.
[[nodiscard]] bool is_plural(std::string_view word);

}  // namespace claimtrail
