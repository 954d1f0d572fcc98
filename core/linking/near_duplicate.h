#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/linking/text_shingles.h"

namespace claimtrail {

/// How two texts share their words.
enum class CopyKind {
  identical,  ///< the same words in the same order
  near_same,  ///< most words of either stand in the other
  contains,   ///< most words of the shorter stand in the longer: a cut version, a local top
  excerpt,    ///< a long passage of one stands in the other, but neither is mostly that
};

/// Two texts of which one is a copy of the other, or both of a third. Shares are of a text's own
/// words, between 0 and 1.
struct TextCopy {
  std::size_t a = 0;  ///< index of the text; a < b
  std::size_t b = 0;
  CopyKind kind = CopyKind::near_same;
  double share_of_a = 0;  ///< of the words of a that stand in b
  double share_of_b = 0;
  std::size_t longest_run = 0;  ///< words in a row that both have

  friend bool operator==(const TextCopy&, const TextCopy&) = default;
};

struct CopyOptions {
  /// At least this share of either text for `near_same`, of the shorter one for `contains`.
  /// Measured by tests/bench/near_duplicate_bench: see there for what share edited copies keep.
  double most = 0.5;
  /// At least this many words in a row for an `excerpt`, and this share of the shorter text.
  std::size_t excerpt_run = 40;
  double excerpt_share = 0.1;
  /// A text with fewer own words is compared for identity alone: too little to tell a copy by.
  std::size_t fewest_words = 40;
};

/// One text to be compared. Texts of one `publisher` share furniture: a shingle that stands in five
/// or more and in a fifth of its texts is not compared. Empty: none.
struct ComparedText {
  const TextShingles* shingles = nullptr;
  std::string publisher;
};

/// With fewer texts of a publisher nothing is furniture.
inline constexpr std::size_t kFewestTextsWithFurniture = 5;

/// Compares two texts, as indices 0 and 1; empty where neither is a copy. No candidate search, no
/// furniture: exact.
[[nodiscard]] std::optional<TextCopy> compare_texts(const TextShingles& a, const TextShingles& b,
                                                    const CopyOptions& options = {});

/// All pairs that are copies, by a then b. Candidates are found by an index of sampled shingles
/// (one in four, by hash, as in Broder, "On the Resemblance and Containment of Documents", 1997) of
/// which both hold a sixteenth of the shorter text's, then decided exactly. A shingle that more
/// than 64 texts hold proposes each of them with the first of them alone, so a story that all print
/// is a star around one of its texts and not every pair. The same set of texts gives the same
/// copies in any order, but for which text of so large a group is its middle. Deterministic; about
/// linear in the texts. Pure.
[[nodiscard]] std::vector<TextCopy> find_copies(const std::vector<ComparedText>& texts,
                                                const CopyOptions& options = {});

/// Whether it matters if the texts of two indices, a < b, are copies.
using PairChoice = std::function<bool(std::size_t a, std::size_t b)>;

/// The same copies one by one, by b then a. A pair is compared only where `is_asked`, which may
/// depend on the copies that were told of before.
void each_copy(const std::vector<ComparedText>& texts, const PairChoice& is_asked,
               const std::function<void(const TextCopy&)>& use, const CopyOptions& options = {});

[[nodiscard]] const char* to_string(CopyKind value);

}  // namespace claimtrail
