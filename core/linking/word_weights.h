#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace claimtrail {

struct WeightedWord {
  std::uint32_t word = 0;
  double weight = 0;
};

/// A text as a vector of length one, by word; empty where no word counts.
using WordVector = std::vector<WeightedWord>;

/// How much each word tells about a text among these documents: the logarithm of how rare it is
/// (Spärck Jones, "A statistical interpretation of term specificity", 1972), as if `kUnseen` more
/// documents held none of the words, so that in a small collection a word that all its reports of
/// one event share still counts. A function of the set of documents: their order changes nothing.
class WordWeights {
 public:
  static constexpr double kUnseen = 100;

  /// The content words of each document; repetitions count once.
  explicit WordWeights(const std::vector<std::vector<std::string>>& documents);

  /// Each word weighs by its rarity and by the logarithm of how often it occurs in `words`. Words
  /// of none of the documents are left out.
  [[nodiscard]] WordVector vector(const std::vector<std::string>& words) const;
  [[nodiscard]] std::size_t size() const { return rarity_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;  ///< numbered in their own order
  std::vector<double> rarity_;
};

/// The cosine of two texts, between 0 and 1.
[[nodiscard]] double cosine(const WordVector& a, const WordVector& b);

}  // namespace claimtrail
