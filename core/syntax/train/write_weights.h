#pragma once

#include <string>
#include <string_view>

#include "core/syntax/beam_search.h"
#include "core/syntax/train/lexicon.h"
#include "core/syntax/train/train_labeller.h"
#include "core/syntax/train/train_parser.h"
#include "core/syntax/train/train_tagger.h"

namespace claimtrail::train {

/// How many features each table keeps, those with the largest weights first.
struct PackOptions {
  std::size_t tag_features = 10'000'000;
  std::size_t step_features = 10'000'000;
  std::size_t label_features = 10'000'000;
  Beam beam;
};

/// The bytes of a weights file (see core/syntax/weights_file.h): weights become 8-bit numbers, the
/// largest few thousandths of them cut to the largest such number.
[[nodiscard]] std::string pack_weights(const TrainedLexicon& lexicon,
                                       const WeightSums<kPartsOfSpeech>& tags,
                                       const WeightSums<kSteps>& steps,
                                       const WeightSums<kRelations>& labels,
                                       std::string_view notice, const PackOptions& options);

}  // namespace claimtrail::train
