#pragma once

#include "core/store/store.h"

namespace claimtrail {

/// Whether the claim says that a story is not so, or tells that somebody denies it, in a report
/// that opens with it: what a report is about stands at its top. Told by the words news says this
/// with (core/text/refutation.h); whose story it is, is for linking to say.
[[nodiscard]] bool refutes_story(const StoredClaim& claim);

/// The same wherever in its report the claim stands.
[[nodiscard]] bool says_something_is_not_so(const StoredClaim& claim);

}  // namespace claimtrail
