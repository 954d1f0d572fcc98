#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/claim.h"
#include "core/store/store.h"

namespace claimtrail {

/// The id of a claim new to its report: from report, block kind, normalised words and the ordinal
/// among claims with the same words.
[[nodiscard]] std::string new_claim_id(const std::string& report, BlockKind block,
                                       std::string_view exact, int ordinal);

/// How the claims of a report's newer text continue those of the older one.
struct Continuation {
  std::vector<std::string>
      ids;  ///< for each newer claim, in order: an old id carried over or a new one
  std::vector<std::string> gone;  ///< old ids that no newer claim continues
};

/// Gives ids to the claims of a text. An old claim is continued by the newer claim with the same
/// words; else, within the same block kind, by the one whose words and context are most alike (also
/// when its figure was edited). Each old id is used once. Pure and deterministic.
[[nodiscard]] Continuation continue_claims(const std::string& report, std::string_view text,
                                           const std::vector<Claim>& claims,
                                           const std::vector<StoredClaim>& older);

}  // namespace claimtrail
