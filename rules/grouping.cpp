#include "rules/grouping.h"

#include "rules/numbers.h"

namespace claimtrail {
Grouping::Grouping(KeyColumn group_of, std::size_t groups) : begins_(groups + 1) {
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

const KeyColumn& Groupings::column(const FieldRow& row) {
  const auto [found, fresh] = columns_.try_emplace(&row);
  KeyColumn& column = found->second;
  if (!fresh) return column;
  column.reserve(world_.facts.size());
  Subject subject;
  subject.world = &world_;
  // Texts are told apart where they lie; other values have to be written out.
  const bool lies = row.type == ValueType::text || row.type == ValueType::figure;
  const auto get = row.key != nullptr ? row.key : row.get;
  Numbers<std::string_view> views;
  Numbers<std::string> texts;
  for (const Facts& facts : world_.facts) {
    subject.a = &facts;
    if (lies) {
      const Value value = get(subject, facts);
      column.push_back(value.known && !value.text.empty() ? views.of(value.text) : 0);
    } else {
      const std::string key = key_of(row, subject, facts);
      column.push_back(key.empty() ? 0 : texts.of(key));
    }
  }
  return column;
}

const Grouping& Groupings::by(const std::vector<const FieldRow*>& fields) {
  if (const auto found = groupings_.find(fields); found != groupings_.end()) return found->second;
  KeyColumn group_of(world_.facts.size(), 1);
  std::size_t groups = 1;
  for (const FieldRow* row : fields) {
    const KeyColumn& keys = column(*row);
    Numbers<std::uint64_t> numbers;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
      const bool known = group_of[i] != 0 && keys[i] != 0;
      group_of[i] = known ? numbers.of((std::uint64_t{group_of[i]} << 32U) | keys[i]) : 0;
    }
    groups = numbers.size();
  }
  return groupings_.emplace(fields, Grouping(std::move(group_of), groups)).first->second;
}

}  // namespace claimtrail
