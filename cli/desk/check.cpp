#include "cli/desk/check.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/analysis.h"
#include "core/model/digest.h"

#include "cli/desk/check_parts.h"
#include "cli/desk/freeze.h"
#include "cli/desk/gather.h"

namespace claimtrail {
namespace {

/// Everything besides what is stored that flags follow from, as a digest.
std::string basis_of(const DeskSettings& desk, const RuleSet& rules, const RuleSettings& settings,
                     const Gatherer& gatherer) {
  std::string words = extractor_version();
  const auto add = [&](std::string_view word) { words.append("\x1f").append(word); };
  for (const RuleInfo& rule : list_rules(rules)) {
    add(fmt::format("rule {} {} {} {} {}", rule.id, rule.version, rule.pack, rule.enabled,
                    to_string(rule.severity)));
  }
  for (const RuleSettings::Suppression& one : settings.suppressions) {
    add(fmt::format("suppress {} {} {}", one.rule, one.question,
                    one.until ? format_day(*one.until) : ""));
  }
  for (const OutletSettings& outlet : desk.outlets) {
    add(fmt::format("outlet {} {}", outlet.name, outlet.publisher_family));
  }
  for (const auto& [id, claimant] : gatherer.merged_into()) {
    add(fmt::format("merged {} {} {}", id, claimant.name, to_string(claimant.kind)));
  }
  return sha256(words);
}

std::vector<std::string> ids_of(const std::vector<StoredClaim>& claims) {
  std::vector<std::string> ids;
  ids.reserve(claims.size());
  for (const StoredClaim& stored : claims) ids.push_back(stored.claim.id);
  return ids;
}

/// What is to be judged again, and the flags that may be something else for it.
struct Changed {
  std::vector<StoredClaim> claims;
  std::vector<Circle> circles;
  std::vector<Flag> flags;
};

/// Starts with the circles that changed and adds those of every flag that shares a claim with them:
/// flags are found again by their claims, wherever these stand now.
class ChangeReader {
 public:
  explicit ChangeReader(const Store& store) : store_(store) {}

  Changed read(std::vector<Circle> circles) {
    add_circles(circles);
    std::vector<std::string> claims = ids_of(changed_.claims);
    while (!circles.empty() || !claims.empty()) {
      const std::vector<Flag> found = new_flags(circles, claims);
      circles.clear();
      claims.clear();
      for (const Flag& flag : found) {
        if (flag.circle && !known_circles_.contains(*flag.circle)) circles.push_back(*flag.circle);
        for (const Side& side : flag.sides) {
          for (const std::string& claim : side.claims) {
            if (known_claims_.insert(claim).second) claims.push_back(claim);
          }
        }
      }
      for (std::string& claim : add_circles(circles)) claims.push_back(std::move(claim));
    }
    return std::move(changed_);
  }

 private:
  /// Answers the ids of claims that were not known.
  std::vector<std::string> add_circles(const std::vector<Circle>& circles) {
    std::vector<std::string> fresh;
    for (const Circle& circle : circles) {
      if (known_circles_.insert(circle).second) changed_.circles.push_back(circle);
    }
    for (StoredClaim& stored : store_.claims_in(circles)) {
      if (!held_claims_.insert(stored.claim.id).second) continue;
      if (known_claims_.insert(stored.claim.id).second) fresh.push_back(stored.claim.id);
      changed_.claims.push_back(std::move(stored));
    }
    return fresh;
  }

  std::vector<Flag> new_flags(const std::vector<Circle>& circles,
                              const std::vector<std::string>& claims) {
    std::vector<Flag> found;
    for (const std::string& id : store_.flags_about(circles, claims)) {
      if (!known_flags_.insert(id).second) continue;
      if (auto flag = store_.flag(id)) found.push_back(std::move(*flag));
    }
    changed_.flags.insert(changed_.flags.end(), found.begin(), found.end());
    return found;
  }

  const Store& store_;
  Changed changed_;
  std::set<Circle> known_circles_;
  std::set<std::string> held_claims_;
  std::set<std::string> known_claims_;
  std::set<std::string> known_flags_;
};

class Check {
 public:
  Check(Store& store, const DeskSettings& desk, const RuleSet& rules, const RuleSettings& settings,
        Timestamp now, std::size_t claims_at_once)
      : store_(store),
        rules_(rules),
        settings_(settings),
        now_(now),
        claims_at_once_(claims_at_once),
        gatherer_(store, desk),
        freezer_(store),
        basis_(basis_of(desk, rules, settings, gatherer_)) {}

  std::vector<Flag> run() {
    const bool in_parts = can_judge_circles(rules_);
    std::vector<Flag> changed;
    if (in_parts && store_.checked_on() == basis_) {
      changed = check_changes();
    } else {
      if (in_parts) {
        each_part(store_, gatherer_, claims_at_once_,
                  [this](const Evidence& evidence, const std::vector<Circle>& circles,
                         SaidAlone said_alone) { judge(evidence, circles, said_alone); });
      } else {
        const Evidence evidence = gatherer_.everything();
        take(evidence, evaluate(rules_, evidence));
      }
      changed = settle_flags(store_.flags({}), raised_, settings_.suppressions, now_);
    }
    store_flags(changed);
    // Rules that need everything leave nothing to go on from.
    store_.mark_checked(in_parts ? basis_ : std::string());
    return changed;
  }

 private:
  std::vector<Flag> check_changes() {
    std::vector<Circle> circles = store_.unchecked_circles();
    const Day today = std::chrono::floor<std::chrono::days>(now_);
    for (const std::string& id : store_.flags_held_back_until(today)) {
      const auto flag = store_.flag(id);
      if (flag && flag->circle) circles.push_back(*flag->circle);
    }
    if (circles.empty()) return {};
    Changed changed = ChangeReader(store_).read(std::move(circles));
    judge(gatherer_.part(std::move(changed.claims), changed.circles), changed.circles,
          SaidAlone::where_named);
    return settle_flags(changed.flags, raised_, settings_.suppressions, now_,
                        [this](const std::string& id) { return store_.flag(id).has_value(); });
  }

  void judge(const Evidence& evidence, const std::vector<Circle>& circles, SaidAlone said_alone) {
    take(evidence, evaluate_circles(rules_, evidence, circles, said_alone));
  }

  void take(const Evidence& evidence, std::vector<RaisedFlag> raised) {
    freezer_.note_edits(evidence, raised);
    raised_.insert(raised_.end(), std::make_move_iterator(raised.begin()),
                   std::make_move_iterator(raised.end()));
  }

  void store_flags(std::vector<Flag>& flags) {
    const auto standing = std::partition(flags.begin(), flags.end(), [](const Flag& flag) {
      return flag.status != FlagStatus::resolved;
    });
    std::vector<Flag> resolved(std::make_move_iterator(standing),
                               std::make_move_iterator(flags.end()));
    flags.erase(standing, flags.end());
    freezer_.freeze(flags);
    flags.insert(flags.end(), std::make_move_iterator(resolved.begin()),
                 std::make_move_iterator(resolved.end()));
    std::sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) {
      return std::tie(a.rule, a.scope_key, a.id) < std::tie(b.rule, b.scope_key, b.id);
    });
    for (const Flag& flag : flags) store_.put_flag(flag);
  }

  Store& store_;
  const RuleSet& rules_;
  const RuleSettings& settings_;
  Timestamp now_;
  std::size_t claims_at_once_;
  Gatherer gatherer_;
  Freezer freezer_;
  std::string basis_;
  std::vector<RaisedFlag> raised_;
};

}  // namespace

std::vector<Flag> check(Store& store, const DeskSettings& desk, const RuleSet& rules,
                        const RuleSettings& settings, Timestamp now, std::size_t claims_at_once) {
  std::vector<Flag> changed;
  store.in_transaction(
      [&] { changed = Check(store, desk, rules, settings, now, claims_at_once).run(); });
  return changed;
}

}  // namespace claimtrail
