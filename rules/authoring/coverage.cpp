#include "rules/authoring/coverage.h"

#include <algorithm>
#include <map>
#include <regex>

#include <fmt/format.h>

#include "rules/evaluator/judge.h"
#include "rules/reader/rule_test.h"

namespace claimtrail {
namespace {

class Meter {
 public:
  Meter(const RuleSet& rules, const Rule& rule, RuleCoverage& into)
      : rules_(rules), rule_(rule), into_(into) {
    for (const int atom : rule.where.atoms)
      add(CoveredPart::Kind::atom, rule.where.at(atom).written);
    for (const RuleException& one : rule.exceptions) add(CoveredPart::Kind::exception, one.name);
    for (const SeverityCase& one : rule.severity_when) {
      add(CoveredPart::Kind::severity, words_of(one));
    }
  }

  void measure(const Evidence& evidence, bool beside_flags) {
    beside_flags_ = beside_flags;
    const World world(evidence);
    Judge judge(rules_, world);
    switch (rule_.scope) {
      case RuleScope::pair:
        return pairs(world, judge);
      case RuleScope::claim:
        for (const Facts& facts : world.facts) ask(judge.subject(facts), judge.scratch());
        return;
      case RuleScope::question:
      case RuleScope::report:
        return groups(world, judge);
      case RuleScope::revision:
        return changes(world, judge);
    }
  }

 private:
  static std::string words_of(const SeverityCase& one) {
    return fmt::format("{} -> {}", one.condition.at(one.condition.root).written,
                       to_string(one.severity));
  }

  /// Parts written alike are one part.
  CoveredPart& add(CoveredPart::Kind kind, const std::string& words) {
    const auto found = std::find_if(
        into_.parts.begin(), into_.parts.end(),
        [&](const CoveredPart& part) { return part.kind == kind && part.words == words; });
    if (found != into_.parts.end()) return *found;
    return into_.parts.emplace_back(CoveredPart{kind, words, false, false});
  }

  void note(CoveredPart::Kind kind, const std::string& words, bool holds) {
    CoveredPart& part = add(kind, words);
    (holds ? part.held : part.failed) = true;
  }

  void ask(const Subject& subject, Scratch& scratch) {
    for (const AtomValue& atom : atoms_until_known(rule_.where, subject, scratch)) {
      note(CoveredPart::Kind::atom, atom.atom, atom.holds);
    }
    if (!holds(rule_.where, subject, scratch)) return;
    for (const RuleException& one : rule_.exceptions) {
      const bool applies = holds(one.applies, subject, scratch);
      note(CoveredPart::Kind::exception, one.name, applies);
      if (applies) return;
    }
    for (const SeverityCase& one : rule_.severity_when) {
      const bool applies = holds(one.condition, subject, scratch);
      note(CoveredPart::Kind::severity, words_of(one), applies);
      if (applies) return;
    }
  }

  void pairs(const World& world, Judge& judge) {
    for (const Facts& a : world.facts) {
      for (const Facts& b : world.facts) {
        if (&a != &b && judge.may_meet(rule_, a, b)) ask(judge.subject(a, b), judge.scratch());
      }
    }
  }

  void groups(const World& world, Judge& judge) {
    std::map<std::string, std::vector<const Facts*>> groups;
    for (const Facts& facts : world.facts) {
      const std::string key = group_key(rule_, facts);
      if (!key.empty()) groups[key].push_back(&facts);
    }
    for (const auto& [key, members] : groups) {
      Subject subject;
      subject.world = &world;
      subject.group = members;
      subject.fills_open_side = beside_flags_;
      if (rule_.scope == RuleScope::report) subject.report = members.front()->report;
      ask(subject, judge.scratch());
    }
  }

  void changes(const World& world, Judge& judge) {
    for (const RevisionChange* change : world.changes) {
      Subject subject;
      subject.world = &world;
      subject.change = change;
      subject.report = &world.report_of(*change);
      ask(subject, judge.scratch());
    }
  }

  const RuleSet& rules_;
  const Rule& rule_;
  RuleCoverage& into_;
  bool beside_flags_ = false;
};

}  // namespace

int RuleCoverage::covered() const {
  return static_cast<int>(std::count_if(parts.begin(), parts.end(),
                                        [](const CoveredPart& part) { return part.covered(); }));
}

std::vector<RuleCoverage> cover_rules(const RuleSet& rules, const std::string& name_pattern) {
  const std::regex pattern(name_pattern, std::regex::ECMAScript | std::regex::optimize);
  std::vector<RuleCoverage> all;
  for (const Rule& rule : rules.rules()) {
    RuleCoverage coverage;
    coverage.rule = rule.id;
    coverage.file = rule.file;
    Meter meter(rules, rule, coverage);
    for (const RuleTest& test : rule.tests) {
      const bool meant =
          name_pattern.empty() || std::regex_search(rule.id + "/" + test.name, pattern);
      const Result<Evidence> evidence = meant ? build_evidence(test) : Result<Evidence>();
      if (!meant || !evidence) continue;
      ++coverage.tests;
      meter.measure(*evidence, !test.flags.empty());
    }
    if (coverage.tests > 0 || name_pattern.empty()) all.push_back(std::move(coverage));
  }
  return all;
}

}  // namespace claimtrail
