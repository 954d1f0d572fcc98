#pragma once

#include <string>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/store/store.h"

namespace claimtrail {

/// What was recomputed and what did not hold.
struct VerifySummary {
  long long revisions = 0;  ///< raw bytes whose SHA-256 was recomputed
  long long texts = 0;      ///< texts derived again from those bytes and compared
  long long claims = 0;     ///< claims found again in those texts and compared
  long long spans = 0;      ///< spans whose words were compared with the text
  long long evidence = 0;   ///< frozen words of flags compared with their revision
  std::vector<Diagnostic> problems;
};

/// Recomputes every hash and span of the database from the raw bytes. Reads only. Throws
/// StoreError.
[[nodiscard]] VerifySummary verify_database(const Store& store);

}  // namespace claimtrail
