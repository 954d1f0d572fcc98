#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/diagnostic.h"

#include "rules/evaluator/raise.h"

namespace claimtrail {
namespace {

using Lines = std::vector<std::string>;

std::string reading_in_words(const Facts& facts) {
  const Reading& reading = *facts.reading;
  const std::string what =
      reading.quantity() != nullptr ? describe(*reading.quantity()) : reading.stored->exact;
  return fmt::format("{} in {}: {}", reading.claimant,
                     facts.report->outlet.empty() ? facts.report->id : facts.report->outlet, what);
}

void add_atoms(Lines& lines, const std::vector<AtomValue>& atoms) {
  for (const AtomValue& atom : atoms) {
    lines.push_back(fmt::format("  {}: {}{}", atom.holds ? "holds" : "fails", atom.atom,
                                atom.values.empty() ? "" : fmt::format(" ({})", atom.values)));
  }
}

/// One explanation: how far the rule got with one subject.
struct Account {
  Lines lines;
  std::size_t reached = 0;  ///< the further, the better it explains
};

class Explainer {
 public:
  Explainer(const RuleSet& rules, const Rule& rule, const World& world)
      : rule_(rule), judge_(rules, world), world_(world) {}

  Account pair(const Facts& a, const Facts& b) {
    Account account;
    account.lines.push_back("a: " + reading_in_words(a));
    account.lines.push_back("b: " + reading_in_words(b));
    for (const Gate& gate : gates_of(rule_, world_, a, b)) {
      account.lines.push_back(
          fmt::format("  {}: {}", gate.passed ? "passes" : "fails", gate.words));
      if (!gate.passed) return account;
      ++account.reached;
    }
    account.reached += 10;
    condition(account, judge_.subject(a, b));
    if (account.reached < 1000) return account;
    const bool yielded = judge_.yields(rule_, &a < &b ? a : b, &a < &b ? b : a);
    finish(account, yielded);
    return account;
  }

  Account single(const Facts& facts) {
    Account account;
    account.lines.push_back("claim: " + reading_in_words(facts));
    condition(account, judge_.subject(facts));
    if (account.reached >= 1000) finish(account, !judge_.raises(rule_, facts));
    return account;
  }

  /// The whole group that the reading stands in.
  Account group(const Facts& member) {
    Account account;
    account.lines.push_back("member: " + reading_in_words(member));
    const std::string key = group_key(rule_, member);
    if (key.empty()) {
      account.lines.emplace_back("no flag: what the rule groups by is not known of it");
      return account;
    }
    std::vector<const Facts*> members;
    for (const Facts& facts : world_.facts) {
      if (group_key(rule_, facts) == key) members.push_back(&facts);
    }
    account.lines.push_back(fmt::format("  in a group of {}", members.size()));
    Subject subject;
    subject.world = &world_;
    subject.group = members;
    if (rule_.scope == RuleScope::report) subject.report = member.report;
    account.reached = 1;
    condition(account, subject);
    if (account.reached >= 1000) finish(account, false);
    return account;
  }

  Account change(const RevisionChange& change) {
    Account account;
    account.lines.push_back(fmt::format("change of {}: {} -> {}", change.kind,
                                        change.was.empty() ? "nothing" : change.was,
                                        change.is.empty() ? "nothing" : change.is));
    Subject subject;
    subject.world = &world_;
    subject.change = &change;
    subject.report = &world_.report_of(change);
    condition(account, subject);
    if (account.reached >= 1000) finish(account, false);
    return account;
  }

 private:
  void condition(Account& account, const Subject& subject) {
    const std::vector<AtomValue> atoms = atoms_until_known(rule_.where, subject, judge_.scratch());
    add_atoms(account.lines, atoms);
    account.reached += atoms.size();
    if (!holds(rule_.where, subject, judge_.scratch())) {
      account.lines.emplace_back("no flag: the condition does not hold");
      return;
    }
    if (const RuleException* exception = excepted(rule_, subject, judge_.scratch())) {
      account.lines.push_back(fmt::format("no flag: the exception '{}' applies", exception->name));
      account.reached += 100;
      return;
    }
    account.reached = 1000;
    RaisedFlag flag;
    tell_severity(flag, rule_, subject, judge_.scratch());
    severity_ = to_string(flag.severity);
    if (flag.severity_if_fills) {
      severity_ += fmt::format("; {} where it fills a side of an open flag of another rule",
                               to_string(*flag.severity_if_fills));
    }
  }

  void finish(Account& account, bool yielded) {
    if (yielded) {
      account.lines.emplace_back("no flag: the rule yields to one that holds here");
      return;
    }
    ++account.reached;
    account.lines.push_back(fmt::format("flag: {}, {}", rule_.id, severity_));
  }

  const Rule& rule_;
  Judge judge_;
  const World& world_;
  std::string severity_;
};

void keep_better(std::optional<Account>& best, Account account) {
  if (!best || account.reached > best->reached) best = std::move(account);
}

}  // namespace

std::vector<std::string> explain(const RuleSet& rules, const Evidence& evidence,
                                 const std::string& rule_id, const std::string& claim_a,
                                 const std::string& claim_b) {
  const Rule* rule = rules.find(rule_id);
  if (rule == nullptr) {
    std::vector<std::string> known;
    for (const Rule& one : rules.rules()) known.push_back(one.id);
    const std::string near = nearest(rule_id, known);
    return {fmt::format("there is no rule '{}'{}", rule_id,
                        near.empty() ? "" : fmt::format("; did you mean '{}'?", near))};
  }
  Lines lines{fmt::format("{} ({}), {} rule: {}", rule->id, rule->version, to_string(rule->scope),
                          rule->title)};
  if (!rule->enabled) {
    lines.emplace_back("no flag: the rule is disabled or deprecated");
    return lines;
  }
  const World world(evidence);
  Explainer explainer(rules, *rule, world);
  std::optional<Account> best;
  // A claim's figures first: where several readings get equally far, they say more than the
  // statement.
  const auto facts_of = [&](const std::string& claim) {
    std::vector<std::uint32_t> found;
    for (const Facts& facts : world.of_claim(claim)) {
      found.insert(found.begin(), static_cast<std::uint32_t>(&facts - world.facts.data()));
    }
    return found;
  };
  const bool of_groups = rule->scope == RuleScope::question || rule->scope == RuleScope::report;
  if (rule->scope == RuleScope::revision) {
    for (const RevisionChange* change : world.changes) {
      if (claim_of(*change) == claim_a) keep_better(best, explainer.change(*change));
    }
    if (!best) lines.push_back(fmt::format("no flag: the claim {} was never changed", claim_a));
  } else if (rule->scope == RuleScope::pair && claim_b.empty()) {
    lines.emplace_back("it holds two claims against each other: name the other one");
  } else {
    for (const std::string& claim : {claim_a, claim_b}) {
      if (claim == claim_b && rule->scope != RuleScope::pair) continue;
      if (!facts_of(claim).empty()) continue;
      lines.push_back(fmt::format("no flag: there is no claim '{}' with a reading", claim));
      return lines;
    }
    for (const std::uint32_t i : facts_of(claim_a)) {
      if (rule->scope != RuleScope::pair) {
        keep_better(best,
                    of_groups ? explainer.group(world.facts[i]) : explainer.single(world.facts[i]));
        continue;
      }
      for (const std::uint32_t j : facts_of(claim_b)) {
        const std::uint32_t first = std::min(i, j);
        const std::uint32_t second = std::max(i, j);
        keep_better(best, explainer.pair(world.facts[first], world.facts[second]));
        keep_better(best, explainer.pair(world.facts[second], world.facts[first]));
      }
    }
  }
  if (best) lines.insert(lines.end(), best->lines.begin(), best->lines.end());
  return lines;
}

}  // namespace claimtrail
