#include "rules/evaluator/grouping.h"

#include "rules/evaluator/circles.h"

namespace claimtrail {

KeyColumn::KeyColumn(const World& world, const FieldRow& row)
    : world_(world), row_(row), numbers_(world.facts.size(), kNotAsked) {}

std::uint32_t KeyColumn::number_of(std::uint32_t index) {
  const Facts& facts = world_.facts[index];
  Subject subject;
  subject.world = &world_;
  subject.a = &facts;
  // Texts are told apart where they lie; other values have to be written out.
  if (row_.type == ValueType::text || row_.type == ValueType::figure) {
    const auto get = row_.key != nullptr ? row_.key : row_.get;
    const Value value = get(subject, facts);
    return value.known && !value.text.empty() ? views_.of(value.text) : 0;
  }
  const std::string key = key_of(row_, subject, facts);
  return key.empty() ? 0 : texts_.of(key);
}

Grouping::Grouping(const std::vector<std::uint32_t>& group_of, std::size_t groups)
    : begins_(groups + 1) {
  for (const std::uint32_t group : group_of) {
    if (group != 0) ++begins_[group];
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  members_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t i = 0; i < group_of.size(); ++i) {
    if (group_of[i] != 0) members_[next[group_of[i] - 1]++] = i;
  }
}

KeyColumn& Groupings::column(const FieldRow& row) {
  return columns_.try_emplace(&row, world_, row).first->second;
}

const Grouping& Groupings::by(const std::vector<const FieldRow*>& fields) {
  if (const auto found = groupings_.find(fields); found != groupings_.end()) return found->second;
  const AskedGroups asked(fields);
  std::vector<std::uint32_t> group_of(world_.facts.size());
  for (std::size_t i = 0; i < group_of.size(); ++i) group_of[i] = asked.hold(world_.facts[i]);
  std::size_t groups = 1;
  for (const FieldRow* row : fields) {
    KeyColumn& keys = column(*row);
    Numbers<std::uint64_t> numbers;
    for (std::uint32_t i = 0; i < group_of.size(); ++i) {
      if (group_of[i] == 0) continue;
      const std::uint32_t key = keys.at(i);
      group_of[i] = key == 0 ? 0 : numbers.of((std::uint64_t{group_of[i]} << 32U) | key);
    }
    groups = numbers.size();
  }
  return groupings_.emplace(fields, Grouping(group_of, groups)).first->second;
}

}  // namespace claimtrail
