#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/source_state.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

void put_source_state(Connection& connection, const SourceState& state);
[[nodiscard]] std::optional<SourceState> find_source_state(Connection& connection,
                                                           const std::string& source);
/// By source id.
[[nodiscard]] std::vector<SourceState> all_source_states(Connection& connection);

void put_page_state(Connection& connection, const PageState& state);
[[nodiscard]] std::optional<PageState> find_page_state(Connection& connection,
                                                       const std::string& url);

void add_source_move(Connection& connection, const SourceMove& move);
[[nodiscard]] std::vector<SourceMove> source_moves_of(Connection& connection,
                                                      const std::string& source);

}  // namespace claimtrail::sqlite
