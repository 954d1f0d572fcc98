#pragma once

#include "core/quantity/exclusions.h"
#include "core/quantity/figure_draft.h"

namespace claimtrail {

/// What the sentence says that a figure includes or leaves out, in its own words, into `includes`
/// and `excludes`: "12 people were killed, including the gunman", "not counting the crew, 40
/// drowned", "besides 12 wounded". The phrase ends with its clause; one that stands behind another
/// number belongs to that number. Bounded look-ahead and look-back.
void name_inclusions(const SentenceView& sentence, Draft& draft);

}  // namespace claimtrail
