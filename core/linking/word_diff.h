#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/span.h"

namespace claimtrail {

enum class HunkKind { inserted, deleted, replaced };

/// `trivial`: the same words in the same order; only white space, punctuation, quotation marks,
/// dashes or letter case differ. `words`: a word or a number differs.
enum class HunkWeight { trivial, words };

/// One place where two texts differ. `before` are the bytes of the older text that went, `after`
/// those of the newer one that came; either is empty where nothing went or came, and then says
/// where. Both spans begin and end at the edge of a word, a mark or a run of white space.
struct Hunk {
  HunkKind kind = HunkKind::replaced;
  HunkWeight weight = HunkWeight::words;
  Span before;
  Span after;

  friend bool operator==(const Hunk&, const Hunk&) = default;
};

struct WordDiffOptions {
  /// How many single insertions and deletions one stretch may be compared by. Past that the stretch
  /// is cut at the words that occur once in both texts, and what has none is one hunk.
  std::size_t most_edits = 400;
  /// Hunks with fewer common words than this between them become one, so that a rewritten clause
  /// reads as one change. White space and marks do not count.
  std::size_t joined_below = 2;
};

/// Where two texts differ, word by word, in text order. Equal texts give none. Replacing every
/// `before` by the bytes of its `after` makes the newer text of the older one, byte for byte.
///
/// The greedy algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), on
/// words, marks and runs of white space, bounded by `most_edits`; beyond that a patience cut. Time
/// is O((N + M) log N + pieces × most_edits²) with the number of pieces bounded, memory
/// O(N + M + most_edits²); nothing recurses. Texts are UTF-8 shorter than 4 GiB; ill-formed bytes
/// compare as they are. Pure; safe on many threads.
[[nodiscard]] std::vector<Hunk> diff_words(std::string_view before, std::string_view after,
                                           const WordDiffOptions& options = {});

/// The older text with the hunks applied: the newer one.
[[nodiscard]] std::string apply_diff(std::string_view before, std::string_view after,
                                     const std::vector<Hunk>& hunks);

[[nodiscard]] const char* to_string(HunkKind value);
[[nodiscard]] const char* to_string(HunkWeight value);

}  // namespace claimtrail
