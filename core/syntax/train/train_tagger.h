#pragma once

#include "core/syntax/feature_table.h"
#include "core/syntax/train/examples.h"
#include "core/syntax/train/lexicon.h"
#include "core/syntax/train/perceptron.h"

namespace claimtrail::train {

using TagWeights = Perceptron<kPartsOfSpeech>;

/// An averaged perceptron that sees the tags it chose itself. `features` are the only ones it
/// learns weights for; none given: all.
[[nodiscard]] TagWeights train_tagger(std::span<const Example* const> examples,
                                      const Lexicon& lexicon, int rounds, std::uint64_t seed,
                                      const std::vector<std::uint64_t>& features);

}  // namespace claimtrail::train
