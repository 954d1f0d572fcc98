#pragma once

#include "core/syntax/train/examples.h"
#include "core/syntax/train/perceptron.h"
#include "core/syntax/word_form.h"

namespace claimtrail::train {

using LabelWeights = Perceptron<kRelations>;

/// Names relations on the trees of the treebank, left to right, under predicted tags. `features`
/// are the only ones it learns weights for; none given: all.
[[nodiscard]] LabelWeights train_labeller(std::span<const Example> examples,
                                          std::span<const std::vector<PartOfSpeech>> tags,
                                          const Lexicon& lexicon, int rounds, std::uint64_t seed,
                                          const std::vector<std::uint64_t>& features);

}  // namespace claimtrail::train
