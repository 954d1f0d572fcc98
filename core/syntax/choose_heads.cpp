#include <utility>

#include "core/syntax/parse_sentence.h"

namespace claimtrail {

void choose_heads(const ParseWords& words, const StepTable& weights, Beam beam,
                  HeadBuffers& buffers, std::vector<std::int16_t>& heads) {
  if (buffers.now.size() < beam.width) {
    buffers.now.resize(beam.width);
    buffers.then.resize(beam.width);
  }
  buffers.now[0].start(words.size);
  std::size_t count = 1;
  const auto score = [&](const ParseState& state, std::int32_t(&scores)[kSteps]) {
    std::uint64_t features[kMostParseFeatures];
    const std::size_t size = parse_features(words, state, features);
    for (std::size_t k = 0; k < size; ++k) weights.prefetch(features[k]);
    for (std::size_t k = 0; k < size; ++k) weights.add(features[k], scores);
  };
  for (int i = 0; i < 2 * words.size; ++i) {
    best_candidates(buffers.now, count, beam, score, buffers.candidates);
    count = buffers.candidates.size();
    if (count == 1) {  // nearly always: no need to copy
      const Candidate& only = buffers.candidates[0];
      std::swap(buffers.now[0], buffers.now[only.from]);
      buffers.now[0].score = only.score;
      buffers.now[0].apply(only.step);
      continue;
    }
    for (std::size_t k = 0; k < count; ++k) {
      const Candidate& candidate = buffers.candidates[k];
      buffers.then[k].copy_from(buffers.now[candidate.from]);
      buffers.then[k].score = candidate.score;
      buffers.then[k].apply(candidate.step);
    }
    buffers.now.swap(buffers.then);
  }
  heads.resize(static_cast<std::size_t>(words.size));
  for (std::size_t i = 0; i < heads.size(); ++i) heads[i] = buffers.now[0].nodes[i].head;
}

}  // namespace claimtrail
