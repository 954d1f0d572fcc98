#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trail/independence.h"

namespace claimtrail {

/// One end of what is said on a question, or the figure most support: a figure that somebody gave,
/// never one that was computed.
struct FigureBound {
  std::string value;                   ///< in words
  std::vector<std::string> claimants;  ///< who gives it, sorted
  std::vector<std::string> claims;     ///< ids, sorted
  Independence support;
};

/// The figures between which a question stands: of each claimant's newest figures the lowest, the
/// highest, and the one with most independent origins (then most reports, then the newest). Newest
/// is by as-of, then by publication. A figure without a lower end ("up to 40") is never the lowest,
/// one without an upper end ("at least 40") is placed by the end it has.
struct FigureBounds {
  std::optional<FigureBound> low;
  std::optional<FigureBound> best_supported;
  std::optional<FigureBound> high;
};

[[nodiscard]] FigureBounds bounds_of(const Evidence& evidence, const std::string& question,
                                     const std::vector<const ReportEvidence*>& asked,
                                     const std::vector<Origin>& origins);

}  // namespace claimtrail
