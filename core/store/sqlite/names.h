#pragma once

#include <map>
#include <string>
#include <tuple>

#include "core/model/claim.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// Rows of the names that sightings share: extractors and claimants. Remembers what it looked up;
/// `forget` after a rollback, when a remembered row may be gone.
class Names {
 public:
  [[nodiscard]] std::int64_t extractor(Connection& connection, const std::string& name);
  [[nodiscard]] std::int64_t claimant(Connection& connection, const Claimant& claimant);
  void forget();

 private:
  std::map<std::string, std::int64_t> extractors_;
  std::map<std::tuple<std::string, std::string, ClaimantKind>, std::int64_t> claimants_;
};

}  // namespace claimtrail::sqlite
