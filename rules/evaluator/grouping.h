#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/numbers.h"

#include "rules/compiler/compiled_rule.h"

namespace claimtrail {

/// What tells values of one field apart, for the facts of a world, as numbers: equal keys, equal
/// numbers; 0 where the key is unknown. Worked out where it is asked for.
class KeyColumn {
 public:
  KeyColumn(const World& world, const FieldRow& row);

  /// Of the facts at this index.
  [[nodiscard]] std::uint32_t at(std::uint32_t index) {
    std::uint32_t& number = numbers_[index];
    if (number == kNotAsked) number = number_of(index);
    return number;
  }

 private:
  static constexpr std::uint32_t kNotAsked = 0xFFFFFFFF;

  [[nodiscard]] std::uint32_t number_of(std::uint32_t index);

  const World& world_;
  const FieldRow& row_;
  std::vector<std::uint32_t> numbers_;
  Numbers<std::string_view> views_;
  Numbers<std::string> texts_;
};

/// All facts of a world by what some fields share. Facts of which one field is unknown stand in no
/// group, nor do those whose group is not to be judged.
class Grouping {
 public:
  /// `group_of` numbers the groups from 1; 0: none.
  Grouping(const std::vector<std::uint32_t>& group_of, std::size_t groups);

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

  [[nodiscard]] KeyColumn& column(const FieldRow& row);
  [[nodiscard]] const Grouping& by(const std::vector<const FieldRow*>& fields);

 private:
  const World& world_;
  std::unordered_map<const FieldRow*, KeyColumn> columns_;
  std::map<std::vector<const FieldRow*>, Grouping> groupings_;
};

}  // namespace claimtrail
