#pragma once

#include "core/syntax/parse_state.h"
#include "core/syntax/train/examples.h"
#include "core/syntax/train/perceptron.h"
#include "core/syntax/word_form.h"

namespace claimtrail::train {

using StepWeights = Perceptron<kSteps>;

/// An averaged perceptron over whole sentences, updated where the beam's best is furthest above the
/// tree of the treebank (largest violation; Huang, Fayong and Guo 2012).
struct ParserTraining {
  int rounds = 1;
  std::size_t width = 1;
  std::uint64_t seed = 1;
  std::vector<std::uint64_t> features;  ///< the only ones to learn weights for; empty: all
};

[[nodiscard]] StepWeights train_parser(std::span<const Example> examples,
                                       std::span<const std::vector<PartOfSpeech>> tags,
                                       const Lexicon& lexicon, const ParserTraining& options);

}  // namespace claimtrail::train
