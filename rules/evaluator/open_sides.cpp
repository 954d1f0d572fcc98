#include "rules/evaluator/open_sides.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

namespace claimtrail {
namespace {

using Claims = std::unordered_set<std::string_view>;

/// By rule, for rules whose flags ask what they fill.
using ClaimsByRule = std::map<std::string_view, Claims>;

bool holds(const Claims& claims, const std::string& claim) { return claims.contains(claim); }

ClaimsByRule claims_of_askers(const std::vector<RaisedFlag*>& raised) {
  ClaimsByRule claims;
  for (const RaisedFlag* flag : raised) {
    if (flag->severity_if_fills) claims.try_emplace(flag->rule);
  }
  if (claims.empty()) return claims;
  for (const RaisedFlag* flag : raised) {
    const auto asker = claims.find(flag->rule);
    if (asker == claims.end()) continue;
    for (const Side& side : flag->sides) {
      asker->second.insert(side.claims.begin(), side.claims.end());
    }
  }
  return claims;
}

/// Claims of the sides that flags of the rule fill.
Claims filled_by(std::string_view rule, const Claims& held,
                 const std::vector<const RaisedFlag*>& open) {
  Claims filled;
  for (const RaisedFlag* flag : open) {
    if (flag->rule == rule) continue;
    for (const Side& side : flag->sides) {
      const bool all = std::all_of(side.claims.begin(), side.claims.end(),
                                   [&](const std::string& claim) { return holds(held, claim); });
      if (all) filled.insert(side.claims.begin(), side.claims.end());
    }
  }
  return filled;
}

}  // namespace

void settle_severities(const std::vector<RaisedFlag*>& raised,
                       const std::vector<const RaisedFlag*>& open) {
  ClaimsByRule filled = claims_of_askers(raised);
  for (auto& [rule, claims] : filled) claims = filled_by(rule, claims, open);
  for (RaisedFlag* flag : raised) {
    if (!flag->severity_if_fills) continue;
    const Claims& claims = filled.at(flag->rule);
    const bool fills = std::any_of(flag->sides.begin(), flag->sides.end(), [&](const Side& side) {
      return std::any_of(side.claims.begin(), side.claims.end(),
                         [&](const std::string& claim) { return holds(claims, claim); });
    });
    if (fills) flag->severity = *flag->severity_if_fills;
    flag->severity_if_fills.reset();
  }
}

}  // namespace claimtrail
