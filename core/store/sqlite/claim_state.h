#pragma once

#include <string>
#include <vector>

#include "core/model/time.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// See the methods of the same purpose in store.h.
void mark_gone(Connection& connection, const std::vector<std::string>& claims, Timestamp at);
void touch_claims(Connection& connection, const std::string& report, Timestamp at);
void set_review_state(Connection& connection, const std::string& claim, const std::string& state);
[[nodiscard]] std::string claims_mark(Connection& connection);
void put_claims_mark(Connection& connection, const std::string& mark);

}  // namespace claimtrail::sqlite
