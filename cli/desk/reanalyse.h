#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

namespace claimtrail {

struct ReanalyseRequest {
  std::optional<Timestamp> since;  ///< only reports seen at or after
  std::string report;              ///< only this one
};

struct ReanalyseSummary {
  int reports = 0;
  int revisions = 0;
  std::vector<Diagnostic> failures;
};

/// Derives text and claims anew from the stored bytes of every revision under the present
/// extractor, a report a transaction, then links. Reviews and frozen evidence stay. Throws
/// StoreError.
[[nodiscard]] ReanalyseSummary reanalyse(Store& store, const DeskSettings& desk,
                                         const ReanalyseRequest& request);

}  // namespace claimtrail
