#pragma once

#include <span>
#include <vector>

#include "core/syntax/train/examples.h"
#include "core/syntax/word_form.h"

namespace claimtrail::train {

/// The words of the examples that are not rare, as the weights will hold them.
struct TrainedLexicon final : Lexicon {
  std::vector<LexiconEntry> slots;
  [[nodiscard]] const LexiconEntry* find(std::uint64_t word) const override;
};

[[nodiscard]] TrainedLexicon make_lexicon(std::span<const Example> examples);

}  // namespace claimtrail::train
