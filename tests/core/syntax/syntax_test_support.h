#pragma once

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/syntax/syntax.h"

namespace claimtrail {

/// The weights that ship.
inline const SyntaxModel& shipped_model() {
  static const auto model =
      SyntaxModel::open(CLAIMTRAIL_SOURCE_DIR "/core/syntax/weights/en.syntax");
  if (!model) throw std::runtime_error(render(model.error()));
  return *model;
}

/// A copy of the parse of a whole text as one range.
inline std::vector<SyntaxToken> parse_all(const SyntaxModel& model, const TokenizedText& text) {
  ParserScratch scratch;
  const auto tree = model.parse(text, 0, text.tokens.size(), scratch);
  return {tree.begin(), tree.end()};
}

/// Exactly one root, and every token reaches it.
inline void expect_tree(const std::vector<SyntaxToken>& tree) {
  int roots = 0;
  std::vector<int> state(tree.size(), 0);  // 1 on the way, 2 reaches the root
  for (std::size_t i = 0; i < tree.size(); ++i) {
    roots += tree[i].head == -1;
    std::vector<std::size_t> way;
    auto at = static_cast<std::int32_t>(i);
    while (at != -1 && state[static_cast<std::size_t>(at)] == 0) {
      state[static_cast<std::size_t>(at)] = 1;
      way.push_back(static_cast<std::size_t>(at));
      at = tree[static_cast<std::size_t>(at)].head;
      ASSERT_LT(at, static_cast<std::int32_t>(tree.size()));
    }
    ASSERT_TRUE(at == -1 || state[static_cast<std::size_t>(at)] == 2) << "a cycle at token " << i;
    for (const std::size_t token : way) state[token] = 2;
  }
  EXPECT_EQ(roots, tree.empty() ? 0 : 1);
}

/// Words, marks and other scripts in no order.
inline std::string random_words(std::size_t count, unsigned seed) {
  static const char* const kWords[] = {
      "the",  "mayor",   "said",   ",",      "\"",  "bridge",
      "was",  "closed",  ".",      "-",      "and", "that",
      "Kyiv", "of",      "12",     "who",    "(",   ")",
      "told", "REUTERS", "n't",    "$",      "5.2", "to",
      "has",  "\u201C",  "been",   "\u2014", "he",  "\u0433\u043E\u0440\u043E\u0434",
      "if",   "xqzrt",   "\u65E5", "'s",     "not", ":",
      "will", "report",  "by",     "?"};
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += kWords[random() % std::size(kWords)];
    text += ' ';
  }
  return text;
}

}  // namespace claimtrail
