#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/compiled_rule.h"

namespace claimtrail {

/// What tells values of one field apart, for all facts of a world, as numbers: equal keys, equal
/// numbers; 0 where the key is unknown.
using KeyColumn = std::vector<std::uint32_t>;

/// All facts of a world by what some fields share. Facts of which one field is unknown stand in no
/// group.
class Grouping {
 public:
  Grouping(KeyColumn group_of, std::size_t groups);

  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  /// Indices into the world, rising.
  [[nodiscard]] std::span<const std::uint32_t> members(std::size_t group) const {
    return std::span(members_).subspan(begins_[group], begins_[group + 1] - begins_[group]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> members_;
};

/// Columns and groupings of one world, each made when it is first asked for: many rules group by
/// the same fields. Not for several threads at once.
class Groupings {
 public:
  explicit Groupings(const World& world) : world_(world) {}

  [[nodiscard]] const KeyColumn& column(const FieldRow& row);
  [[nodiscard]] const Grouping& by(const std::vector<const FieldRow*>& fields);

 private:
  const World& world_;
  std::unordered_map<const FieldRow*, KeyColumn> columns_;
  std::map<std::vector<const FieldRow*>, Grouping> groupings_;
};

}  // namespace claimtrail
