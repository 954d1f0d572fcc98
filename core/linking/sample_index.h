#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace claimtrail {

/// Whether texts with these samples share so much that they may be copies: two sampled shingles and
/// a sixteenth of the shorter sample, or all of it. Where not, neither is a copy of the other.
[[nodiscard]] bool may_be_copies(std::span<const std::uint32_t> a,
                                 std::span<const std::uint32_t> b);

/// Which texts share so much of what was sampled of them that they may be copies: two sampled
/// shingles and a sixteenth of the shorter text's. Of a shingle that more than 64 texts hold, each
/// of them shares it with the first alone.
class SampleIndex {
 public:
  /// `samples`: of each text, sorted, each shingle once; they must outlive the index.
  explicit SampleIndex(std::vector<std::span<const std::uint32_t>> samples);

  /// Those of the texts before this one, sorted.
  [[nodiscard]] std::vector<std::uint32_t> before(std::uint32_t text);

 private:
  struct Posting {
    std::uint32_t hash;
    std::uint32_t text;
    auto operator<=>(const Posting&) const = default;
  };
  /// Postings of one shingle that a text is held against.
  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  void make_postings();
  /// Whether two texts that share so many sampled shingles share enough.
  [[nodiscard]] bool enough(std::size_t shared, std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::vector<std::uint32_t> before_by_counting(std::uint32_t text) const;

  std::vector<std::span<const std::uint32_t>> samples_;
  std::vector<Posting> postings_;         ///< by shingle, then text; none where texts are few
  std::vector<Run> runs_;                 ///< by text
  std::vector<std::uint32_t> first_run_;  ///< of each text, and where the last one's end
  std::vector<std::uint32_t> shared_;     ///< by text; zero between calls
};

}  // namespace claimtrail
