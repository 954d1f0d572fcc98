#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/syntax/parse_state.h"

namespace claimtrail {

/// How much the search keeps.
struct Beam {
  std::size_t width = 1;
  std::int64_t margin = 0;  ///< a state that scores this much less than the best is given up
};

/// One way on from a state of the beam.
struct Candidate {
  std::int64_t score = 0;
  std::uint16_t from = 0;
  Step step = Step::shift;
};

/// The ways on from all states, best first, as many as `beam` keeps; equal scores keep their order.
/// `score` is called with a state and an array of three to fill.
template <class Score>
void best_candidates(const std::vector<ParseState>& states, std::size_t count, Beam beam,
                     Score&& score, std::vector<Candidate>& candidates) {
  candidates.clear();
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t scores[kSteps] = {};
    score(states[i], scores);
    for (int k = 0; k < kSteps; ++k) {
      const auto step = static_cast<Step>(k);
      if (!states[i].allows(step)) continue;
      const Candidate candidate{states[i].score + scores[k], static_cast<std::uint16_t>(i), step};
      auto at = candidates.size();
      candidates.push_back(candidate);
      for (; at > 0 && candidates[at - 1].score < candidate.score; --at) {
        candidates[at] = candidates[at - 1];
      }
      candidates[at] = candidate;
    }
  }
  if (candidates.size() > beam.width) candidates.resize(beam.width);
  while (candidates.back().score < candidates.front().score - beam.margin) candidates.pop_back();
}

}  // namespace claimtrail
