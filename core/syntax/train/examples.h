#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/syntax/train/treebank.h"

namespace claimtrail::train {

/// A sentence as the program sees it, with what should be found.
struct Example {
  std::shared_ptr<const std::string> text;  ///< what `tokens` looks at
  TokenizedText tokens;
  std::vector<PartOfSpeech> tags;
  std::vector<std::int16_t> heads;  ///< the number of tokens for the root
  std::vector<Relation> relations;
  std::vector<bool> same_token;  ///< the treebank has a word with the very same bounds

  [[nodiscard]] std::size_t size() const { return tags.size(); }
};

/// Whose tokens: those of the treebank, or those of `take_apart`, onto which the tree is carried
/// over. A treebank word that is several tokens hangs together under its last one; of several
/// words that are one token the one with its head outside counts.
enum class Tokens { of_treebank, of_program };

[[nodiscard]] std::vector<Example> make_examples(std::span<const TreebankSentence> sentences,
                                                 Tokens tokens);

/// Hangs the dependents of crossing arcs higher until no arcs cross.
void make_projective(std::vector<std::int16_t>& heads);

/// The same sentence with its letters changed the way headlines have them.
enum class Recast { title, capitals, curly_quotes };
[[nodiscard]] TreebankSentence recast(const TreebankSentence& sentence, Recast how);

}  // namespace claimtrail::train
