#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/source_state.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

void put_pause(Connection& connection, const Pause& pause);
[[nodiscard]] std::optional<Pause> find_pause(Connection& connection, const std::string& scope);
/// By scope.
[[nodiscard]] std::vector<Pause> all_pauses(Connection& connection);

void put_robots(Connection& connection, const RobotsFile& file);
[[nodiscard]] std::optional<RobotsFile> find_robots(Connection& connection,
                                                    const std::string& origin);

void add_entry_keys(Connection& connection, const std::string& source, const std::string& url,
                    const std::vector<std::string>& keys);
[[nodiscard]] std::optional<std::string> find_entry_address(Connection& connection,
                                                            const std::string& source,
                                                            const std::string& key);

}  // namespace claimtrail::sqlite
