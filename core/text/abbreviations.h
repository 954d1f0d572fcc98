#pragma once

#include <string_view>

namespace claimtrail {

/// What a word before a full stop says about that stop. The table is English.
enum class Abbreviation {
  none,
  title,      ///< "Gen.", "Mr.": a name follows, never the end of a sentence
  month,      ///< "Aug.", "Tues."
  numbering,  ///< "No.", "Fig.": only before a number
  state,      ///< "Fla.", "Calif.": only after a comma or a hyphen
  tail,       ///< "Inc.", "Jr.", "etc.": may also end a sentence
  measure     ///< "sq.", "approx.": a lower-case word or a number follows
};

/// `word` is case-folded and without the stop. Constant time.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// Words that open a sentence in upper case though they are no names: "the", "he", "meanwhile".
/// After an abbreviation that may end a sentence they show that it did. `word` is case-folded.
[[nodiscard]] bool opens_sentences(std::string_view word);

}  // namespace claimtrail
