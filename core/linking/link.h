#pragma once

#include <string>
#include <vector>

#include "core/model/review.h"
#include "core/store/store.h"

namespace claimtrail {

/// A claim as linking sees it.
struct LinkInput {
  const StoredClaim* stored = nullptr;
  std::string report_context;  ///< the words of the report's headline and standfirst
  std::string outlet;
  std::optional<Day> published;
};

struct Linking {
  std::vector<Question>
      questions;  ///< declared ones, then discovered ones that hold two or more readings
  std::vector<ReadingLink> links;  ///< by claim, figure
};

/// Which question each reading answers: the declared one whose terms, entities, dimension and
/// predicate it meets; else a discovered one, a part of the partition that a pairwise decision
/// makes. Pure: the answer depends on the set, not its order. `earlier` are the stored discovered
/// questions and their links, so that a part keeps the id of the question with which it shares most
/// readings. Reviews (merge, split, move, rename) outrank the machine.
[[nodiscard]] Linking link_readings(const std::vector<LinkInput>& claims,
                                    const std::vector<Question>& declared,
                                    const std::vector<Question>& earlier_questions,
                                    const std::vector<ReadingLink>& earlier_links,
                                    const std::vector<Review>& reviews);

}  // namespace claimtrail
