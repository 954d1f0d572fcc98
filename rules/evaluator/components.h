#pragma once

#include <cstdint>
#include <vector>

#include "core/model/flag.h"

namespace claimtrail {

/// A pair of readings that a rule joins, by index into the world; `a` and `b` as the rule means
/// them.
struct JoinedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  FlagSeverity severity = FlagSeverity::info;
};

/// The most telling pair first: the highest severity, then the earliest readings.
[[nodiscard]] bool more_telling(const JoinedPair& left, const JoinedPair& right);

/// How many pairs a flag tells of.
inline constexpr std::size_t kMostPairsTold = 20;

/// The positions of one group of readings and which of them are joined, grown pair by pair; what it
/// holds in the end does not depend on the order of pairs. Memory is bounded by positions and
/// members, not pairs.
class Components {
 public:
  Components(std::size_t positions, std::size_t members, FlagSeverity highest);

  /// True when a pair of these members could not change anything any more.
  [[nodiscard]] bool settled(std::uint32_t position_a, std::uint32_t member_a,
                             std::uint32_t position_b, std::uint32_t member_b,
                             const JoinedPair& pair) const;

  void join(std::uint32_t position_a, std::uint32_t member_a, std::uint32_t position_b,
            std::uint32_t member_b, const JoinedPair& pair);

  [[nodiscard]] std::uint32_t root_of(std::uint32_t position) const;
  [[nodiscard]] bool takes_part(std::uint32_t member) const { return takes_part_[member]; }
  /// Of a root: the most telling pairs, in order; empty when it joins nothing.
  [[nodiscard]] const std::vector<JoinedPair>& told(std::uint32_t root) const {
    return told_[root];
  }

 private:
  void tell(std::vector<JoinedPair>& told, const JoinedPair& pair);

  FlagSeverity highest_;
  mutable std::vector<std::uint32_t> parent_;
  std::vector<bool> takes_part_;
  std::vector<std::vector<JoinedPair>> told_;
};

}  // namespace claimtrail
