#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace claimtrail {

/// How many words in a row make a shingle.
inline constexpr std::size_t kShingleWords = 4;
/// Which part of the shingles, by hash, is sampled to find texts that may be copies.
inline constexpr std::uint32_t kSampledOneIn = 4;

/// A text taken down to what copies are told by: the hashes of its shingles, each four folded words
/// in a row. Words inside quotation marks are left out, and no shingle bridges them: a quotation
/// that two reports share makes neither a copy of the other. Two bytes or so per byte of text.
class TextShingles {
 public:
  explicit TextShingles(std::string_view text);
  [[nodiscard]] std::size_t words() const { return words_; }
  /// By place in the text; a shingle at place i covers the words from i on.
  [[nodiscard]] const std::vector<std::uint32_t>& hashes() const { return hashes_; }
  [[nodiscard]] const std::vector<std::uint32_t>& places() const { return places_; }
  /// The same, each once, sorted.
  [[nodiscard]] const std::vector<std::uint32_t>& sorted() const { return sorted_; }
  /// Of these the sampled ones.
  [[nodiscard]] const std::vector<std::uint32_t>& sample() const { return sample_; }
  /// Of all words in order, those in quotations too.
  [[nodiscard]] std::uint64_t whole() const { return whole_; }

 private:
  std::size_t words_ = 0;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> sorted_;
  std::vector<std::uint32_t> sample_;
  std::uint64_t whole_ = 0;
};

}  // namespace claimtrail
