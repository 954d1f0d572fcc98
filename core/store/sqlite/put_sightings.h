#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/claim.h"
#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/names.h"

namespace claimtrail::sqlite {

struct NewSightings {
  const std::string& report;
  const std::string& revision;
  const std::string& extractor;
  std::string_view text;
  const std::vector<Claim>& claims;
  Timestamp seen_at;
};

/// See Store::put_sightings. Runs inside the caller's transaction. Cost: a few index look-ups a
/// claim.
void put_sightings(Connection& connection, Names& names, const NewSightings& sightings);

}  // namespace claimtrail::sqlite
