#include "rules/authoring/backtest.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "rules/compiler/compiled_rule.h"
#include "rules/evaluator/open_sides.h"

namespace claimtrail {
namespace {

class FlagTimes {
 public:
  explicit FlagTimes(const Evidence& evidence) {
    for (const StoredClaim& claim : evidence.claims) seen_[claim.claim.id] = claim.first_seen;
    for (const RevisionChange& change : evidence.changes) {
      Timestamp& edited = edited_[claim_of(change)];
      edited = std::max(edited, change.at);
    }
  }

  [[nodiscard]] Timestamp raised_at(const Rule& rule, const RaisedFlag& flag) const {
    std::vector<Timestamp> sides;
    for (const Side& side : flag.sides) sides.push_back(of_side(rule, side));
    std::sort(sides.begin(), sides.end());
    const bool of_two = rule.scope == RuleScope::pair && sides.size() > 1;
    return sides.empty() ? Timestamp{} : sides[of_two ? 1 : 0];
  }

 private:
  [[nodiscard]] Timestamp of_side(const Rule& rule, const Side& side) const {
    const auto& times = rule.scope == RuleScope::revision ? edited_ : seen_;
    std::optional<Timestamp> first;
    for (const std::string& claim : side.claims) {
      const auto found = times.find(claim);
      if (found == times.end()) continue;
      first = first ? std::min(*first, found->second) : found->second;
    }
    return first.value_or(Timestamp{});
  }

  std::unordered_map<std::string, Timestamp> seen_;
  std::unordered_map<std::string, Timestamp> edited_;
};

std::set<std::string> claims_of(const RaisedFlag& flag) {
  std::set<std::string> claims;
  for (const Side& side : flag.sides) claims.insert(side.claims.begin(), side.claims.end());
  return claims;
}

void count(Backtest& row, const Flag& flag) {
  switch (flag.status) {
    case FlagStatus::confirmed:
      ++row.confirmed;
      break;
    case FlagStatus::dismissed:
      ++row.dismissed;
      break;
    case FlagStatus::explained:
      ++row.explained;
      break;
    default:
      ++row.undecided;
  }
}

/// As if nobody had decided about any flag.
std::vector<RaisedFlag> evaluate_undecided(const RuleSet& rules, const Evidence& evidence) {
  std::vector<RaisedFlag> flags = evaluate(rules, evidence);
  std::vector<RaisedFlag*> raised;
  for (RaisedFlag& flag : flags) raised.push_back(&flag);
  settle_severities(raised, {raised.begin(), raised.end()});
  return flags;
}

}  // namespace

std::optional<double> Backtest::noise() const {
  const int decided = confirmed + dismissed + explained;
  if (decided == 0) return std::nullopt;
  return static_cast<double>(dismissed + explained) / decided;
}

std::vector<Backtest> backtest(const RuleSet& rules, const Evidence& evidence,
                               const std::vector<Flag>& stored, Timestamp since) {
  std::vector<Backtest> rows;
  std::unordered_map<std::string, std::size_t> row_of;
  for (const Rule& rule : rules.rules()) {
    if (!rule.enabled) continue;
    row_of[rule.id] = rows.size();
    rows.emplace_back().rule = rule.id;
  }
  std::unordered_map<std::string, std::set<std::string>> known;
  for (const Flag& flag : stored) {
    known[flag.rule].merge(claims_of(flag));
    if (const auto row = row_of.find(flag.rule); row != row_of.end())
      count(rows[row->second], flag);
  }
  const FlagTimes flag_times(evidence);
  for (const RaisedFlag& flag : evaluate_undecided(rules, evidence)) {
    if (flag_times.raised_at(*rules.find(flag.rule), flag) < since) continue;
    Backtest& row = rows[row_of.at(flag.rule)];
    ++row.raised;
    row.severity = std::max(row.severity, flag.severity);
    const std::set<std::string> claims = claims_of(flag);
    const std::set<std::string>& before = known[flag.rule];
    if (std::none_of(claims.begin(), claims.end(),
                     [&](const std::string& claim) { return before.contains(claim); })) {
      ++row.never_stored;
    }
    if (row.messages.size() < Backtest::kMostMessages) row.messages.push_back(flag.message);
  }
  return rows;
}

}  // namespace claimtrail
