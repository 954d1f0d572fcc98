#pragma once

#include <string>
#include <vector>

#include "core/store/sqlite/connection.h"
#include "core/store/store.h"

namespace claimtrail::sqlite {

void replace_sayings(Connection& connection, const std::vector<Saying>& sayings);

[[nodiscard]] std::vector<CircleSize> all_circles(Connection& connection);
[[nodiscard]] std::vector<StoredClaim> claims_in(Connection& connection,
                                                 const std::vector<Circle>& circles);
[[nodiscard]] std::vector<StoredClaim> claims_by_id(Connection& connection,
                                                    const std::vector<std::string>& ids);
[[nodiscard]] std::vector<Figure> attributed_figures(Connection& connection,
                                                     const std::string& report);

[[nodiscard]] std::vector<Circle> unchecked_circles(Connection& connection);
[[nodiscard]] std::string checked_on(Connection& connection);
void mark_checked(Connection& connection, const std::string& basis);

}  // namespace claimtrail::sqlite
