#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/rule.h"

namespace claimtrail {

/// What rules could see, as numbers. Of each claim by its id: edits, links, reviews, what is known
/// of the report, and whatever follows for it from other claims change it. Of each group that a
/// rule makes: who stands in it.
struct Fingerprints {
  std::unordered_map<std::string, std::uint64_t> claims;
  std::unordered_map<std::uint64_t, std::uint64_t> groups;
};

/// What a check found, and what the next one needs to ask only about what changed since.
struct CheckOutcome {
  std::vector<Flag> changed;  ///< as `settle_flags` gives them
  Fingerprints seen;
  std::size_t asked = 0;  ///< claims in the groups that were evaluated
};

/// Checks what changed since `before` was taken: every group of readings that a changed claim
/// stands in, stands in no more, or came to, is evaluated anew, and the stored flags about any
/// claim of such a group are settled; the others stay, but for suppressions of the config. Gives
/// what `settle_flags(stored, evaluate(…))` gives, provided that `before` and `stored` come from
/// one check with the same rules. Pure.
[[nodiscard]] CheckOutcome check_changes(const RuleSet& rules, const Evidence& evidence,
                                         const Fingerprints& before,
                                         const std::vector<Flag>& stored,
                                         const std::vector<RuleSettings::Suppression>& suppressions,
                                         Timestamp now);

/// As `settle_flags`, where only the stored flags that are `asked` (as many as flags) may continue
/// in what is raised, or be resolved.
[[nodiscard]] std::vector<Flag> settle_some(
    const std::vector<Flag>& stored, const std::vector<bool>& asked,
    const std::vector<RaisedFlag>& raised,
    const std::vector<RuleSettings::Suppression>& suppressions, Timestamp now);

}  // namespace claimtrail
