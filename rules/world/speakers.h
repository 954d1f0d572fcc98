#pragma once

#include "rules/world/world.h"

namespace claimtrail {

/// False where both readings name their speakers and these are certainly others: two people with
/// different surnames, two organizations. A quotation without a speaker, an office or an unnamed
/// source may be anybody's; "Roe" may be "Ann Roe", and "Mike Roe" "Michael Roe"; an organization
/// speaks through a person.
[[nodiscard]] bool may_be_one_speaker(const Facts& a, const Facts& b);

}  // namespace claimtrail
