#pragma once

#include <optional>
#include <string_view>

#include "core/model/report.h"
#include "core/model/time.h"

#include "cli/provenance/json_value.h"
#include "cli/provenance/report.h"

namespace claimtrail {

/// The parts of `report_data` that concern claims and what all parts share.

[[nodiscard]] JsonValue time_data(const std::optional<Timestamp>& time);
/// `{"from","to","exact"}`, or null.
[[nodiscard]] JsonValue days_data(const std::optional<DayRange>& days, std::string_view exact);
/// `{"id","url","title","outlet","published"}`: a report as a claim names it.
[[nodiscard]] JsonValue report_line_data(const Report& report);
[[nodiscard]] JsonValue claim_data(const ProvenanceReport& report, const TracedClaim& claim);

}  // namespace claimtrail
