#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/flag.h"
#include "core/store/sqlite/connection.h"
#include "core/store/store.h"

namespace claimtrail::sqlite {

void put_flag(Connection& connection, const Flag& flag);
[[nodiscard]] std::vector<std::string> flags_about(Connection& connection,
                                                   const std::vector<Circle>& circles,
                                                   const std::vector<std::string>& claims);
[[nodiscard]] std::vector<std::string> flags_held_back_until(Connection& connection, Day today);
[[nodiscard]] std::optional<Flag> find_flag(Connection& connection, const std::string& id);
[[nodiscard]] std::vector<Flag> find_flags(Connection& connection, const FlagFilter& filter);

}  // namespace claimtrail::sqlite
