#pragma once

#include <string>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/syntax/part_of_speech.h"
#include "core/syntax/relation.h"
#include "core/text/tokens.h"

namespace claimtrail::train {

/// A word of a treebank.
struct TreebankWord {
  std::string form;
  Span span;      ///< in the text of its sentence
  int head = -1;  ///< index; -1 the root
  PartOfSpeech tag = PartOfSpeech::nn;
  Relation relation = Relation::dep;
};

struct TreebankSentence {
  std::string text;
  int document = 0;  ///< running number in its file
  std::vector<TreebankWord> words;
};

/// Reads a gzipped CoNLL-U file (https://universaldependencies.org/format.html). Sentences whose
/// words do not follow one another in their text are left out.
[[nodiscard]] Result<std::vector<TreebankSentence>> read_treebank(const std::string& path);

}  // namespace claimtrail::train
