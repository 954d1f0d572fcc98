#pragma once

#include <cstddef>
#include <vector>

#include "core/linking/reading.h"

namespace claimtrail {

/// Whether a story is so, is one question. Where a report refutes its story, what refutes it and
/// the opening statements of the reports that doubt nothing, if they are about the same matter, are
/// moved to one part: answers to that question. `first` gives for each reading the index of the
/// first of its part (`partition`) and stays so. A function of the set of readings.
void join_disputes(const std::vector<LinkReading>& readings, std::vector<std::size_t>& first);

}  // namespace claimtrail
