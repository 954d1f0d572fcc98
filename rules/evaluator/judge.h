#pragma once

#include <string>
#include <vector>

#include "rules/compiler/compiled_rule.h"
#include "rules/evaluator/grouping.h"

namespace claimtrail {

/// Whether a rule joins two readings, and which way round: `forward` with the first as `a`.
enum class Joined { no, forward, backward };

/// What two readings must share before they are compared, as one key; empty when a part is unknown.
[[nodiscard]] std::string group_key(const Rule& rule, const Facts& facts);

/// Judges pairs (and single readings) of one rule, one at a time, from the rule's own words: the
/// definition that the evaluator's shortcuts must agree with. Not for several threads at once.
class Judge {
 public:
  Judge(const RuleSet& rules, const World& world)
      : rules_(rules), world_(world), groupings_(world) {}

  /// Condition and exceptions of a pair that may meet; `first` must come before `second` in the
  /// world. When both ways hold it is forward.
  [[nodiscard]] Joined condition(const Rule& rule, const Facts& first, const Facts& second);

  /// Everything at once: gates, condition, exceptions, and that no rule it yields to joins the two
  /// claims.
  [[nodiscard]] Joined joins(const Rule& rule, const Facts& first, const Facts& second);

  /// Whether the two readings may meet at all: other claims, one group, other positions, distinct,
  /// window.
  [[nodiscard]] bool may_meet(const Rule& rule, const Facts& first, const Facts& second);

  /// True when a rule that this one yields to joins any readings of the two claims.
  [[nodiscard]] bool yields(const Rule& rule, const Facts& first, const Facts& second);

  /// For claim rules: condition, exceptions and yielding for one reading.
  [[nodiscard]] bool raises(const Rule& rule, const Facts& facts);

  [[nodiscard]] Subject subject(const Facts& a, const Facts& b) const;
  [[nodiscard]] Subject subject(const Facts& a) const;
  [[nodiscard]] Scratch& scratch() { return scratch_; }
  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  [[nodiscard]] Groupings& groupings() { return groupings_; }

 private:
  [[nodiscard]] bool holds_for(const Rule& rule, const Subject& subject);

  const RuleSet& rules_;
  const World& world_;
  Groupings groupings_;
  Scratch scratch_;
};

/// One gate of a pair rule and whether the readings pass it, for explanations: in the order they
/// are asked, ending with the first that fails.
struct Gate {
  std::string words;
  bool passed = false;
};
[[nodiscard]] std::vector<Gate> gates_of(const Rule& rule, const World& world, const Facts& a,
                                         const Facts& b);

}  // namespace claimtrail
