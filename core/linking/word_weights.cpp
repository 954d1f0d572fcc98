#include "core/linking/word_weights.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace claimtrail {

WordWeights::WordWeights(const std::vector<std::vector<std::string>>& documents) {
  std::map<std::string, std::size_t> held;
  for (const std::vector<std::string>& document : documents) {
    for (const std::string& word : std::set<std::string>(document.begin(), document.end()))
      ++held[word];
  }
  const auto all = static_cast<double>(documents.size()) + kUnseen;
  rarity_.reserve(held.size());
  for (const auto& [word, documents_with] : held) {
    words_.emplace(word, static_cast<std::uint32_t>(rarity_.size()));
    rarity_.push_back(std::log(all / (static_cast<double>(documents_with) + 0.5)));
  }
}

WordVector WordWeights::vector(const std::vector<std::string>& words) const {
  std::map<std::uint32_t, double> counts;
  for (const std::string& word : words) {
    const auto found = words_.find(word);
    if (found != words_.end()) ++counts[found->second];
  }
  WordVector vector;
  vector.reserve(counts.size());
  double squares = 0;
  for (const auto& [word, count] : counts) {
    const double weight = (1 + std::log(count)) * rarity_[word];
    vector.push_back({word, weight});
    squares += weight * weight;
  }
  for (WeightedWord& word : vector) word.weight /= std::sqrt(squares);
  return vector;
}

double cosine(const WordVector& a, const WordVector& b) {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].word == b[j].word) {
      sum += a[i++].weight * b[j++].weight;
    } else if (a[i].word < b[j].word) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

}  // namespace claimtrail
