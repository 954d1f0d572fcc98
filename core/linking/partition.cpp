#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/linking/reading.h"
#include "core/linking/similarity.h"
#include "core/linking/words.h"

namespace claimtrail {
namespace {

constexpr int kWindowDays = 14;
constexpr double kSameStatement = 0.5;
constexpr double kSameFigureTopic = 0.3;
constexpr double kSameStory = 0.2;
constexpr double kSameFigureWithinStory = 0.15;
/// A word that more readings share than this brings no pairs together by itself.
constexpr std::size_t kCommonWord = 300;

bool near_in_time(const LinkReading& a, const LinkReading& b) {
  return !a.days || !b.days || day_gap(*a.days, *b.days) <= kWindowDays;
}

bool same_figure_question(const LinkReading& a, const LinkReading& b) {
  if (a.dimension != b.dimension) return false;
  if (!a.predicate.empty() && !b.predicate.empty() && a.predicate != b.predicate) return false;
  if (a.dimension == "count" && !same_word(a.noun_head, b.noun_head)) return false;
  const double topic = similar(a.words, b.words);
  if (topic >= kSameFigureTopic) return true;
  return topic >= kSameFigureWithinStory && similar(a.context, b.context) >= kSameStory;
}

bool same_question(const LinkReading& a, const LinkReading& b) {
  if (a.dimension.empty() != b.dimension.empty() || !near_in_time(a, b)) return false;
  if (a.dimension.empty()) return same_statement(a.words, b.words, kSameStatement);
  return same_figure_question(a, b);
}

class Parts {
 public:
  explicit Parts(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

std::vector<std::size_t> partition(const std::vector<LinkReading>& readings) {
  Parts parts(readings.size());
  std::unordered_map<std::string, std::vector<std::size_t>> index;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const std::string& word : readings[i].words) index[word].push_back(i);
  }
  for (std::size_t i = 0; i < readings.size(); ++i) {
    std::vector<std::size_t> others;
    for (const std::string& word : readings[i].words) {
      const std::vector<std::size_t>& members = index[word];
      if (members.size() > kCommonWord) continue;
      const auto later = std::upper_bound(members.begin(), members.end(), i);
      others.insert(others.end(), later, members.end());
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const std::size_t j : others) {
      if (parts.root(i) != parts.root(j) && same_question(readings[i], readings[j]))
        parts.join(i, j);
    }
  }
  std::vector<std::size_t> first(readings.size());
  for (std::size_t i = 0; i < first.size(); ++i) first[i] = parts.root(i);
  return first;
}

}  // namespace claimtrail
