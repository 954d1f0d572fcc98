#pragma once

#include "core/syntax/beam_search.h"
#include "core/syntax/label_features.h"
#include "core/syntax/parse_features.h"
#include "core/syntax/weights_file.h"
#include "core/syntax/word_form.h"

namespace claimtrail {

/// The steps of parsing one sentence, each linear in its tokens, without allocation once the
/// buffers have grown. At most 32,000 tokens.

/// Chooses the tags of `forms`, left to right.
void choose_tags(std::span<const WordForm> forms, const ClassTable& weights,
                 std::vector<PartOfSpeech>& tags);

/// The states of two beams, and the ways from one to the other.
struct HeadBuffers {
  std::vector<ParseState> now;
  std::vector<ParseState> then;
  std::vector<Candidate> candidates;
};

/// Finds the heads; the root is numbered as the token after the last.
void choose_heads(const ParseWords& words, const StepTable& weights, Beam beam,
                  HeadBuffers& buffers, std::vector<std::int16_t>& heads);

/// Names the relations of a finished tree, left to right. `children` is working memory.
void choose_relations(const ParseWords& words, std::span<const std::int16_t> heads,
                      const ClassTable& weights, ChildLists& children,
                      std::vector<Relation>& relations);

}  // namespace claimtrail
