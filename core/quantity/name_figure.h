#pragma once

#include <cstddef>
#include <optional>

#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"
#include "core/quantity/nouns.h"

namespace claimtrail {

/// What a number counts or measures, once its interval is known. `previous` is the figure before it
/// in the sentence, if any.

/// A count of `noun`: noun, unit of people, rate ("tests per day").
void name_count(const SentenceView& sentence, Draft& draft, const NounPhrase& noun,
                const std::optional<Draft>& previous);

/// What a share is of: "of the 2,400 staff", "of voters". The span stays with the share.
void name_share(const SentenceView& sentence, Draft& draft, std::size_t at);

/// "1,300 square kilometers of land": the noun is named, the span ends with the unit.
void name_after_of(const SentenceView& sentence, Draft& draft, std::size_t at);

/// A number with neither unit nor noun takes them from what stands before it: "rose to 211 from
/// 158", "from 208 pounds to 193", "12 killed and 17 …", "the death toll rose to 211".
void name_bare(const SentenceView& sentence, Draft& draft, std::size_t number_first,
               const std::optional<Draft>& previous);

/// Span, spelling of the number's tokens [number_first, number_last), predicate, and people where
/// the event befalls people.
void complete(const SentenceView& sentence, Draft& draft, std::size_t number_first,
              std::size_t number_last);

}  // namespace claimtrail
