#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "core/model/digest.h"

#include "rules/evaluator/open_sides.h"
#include "rules/rule.h"

namespace claimtrail {
namespace {

/// `status_code` of a flag that the config holds back, so that it can be told from a reviewer's
/// decision.
constexpr const char* kBySettings = "settings";

std::set<std::string> side_claims(const RaisedFlag& flag) {
  std::set<std::string> claims;
  for (const Side& side : flag.sides) claims.insert(side.claims.begin(), side.claims.end());
  return claims;
}

/// A stored flag and a raised one that could be the same.
struct Candidate {
  std::size_t stored = 0;
  std::size_t raised = 0;
  std::size_t overlap = 0;
  bool same_scope = false;
};

/// For each raised flag the stored one it continues: the most shared claims win, each is used once.
std::vector<std::optional<std::size_t>> match(const std::vector<Flag>& stored,
                                              const std::vector<const RaisedFlag*>& raised) {
  using RuleClaim = std::pair<std::string_view, std::string_view>;
  std::map<RuleClaim, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    for (const Side& side : stored[i].sides) {
      for (const std::string& claim : side.claims) {
        std::vector<std::size_t>& list = holders[{stored[i].rule, claim}];
        if (list.empty() || list.back() != i) list.push_back(i);
      }
    }
  }
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < raised.size(); ++i) {
    std::map<std::size_t, std::size_t> shared;
    for (const std::string& claim : side_claims(*raised[i])) {
      const auto found = holders.find({raised[i]->rule, claim});
      if (found == holders.end()) continue;
      for (const std::size_t holder : found->second) ++shared[holder];
    }
    for (const auto& [holder, count] : shared) {
      candidates.push_back({holder, i, count, stored[holder].scope_key == raised[i]->scope_key});
    }
  }
  const auto order = [&](const Candidate& one) {
    const Flag& flag = stored[one.stored];
    return std::make_tuple(!one.same_scope, -static_cast<long long>(one.overlap), flag.first_seen,
                           std::string_view(flag.id), one.raised);
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
  std::vector<std::optional<std::size_t>> continued(raised.size());
  std::vector<bool> taken(stored.size());
  for (const Candidate& one : candidates) {
    if (taken[one.stored] || continued[one.raised]) continue;
    taken[one.stored] = true;
    continued[one.raised] = one.stored;
  }
  return continued;
}

bool has_new_position(const Flag& before, const RaisedFlag& now) {
  return std::any_of(now.sides.begin(), now.sides.end(), [&](const Side& side) {
    return std::none_of(before.sides.begin(), before.sides.end(),
                        [&](const Side& old) { return old.position == side.position; });
  });
}

void open(Flag& flag) {
  flag.status = FlagStatus::open;
  flag.status_code.clear();
  flag.suppressed_until.clear();
}

/// What a flag that is raised again is now, settings left aside.
void continue_status(Flag& flag, bool new_position, Day today) {
  switch (flag.status) {
    case FlagStatus::open:
      return;
    case FlagStatus::resolved:
      open(flag);
      return;
    case FlagStatus::confirmed:
    case FlagStatus::dismissed:
    case FlagStatus::explained:
      if (new_position) open(flag);
      return;
    case FlagStatus::suppressed:
      break;
  }
  if (flag.status_code == kBySettings) {
    open(flag);
  } else if (flag.suppressed_until.empty()) {
    if (new_position) open(flag);
  } else if (const auto until = parse_day(flag.suppressed_until); !until || today >= *until) {
    open(flag);
  }
}

void apply_settings(Flag& flag, const std::vector<RuleSettings::Suppression>& suppressions,
                    Day today) {
  if (flag.status != FlagStatus::open) return;
  for (const RuleSettings::Suppression& one : suppressions) {
    if (one.rule != flag.rule || (one.until && today >= *one.until)) continue;
    if (!one.question.empty() && one.question != flag.question) continue;
    flag.status = FlagStatus::suppressed;
    flag.status_code = kBySettings;
    flag.suppressed_until = one.until ? format_day(*one.until) : "";
    return;
  }
}

/// What both say, times and evidence aside.
bool says_the_same(const Flag& a, const Flag& b) {
  const auto told = [](const Flag& flag) {
    return std::tie(flag.rule, flag.rule_version, flag.pack, flag.severity, flag.scope_key,
                    flag.question, flag.circle, flag.sides, flag.context, flag.reports,
                    flag.message, flag.why, flag.status, flag.status_code, flag.suppressed_until);
  };
  return told(a) == told(b);
}

void weigh_beside_open_flags(std::vector<Flag>& flags) {
  std::vector<RaisedFlag*> raised;
  std::vector<const RaisedFlag*> open;
  for (Flag& flag : flags) {
    raised.push_back(&flag);
    if (flag.status == FlagStatus::open) open.push_back(&flag);
  }
  settle_severities(raised, open);
}

class Ids {
 public:
  Ids(const std::vector<Flag>& stored, const std::function<bool(const std::string&)>& is_taken)
      : is_taken_(is_taken) {
    for (const Flag& flag : stored) taken_.insert(flag.id);
  }

  std::string make(const RaisedFlag& flag) {
    std::string claims;
    for (const std::string& claim : side_claims(flag)) claims += claim + '\x1f';
    for (int attempt = 0;; ++attempt) {
      std::string id = content_id(
          {flag.rule, flag.scope_key, claims, attempt == 0 ? "" : std::to_string(attempt)});
      if (is_taken_ && is_taken_(id)) continue;
      if (taken_.insert(id).second) return id;
    }
  }

 private:
  std::set<std::string> taken_;
  const std::function<bool(const std::string&)>& is_taken_;
};

}  // namespace

std::vector<Flag> settle_flags(const std::vector<Flag>& stored,
                               const std::vector<RaisedFlag>& raised,
                               const std::vector<RuleSettings::Suppression>& suppressions,
                               Timestamp now,
                               const std::function<bool(const std::string&)>& is_taken) {
  const Day today = std::chrono::floor<std::chrono::days>(now);
  std::vector<Flag> changed;
  std::vector<const RaisedFlag*> ordered;
  for (const RaisedFlag& flag : raised) ordered.push_back(&flag);
  const auto key = [](const RaisedFlag* flag) {
    return std::make_tuple(std::string_view(flag->rule), std::string_view(flag->scope_key),
                           side_claims(*flag), std::string_view(flag->message));
  };
  std::stable_sort(ordered.begin(), ordered.end(),
                   [&](const RaisedFlag* a, const RaisedFlag* b) { return key(a) < key(b); });

  const std::vector<std::optional<std::size_t>> continued = match(stored, ordered);
  std::vector<bool> still_raised(stored.size());
  std::vector<Flag> settled;
  settled.reserve(ordered.size());
  Ids ids(stored, is_taken);
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    Flag& flag = settled.emplace_back();
    if (continued[i]) {
      const Flag& before = stored[*continued[i]];
      still_raised[*continued[i]] = true;
      flag = before;
      static_cast<RaisedFlag&>(flag) = *ordered[i];
      continue_status(flag, has_new_position(before, *ordered[i]), today);
    } else {
      static_cast<RaisedFlag&>(flag) = *ordered[i];
      flag.id = ids.make(*ordered[i]);
      flag.first_seen = now;
    }
    apply_settings(flag, suppressions, today);
  }
  weigh_beside_open_flags(settled);
  for (std::size_t i = 0; i < settled.size(); ++i) {
    Flag& flag = settled[i];
    if (continued[i] && says_the_same(flag, stored[*continued[i]])) continue;
    flag.last_seen = std::max(flag.last_seen, now);
    changed.push_back(std::move(flag));
  }
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const Flag& before = stored[i];
    const bool by_settings =
        before.status == FlagStatus::suppressed && before.status_code == kBySettings;
    if (still_raised[i] || (before.status != FlagStatus::open && !by_settings)) continue;
    Flag flag = before;
    open(flag);
    flag.status = FlagStatus::resolved;
    changed.push_back(std::move(flag));
  }
  std::sort(changed.begin(), changed.end(), [](const Flag& a, const Flag& b) {
    return std::tie(a.rule, a.scope_key, a.id) < std::tie(b.rule, b.scope_key, b.id);
  });
  return changed;
}

}  // namespace claimtrail
