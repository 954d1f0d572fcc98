#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/sqlite/connection.h"
#include "core/store/store.h"

namespace claimtrail::sqlite {

/// See the methods of the same purpose in store.h. The caller holds one snapshot of the database.
[[nodiscard]] std::vector<StoredClaim> find_claims(Connection& connection,
                                                   const ClaimFilter& filter);
[[nodiscard]] std::optional<StoredClaim> find_claim(Connection& connection, const std::string& id);
[[nodiscard]] std::vector<StoredClaim> sightings_in(Connection& connection,
                                                    const std::string& revision,
                                                    const std::string& extractor);
[[nodiscard]] std::vector<SightingRow> sightings_of(Connection& connection,
                                                    const std::string& claim);

}  // namespace claimtrail::sqlite
