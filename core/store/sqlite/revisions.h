#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/report.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// Stores the row alone; its bytes are put into the blobs by the caller, first.
void add_revision(Connection& connection, const Revision& revision);
[[nodiscard]] std::optional<Revision> find_revision(Connection& connection, const std::string& id);
[[nodiscard]] std::vector<Revision> revisions_of(Connection& connection, const std::string& report);

/// Throws std::invalid_argument where no such revision is stored.
[[nodiscard]] std::int64_t revision_row(Connection& connection, const std::string& id);

}  // namespace claimtrail::sqlite
