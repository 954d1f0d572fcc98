#pragma once

#include "core/store/store.h"

namespace claimtrail {

/// Whether the claim says that a story is not so ("the photograph is a hoax", "it turns out that
/// the surgery was faked"), in a report that opens with it: what a report is about stands at its
/// top. Told by words that news says this with; whose story it is, is for linking to say.
[[nodiscard]] bool refutes_story(const StoredClaim& claim);

}  // namespace claimtrail
