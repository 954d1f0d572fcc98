#pragma once

#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"
#include "core/quantity/modifiers.h"
#include "core/quantity/name_figure.h"

namespace claimtrail {

/// Whether a number without unit or noun is an age: "Roth, 34,", "aged 18 to 34", "life expectancy
/// is around 73", "she turned 40". `range` says that it opens one.
[[nodiscard]] bool stands_as_age(const SentenceView& sentence, const Number& number,
                                 const PrefixModifier& prefix, bool range);

/// That age with its bounds.
[[nodiscard]] Step read_age(const SentenceView& sentence, const Number& number,
                            const PrefixModifier& prefix);

}  // namespace claimtrail
