#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/compiler/compiled_rule.h"
#include "rules/evaluator/judge.h"

namespace claimtrail {

/// What is put into a flag, before it has words: members by index into the world, each with its
/// position.
struct FlagMember {
  std::uint32_t facts = 0;
  std::string position;  ///< key
};

/// A flag of the rule without sides, scope and words.
[[nodiscard]] RaisedFlag begin_flag(const Rule& rule);

/// Adds the sides: members with one position key are one side, named as its first member shows it;
/// sides in the order of their first members. Adds the reports, and the question where all members
/// share one.
void add_sides(RaisedFlag& flag, const Rule& rule, const World& world,
               const std::vector<FlagMember>& members);

/// Why one reading (or a pair) met the rule: every atom of its condition with its values.
[[nodiscard]] WhyPair why(const Rule& rule, const Subject& subject, Scratch& scratch);

/// How grave what the group raises is, and how grave if the flag fills an open side.
void tell_severity(RaisedFlag& flag, const Rule& rule, Subject group, Scratch& scratch);

void sort_unique(std::vector<std::string>& list);

/// By rule, scope key, first claim, then everything else that could tell two flags apart.
void sort_flags(std::vector<RaisedFlag>& flags);

/// Adds the flags of one rule, on what the world is asked about.
void evaluate_rule(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags);

// One evaluator for each scope.
void evaluate_pairs(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags);
void evaluate_claims(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags);
void evaluate_groups(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags);
void evaluate_changes(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags);

/// The flags of some rules only, by index into the set; the others still count for `yields_to`.
[[nodiscard]] std::vector<RaisedFlag> evaluate_some(const RuleSet& rules,
                                                    const std::vector<std::size_t>& which,
                                                    const Evidence& evidence);

}  // namespace claimtrail
