#pragma once

#include <string>
#include <vector>

#include "core/syntax/train/examples.h"

namespace claimtrail::train {

/// The treebanks, divided by a fixed rule: UD English-EWT as it comes, and of each GUM genre every
/// tenth document, the first included, for testing.
struct Treebanks {
  std::vector<TreebankSentence> train;  ///< EWT train and nine tenths of GUM
  std::vector<TreebankSentence> ewt_dev;
  std::vector<TreebankSentence> ewt_test;
  std::vector<TreebankSentence> gum_test;
  std::vector<TreebankSentence> gum_news_test;  ///< the part of `gum_test` that is news
};

[[nodiscard]] Result<Treebanks> read_treebanks(const std::string& folder);

/// The bytes of core/syntax/weights/en.syntax: the same on every machine, from the same treebanks.
/// Tells on stderr how far it is.
[[nodiscard]] std::string make_weights(const Treebanks& treebanks);

}  // namespace claimtrail::train
