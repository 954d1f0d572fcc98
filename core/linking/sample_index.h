#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimtrail {

/// Which texts share so much of what was sampled of them that they may be copies: two sampled
/// shingles and a sixteenth of the shorter text's. Of a shingle that more than 64 texts hold, each
/// of them shares it with the first alone.
class SampleIndex {
 public:
  /// `samples`: of each text, sorted, each shingle once.
  explicit SampleIndex(const std::vector<std::vector<std::uint32_t>>& samples);

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
    std::size_t begin;
    std::size_t end;
  };

  std::vector<Posting> postings_;
  std::vector<std::vector<Run>> places_;  ///< by text
  std::vector<std::size_t> shared_;       ///< by text; zero between calls
};

}  // namespace claimtrail
