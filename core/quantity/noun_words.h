#pragma once

#include "core/text/word_set.h"

namespace claimtrail {

/// The word lists behind nouns.h, case-folded.
[[nodiscard]] const WordSet& person_nouns();   ///< people, singular; regular plurals follow by rule
[[nodiscard]] const WordSet& people_groups();  ///< groups whose size is a number of people
[[nodiscard]] const WordSet&
irregular_plurals();                        ///< plurals no rule sees, and nouns counted without one
[[nodiscard]] const WordSet& no_plurals();  ///< words in -s that are no plurals
[[nodiscard]] const WordSet& stop_words();  ///< words no noun phrase runs over: function words,
                                            ///< auxiliaries, common verbs, names of days and months

}  // namespace claimtrail
