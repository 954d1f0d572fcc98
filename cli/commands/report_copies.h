#pragma once

#include <string>
#include <vector>

#include "core/linking/near_duplicate.h"
#include "core/model/report.h"
#include "core/store/store.h"
#include "core/trail/wire_credit.h"

#include "cli/render/json.h"

namespace claimtrail {

/// Another report whose text is a copy of the shown one's, or the other way round.
struct ReportCopy {
  Report other;
  CopyKind kind = CopyKind::near_same;
  double share = 0;        ///< of the shown report's words that stand in the other
  double other_share = 0;  ///< of the other's words that stand in the shown one
};

/// The copies of a report among those first seen within 30 days of it, by share, then id. Newest
/// texts as the present extractor read them; reads every text in that window. Throws StoreError.
[[nodiscard]] std::vector<ReportCopy> find_report_copies(const Store& store, const Report& report);

/// "near-same text as Herald, 93 % of its words: 4f1c… Dam holds".
[[nodiscard]] std::string describe(const ReportCopy& copy);
void write_report_copy(JsonWriter& json, const ReportCopy& copy);

/// The agencies that the report's newest text credits.
[[nodiscard]] std::vector<WireCredit> credits_of(const Store& store, const Report& report);

}  // namespace claimtrail
