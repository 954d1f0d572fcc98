#pragma once

#include <string>
#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"
#include "core/trail/evidence.h"
#include "core/trail/origins.h"

namespace claimtrail {

/// What the reports on one question rest on.
struct QuestionOrigins {
  std::vector<OriginReport> reports;  ///< by id
  std::vector<Origin> origins;        ///< indices into `reports`
};

/// Compares the newest texts of the reports that answer the question, as the present extractor read
/// them, with the agencies that they credit. Reads these texts only. Throws StoreError.
[[nodiscard]] QuestionOrigins question_origins(const Store& store, const Evidence& evidence,
                                               const std::string& question);

}  // namespace claimtrail
