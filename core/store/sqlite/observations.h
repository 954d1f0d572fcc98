#pragma once

#include <string>
#include <vector>

#include "core/model/report.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

void add_observation(Connection& connection, const Observation& observation);
[[nodiscard]] std::vector<Observation> observations_of(Connection& connection,
                                                       const std::string& report);

}  // namespace claimtrail::sqlite
