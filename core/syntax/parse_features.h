#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "core/syntax/feature_hash.h"
#include "core/syntax/parse_state.h"
#include "core/syntax/part_of_speech.h"
#include "core/syntax/word_form.h"

namespace claimtrail {

inline constexpr std::size_t kMostParseFeatures = 112;

/// What the parser and the labeller see of one token.
struct ParseWord {
  std::uint64_t word = 1;
  std::uint64_t tag = 101;
  std::uint64_t both = 1;  ///< word and tag
  std::uint64_t cluster = 0;
  std::uint16_t commas = 0;  ///< before this token in the sentence
  std::uint16_t verbs = 0;
  std::uint16_t marks = 0;
  std::uint16_t conjunctions = 0;
  bool space_before = true;
  bool quoted = false;
};

/// The words of one sentence: tokens, then the root, then a stand-in for no token.
struct ParseWords {
  std::vector<ParseWord> words;
  int size = 0;

  void make(std::span<const WordForm> forms, std::span<const PartOfSpeech> tags) {
    size = static_cast<int>(forms.size());
    words.assign(forms.size() + 2, ParseWord{});
    ParseWord counts;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      ParseWord& word = words[i];
      word = counts;
      word.word = forms[i].known;
      word.tag = static_cast<std::uint64_t>(tags[i]);
      word.both = mix(word.word, word.tag);
      word.cluster = forms[i].cluster;
      word.space_before = forms[i].space_before;
      word.quoted = forms[i].quoted;
      const PartOfSpeech tag = tags[i];
      counts.commas = static_cast<std::uint16_t>(counts.commas + (tag == PartOfSpeech::comma));
      counts.verbs = static_cast<std::uint16_t>(
          counts.verbs + ((tag >= PartOfSpeech::vb && tag <= PartOfSpeech::md)));
      counts.marks = static_cast<std::uint16_t>(
          counts.marks + (tag >= PartOfSpeech::hyph && tag != PartOfSpeech::comma));
      counts.conjunctions =
          static_cast<std::uint16_t>(counts.conjunctions + (tag == PartOfSpeech::cc));
    }
    ParseWord& root = words[forms.size()];
    root = counts;
    root.word = 2;
    root.tag = 100;
    root.both = mix(root.word, root.tag);
    root.space_before = true;
  }

  [[nodiscard]] const ParseWord& at(int node) const {
    return words[node == kNoNode || node > size ? static_cast<std::size_t>(size) + 1
                                                : static_cast<std::size_t>(node)];
  }
};

/// What stands between two tokens, in few values.
[[nodiscard]] inline std::uint64_t between(const ParseWord& left, const ParseWord& right) {
  const auto count = [](unsigned a, unsigned b, unsigned most) {
    return static_cast<std::uint64_t>(std::min(b - a, most));
  };
  return count(left.commas, right.commas, 2) | count(left.verbs, right.verbs, 2) << 2 |
         count(left.marks, right.marks, 1) << 4 |
         count(left.conjunctions, right.conjunctions, 1) << 5 |
         static_cast<std::uint64_t>(left.quoted != right.quoted) << 6;
}

[[nodiscard]] inline std::uint64_t distance(int left, int right) {
  if (left < 0 || right < 0) return 0;
  const int apart = right - left;
  if (apart <= 4) return static_cast<std::uint64_t>(apart);
  return apart <= 6 ? 5 : apart <= 10 ? 6 : apart <= 20 ? 7 : 8;
}

/// Writes the features of a state and returns their number. The set follows Zhang and Nivre (2011)
/// without labels, with what stands between, quotation marks and blanks added.
inline std::size_t parse_features(const ParseWords& words, const ParseState& state,
                                  std::uint64_t (&out)[kMostParseFeatures]) {
  static constexpr ParseNode no_children;
  const auto node = [&](int index) -> const ParseNode& {
    return index == kNoNode || index > state.size ? no_children
                                                  : state.nodes[static_cast<std::size_t>(index)];
  };
  const int s0 = state.on_stack(0);
  const int s1 = state.on_stack(1);
  const int s2 = state.on_stack(2);
  const int b0 = state.front;
  const int b1 = b0 < state.size ? b0 + 1 : kNoNode;
  const int b2 = b0 + 1 < state.size ? b0 + 2 : kNoNode;
  const int before = b0 >= 1 ? b0 - 1 : kNoNode;
  const ParseNode& s0n = node(s0);
  const ParseNode& s1n = node(s1);
  const ParseNode& b0n = node(b0);
  const ParseWord& S0 = words.at(s0);
  const ParseWord& S1 = words.at(s1);
  const ParseWord& S2 = words.at(s2);
  const ParseWord& B0 = words.at(b0);
  const ParseWord& B1 = words.at(b1);
  const ParseWord& B2 = words.at(b2);
  const ParseWord& S0l = words.at(s0n.left[0]);
  const ParseWord& S0l2 = words.at(s0n.left[1]);
  const ParseWord& S0r = words.at(s0n.right[0]);
  const ParseWord& S0r2 = words.at(s0n.right[1]);
  const ParseWord& S1l = words.at(s1n.left[0]);
  const ParseWord& S1l2 = words.at(s1n.left[1]);
  const ParseWord& S1r = words.at(s1n.right[0]);
  const ParseWord& S1r2 = words.at(s1n.right[1]);
  const ParseWord& B0l = words.at(b0n.left[0]);
  const ParseWord& B0l2 = words.at(b0n.left[1]);
  const ParseWord& Before = words.at(before);
  const std::uint64_t d0 = distance(s0, b0);
  const std::uint64_t d1 = distance(s1, s0);
  const std::uint64_t m0 = s0 == kNoNode ? 127 : between(S0, B0);
  const std::uint64_t m1 = s1 == kNoNode ? 127 : between(S1, S0);
  const std::uint64_t v0 =
      std::min<std::uint64_t>(s0n.left_count, 3) | std::min<std::uint64_t>(s0n.right_count, 3) << 2;
  const std::uint64_t v1 =
      std::min<std::uint64_t>(s1n.left_count, 3) | std::min<std::uint64_t>(s1n.right_count, 3) << 2;
  const std::uint64_t vb = std::min<std::uint64_t>(b0n.left_count, 3);
  const std::uint64_t tags = S0.tag << 7 | B0.tag;
  const std::uint64_t tags1 = S1.tag << 7 | S0.tag;
  const std::uint64_t three = S1.tag << 14 | tags;

  std::size_t size = 0;
  unsigned number = 0;
  const auto add = [&](auto... parts) { out[size++] = feature(number++, parts...); };
  // One word.
  add(S0.both);
  add(S0.word);
  add(S0.tag);
  add(B0.both);
  add(B0.word);
  add(B0.tag);
  add(B1.both);
  add(B1.word);
  add(B1.tag);
  add(B2.both);
  add(B2.tag);
  add(S1.both);
  add(S1.word);
  add(S1.tag);
  add(S2.both);
  add(S2.tag);
  // Two words.
  add(S0.both, B0.both);
  add(S0.both, B0.word);
  add(S0.word, B0.both);
  add(S0.both, B0.tag);
  add(S0.tag, B0.both);
  add(S0.word, B0.word);
  add(tags);
  add(S1.both, S0.both);
  add(S1.both, S0.word);
  add(S1.word, S0.both);
  add(S1.both, S0.tag);
  add(S1.tag, S0.both);
  add(S1.word, S0.word);
  add(tags1);
  add(B0.tag, B1.tag);
  add(S1.tag, B0.tag);
  add(S1.both, B0.tag);
  add(S1.tag, B0.both);
  add(S1.word, B0.word);
  add(B0.word, B1.tag);
  add(B0.tag, B1.word);
  // Three and more.
  add(tags, B1.tag);
  add(tags, B1.tag, B2.tag);
  add(B0.tag, B1.tag, B2.tag);
  add(three);
  add(three, B1.tag);
  add(three, S2.tag);
  add(S2.tag, tags1);
  add(S1.tag, S0.word, B0.tag);
  add(S1.word, S0.tag, B0.tag);
  add(tags1, B0.word);
  add(S0.word, B0.tag, B1.tag);
  add(S0.tag, B0.word, B1.tag);
  add(tags, B1.word);
  // Children.
  add(tags, S0l.tag);
  add(tags, S0r.tag);
  add(tags, B0l.tag);
  add(tags1, S0l.tag);
  add(tags1, S0r.tag);
  add(tags1, S1l.tag);
  add(tags1, S1r.tag);
  add(S0.tag, S0l.tag, S0l2.tag);
  add(S0.tag, S0r.tag, S0r2.tag);
  add(S1.tag, S1l.tag, S1l2.tag);
  add(S1.tag, S1r.tag, S1r2.tag);
  add(B0.tag, B0l.tag, B0l2.tag);
  add(tags, S0l.tag, S0r.tag);
  add(tags1, S1r.tag, S0l.tag);
  add(S0l.both, S0.tag);
  add(S0r.both, S0.tag);
  add(S1r.both, S1.tag);
  add(S1l.both, S1.tag);
  add(B0l.both, B0.tag);
  add(tags, S0l.word);
  add(tags, S0r.word);
  add(tags1, S0l.word);
  add(tags1, S1r.word);
  add(tags1, S0r.word);
  add(S0.word, S0l.word, B0.tag);
  add(S1.word, S0l.word, S0.tag);
  add(S1.word, S1r.word, S0.tag);
  add(tags, B0l.word);
  // Number of children.
  add(S0.word, v0);
  add(S0.tag, v0, B0.tag);
  add(S1.word, v1);
  add(S1.tag, v1, S0.tag);
  add(B0.word, vb);
  add(tags, vb);
  // Distance and what stands between.
  add(d0, S0.word);
  add(d0, B0.word);
  add(d0, tags);
  add(d1, tags1);
  add(d1, S0.word);
  add(d1, S1.word);
  add(m0, tags);
  add(m1, tags1);
  add(m0, S0.word, B0.tag);
  add(m1, S1.word, S0.tag);
  add(m0, d0, S0.tag);
  add(m1, d1, S1.tag);
  add(B0.space_before, Before.space_before, tags);
  add(B0.quoted, S0.quoted, S1.quoted, tags);
  add(Before.tag, tags);
  add(Before.both, B0.tag);
  // Clusters.
  add(S0.cluster, B0.cluster);
  add(S1.cluster, S0.cluster);
  add(S0.cluster, B0.cluster, B1.tag);
  add(S1.cluster, S0.cluster, B0.tag);
  return size;
}

}  // namespace claimtrail
