#pragma once

#include <span>
#include <string>

#include "core/syntax/syntax.h"
#include "core/syntax/train/examples.h"

namespace claimtrail::train {

/// How well a model does on sentences whose trees are known.
struct Score {
  struct Found {
    std::int64_t right = 0;
    std::int64_t given = 0;
    std::int64_t wanted = 0;
    [[nodiscard]] double f() const {
      return given + wanted == 0
                 ? 0
                 : 200.0 * static_cast<double>(right) / static_cast<double>(given + wanted);
    }
  };
  std::int64_t tokens = 0;
  std::int64_t words = 0;  ///< tokens that are no punctuation
  std::int64_t tags = 0;
  std::int64_t heads = 0;
  std::int64_t labelled = 0;
  std::int64_t word_heads = 0;
  std::int64_t word_labelled = 0;
  std::int64_t sentences = 0;
  std::int64_t roots = 0;
  Found relations[kRelations];  ///< right: head and relation
  Found tag_found[kPartsOfSpeech];
};

[[nodiscard]] Score evaluate(const SyntaxModel& model, std::span<const Example> examples);

/// The head of the table: tokens, then per cent of tags, heads, heads with relation, the same two
/// without punctuation, sentences whose root is right.
[[nodiscard]] std::string summary_heading();
/// One row of the table.
[[nodiscard]] std::string summary(const std::string& name, const Score& score);
/// F1 of relations (head and relation right) and tags that attribution needs.
[[nodiscard]] std::string details(const Score& score);

}  // namespace claimtrail::train
