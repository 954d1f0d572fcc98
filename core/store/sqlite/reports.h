#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/report.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

void put_report(Connection& connection, const Report& report);
[[nodiscard]] std::optional<Report> find_report(Connection& connection, const std::string& id);
[[nodiscard]] std::optional<Report> find_report_by_url(Connection& connection,
                                                       const std::string& url);
[[nodiscard]] std::vector<Report> all_reports(Connection& connection);

/// Throws std::invalid_argument where no such report is stored.
[[nodiscard]] std::int64_t report_row(Connection& connection, const std::string& id);

}  // namespace claimtrail::sqlite
