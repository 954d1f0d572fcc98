#include "rules/evaluator/components.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace claimtrail {

bool more_telling(const JoinedPair& left, const JoinedPair& right) {
  if (left.severity != right.severity) return left.severity > right.severity;
  const auto order = [](const JoinedPair& pair) {
    return std::make_tuple(std::min(pair.a, pair.b), std::max(pair.a, pair.b));
  };
  return order(left) < order(right);
}

Components::Components(std::size_t positions, std::size_t members, FlagSeverity highest)
    : highest_(highest), parent_(positions), takes_part_(members), told_(positions) {
  std::iota(parent_.begin(), parent_.end(), 0U);
}

std::uint32_t Components::root_of(std::uint32_t position) const {
  while (parent_[position] != position) {
    parent_[position] = parent_[parent_[position]];
    position = parent_[position];
  }
  return position;
}

bool Components::settled(std::uint32_t position_a, std::uint32_t member_a, std::uint32_t position_b,
                         std::uint32_t member_b, const JoinedPair& pair) const {
  if (!takes_part_[member_a] || !takes_part_[member_b]) return false;
  const std::uint32_t root = root_of(position_a);
  if (root != root_of(position_b)) return false;
  const std::vector<JoinedPair>& told = told_[root];
  if (told.size() < kMostPairsTold) return false;
  JoinedPair best = pair;
  best.severity = highest_;
  return more_telling(told.back(), best);
}

void Components::tell(std::vector<JoinedPair>& told, const JoinedPair& pair) {
  told.insert(std::upper_bound(told.begin(), told.end(), pair, more_telling), pair);
  if (told.size() > kMostPairsTold) told.pop_back();
}

void Components::join(std::uint32_t position_a, std::uint32_t member_a, std::uint32_t position_b,
                      std::uint32_t member_b, const JoinedPair& pair) {
  takes_part_[member_a] = true;
  takes_part_[member_b] = true;
  const std::uint32_t root_a = root_of(position_a);
  const std::uint32_t root_b = root_of(position_b);
  const std::uint32_t root = std::min(root_a, root_b);
  const std::uint32_t other = std::max(root_a, root_b);
  if (root != other) {
    parent_[other] = root;
    for (const JoinedPair& told : told_[other]) tell(told_[root], told);
    told_[other] = {};
  }
  tell(told_[root], pair);
}

}  // namespace claimtrail
