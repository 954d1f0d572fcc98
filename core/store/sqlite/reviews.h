#pragma once

#include <string>
#include <vector>

#include "core/model/review.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

void add_review(Connection& connection, const Review& review);
[[nodiscard]] std::vector<Review> all_reviews(Connection& connection);
[[nodiscard]] std::vector<Review> reviews_of(Connection& connection,
                                             const std::string& subject_kind,
                                             const std::string& subject);

}  // namespace claimtrail::sqlite
