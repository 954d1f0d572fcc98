#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/trail/evidence.h"
#include "core/trail/origins.h"

namespace claimtrail {

/// Reports that rest on one origin, as far as is known.
struct IndependentOrigin {
  std::string name;                  ///< a claimant, an agency, a publisher, or a report's outlet
  std::vector<std::string> reports;  ///< ids, sorted
  std::vector<std::string> why;      ///< what made them one; empty for one report alone
};

/// How many independent origins stand behind what is said, beside how often it is said. Both
/// numbers are shown: the second alone misleads.
struct Independence {
  std::size_t reports = 0;
  std::vector<IndependentOrigin> origins;  ///< most reports first, then by name
  /// Reports that tell it in their own voice or name nobody: where they have it from is unknown, so
  /// they are not counted as independent.
  std::vector<std::string> unknown;
};

/// Counts the origins of some readings: reports are one origin where find_origins says so, and
/// where a claim in both goes back to one named claimant. What nobody is named for joins nothing
/// and counts for nothing. `origins` is what find_origins made of `asked`, which hold the reports
/// of the readings. Pure.
[[nodiscard]] Independence count_independent(const Evidence& evidence,
                                             const std::vector<const Reading*>& readings,
                                             const std::vector<const ReportEvidence*>& asked,
                                             const std::vector<Origin>& origins);

}  // namespace claimtrail
