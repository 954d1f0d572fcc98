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
/// What these rows of sightings hold, sorted and each once; as `find_claims` orders them.
[[nodiscard]] std::vector<StoredClaim> read_sightings(Connection& connection,
                                                      const std::vector<std::int64_t>& rows);
/// All figures of these sightings, sorted and each once.
[[nodiscard]] std::vector<Figure> read_figures_of(Connection& connection,
                                                  const std::vector<std::int64_t>& rows);
[[nodiscard]] std::optional<StoredClaim> find_claim(Connection& connection, const std::string& id);
[[nodiscard]] std::vector<StoredClaim> sightings_in(Connection& connection,
                                                    const std::string& revision,
                                                    const std::string& extractor);
[[nodiscard]] std::vector<SightingRow> sightings_of(Connection& connection,
                                                    const std::string& claim);

}  // namespace claimtrail::sqlite
