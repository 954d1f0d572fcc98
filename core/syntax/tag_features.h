#pragma once

#include <cstddef>
#include <span>

#include "core/syntax/feature_hash.h"
#include "core/syntax/part_of_speech.h"
#include "core/syntax/word_form.h"

namespace claimtrail {

inline constexpr std::size_t kMostTagFeatures = 40;

/// Writes the features of token `at`, given the tags chosen before it, and returns their number.
inline std::size_t tag_features(std::span<const WordForm> forms, std::span<const PartOfSpeech> tags,
                                std::size_t at, std::uint64_t (&out)[kMostTagFeatures]) {
  static constexpr WordForm none;
  const auto form = [&](std::size_t i, std::ptrdiff_t offset) -> const WordForm& {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(i) + offset;
    return index >= 0 && index < static_cast<std::ptrdiff_t>(forms.size())
               ? forms[static_cast<std::size_t>(index)]
               : none;
  };
  const WordForm& w = forms[at];
  const WordForm& p1 = form(at, -1);
  const WordForm& p2 = form(at, -2);
  const WordForm& n1 = form(at, 1);
  const WordForm& n2 = form(at, 2);
  const auto t1 = at >= 1 ? static_cast<std::uint64_t>(tags[at - 1]) : 100;
  const auto t2 = at >= 2 ? static_cast<std::uint64_t>(tags[at - 2]) : 100;
  std::size_t size = 0;
  unsigned number = 0;
  const auto add = [&](auto... parts) { out[size++] = feature(number++, parts...); };
  add(w.word);
  add(w.ambiguity);
  add(w.suffix[0]);
  add(w.suffix[1]);
  add(w.suffix[2]);
  add(w.suffix[3]);
  add(w.prefix[0]);
  add(w.prefix[1]);
  add(w.shape, at == 0);
  add(w.shape, w.suffix[1]);
  add(w.shape, w.suffix[2], t1);
  add(w.cluster);
  add(t1);
  add(t1, t2);
  add(t1, w.word);
  add(t1, w.ambiguity);
  add(t1, t2, w.ambiguity);
  add(p1.word);
  add(p1.word, w.ambiguity);
  add(p2.word);
  add(n1.word);
  add(n1.ambiguity);
  add(n1.suffix[2]);
  add(n1.shape, w.shape);
  add(n2.word);
  add(n2.ambiguity);
  add(w.ambiguity, n1.ambiguity);
  add(t1, w.ambiguity, n1.ambiguity);
  add(t1, n1.ambiguity);
  add(w.word, n1.word);
  add(w.ambiguity, n1.ambiguity, n2.ambiguity);
  add(w.word, p1.word);
  add(p1.suffix[2], t1);
  add(p1.shape, w.shape, t1);
  add(w.space_before, w.quoted, w.word);
  add(p1.cluster, w.cluster);
  add(w.cluster, n1.cluster);
  add(p1.word, p2.word);
  return size;
}

}  // namespace claimtrail
