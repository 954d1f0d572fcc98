#pragma once

#include <optional>
#include <vector>

#include "core/model/circle.h"

#include "rules/compiler/compiled_rule.h"

namespace claimtrail {

/// The kind of circle that holds every group of the rule with this reading in it; nothing where
/// groups of the rule may reach beyond any circle.
[[nodiscard]] std::optional<CircleKind> circle_kind_of(const Rule& rule, const Facts& facts);
[[nodiscard]] std::optional<Circle> circle_of(const Rule& rule, const Facts& facts);

/// Whether the reading's groups of the rule are to be judged; see `World::ask_only`.
[[nodiscard]] bool is_asked(const Rule& rule, const Facts& facts);

/// The same for groups of readings that share some fields, whatever the rule.
class AskedGroups {
 public:
  explicit AskedGroups(const std::vector<const FieldRow*>& group_by);
  [[nodiscard]] bool hold(const Facts& facts) const {
    return kind_ == nullptr || facts.is_asked_in(kind_(facts));
  }

 private:
  CircleKind (*kind_)(const Facts& facts);  ///< null: they may reach beyond any circle
};

}  // namespace claimtrail
