#pragma once

#include <string_view>

#include "core/model/claim.h"
#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/names.h"

namespace claimtrail::sqlite {

/// Where a sighting is stored, and the text it stands in.
struct SightingPlace {
  std::int64_t row = 0;
  std::int64_t claim = 0;
  std::int64_t analysis = 0;
  std::string_view text;
};

/// Stores one sighting with its hops, claimants and figures. Throws std::invalid_argument where a
/// content span lies outside the text.
void put_sighting(Connection& connection, Names& names, const SightingPlace& place,
                  const Claim& claim);

/// Removes every sighting of one analysis.
void remove_sightings(Connection& connection, std::int64_t analysis);

}  // namespace claimtrail::sqlite
