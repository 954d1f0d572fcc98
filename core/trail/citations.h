#pragma once

#include <string>
#include <vector>

#include "core/trail/evidence.h"

namespace claimtrail {

/// One outlet relies on another for what it says on a question.
struct Citation {
  std::string from;                  ///< the outlet that cites
  std::string to;                    ///< the outlet it cites
  std::vector<std::string> reports;  ///< ids of the citing reports, sorted
};

/// A report before which no other of its question is known.
struct FirstMover {
  std::string report;
  std::string outlet;
  std::optional<Day> published;
  Timestamp first_seen;
};

/// Who relies on whom among the outlets that report on one question.
struct CitationGraph {
  std::vector<Citation> citations;  ///< by from, then to
  /// Loops, each as the outlets along one shortest way round, from the alphabetically first on; one
  /// for each set of outlets that all lead to each other.
  std::vector<std::vector<std::string>> cycles;
  /// The reports of the earliest day; of these the ones first seen earliest where days are unknown.
  std::vector<FirstMover> first;
};

/// The citation graph of a question: a report cites an outlet by linking to one of its reports, or
/// by naming it as a source of a claim that answers the question ("told the Herald"). An outlet's
/// own other reports are no citation. Pure.
[[nodiscard]] CitationGraph citations_of(const Evidence& evidence, const std::string& question);

}  // namespace claimtrail
