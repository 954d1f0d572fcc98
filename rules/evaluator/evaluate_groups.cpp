#include <algorithm>
#include <map>

#include "rules/evaluator/circles.h"
#include "rules/evaluator/components.h"
#include "rules/evaluator/raise.h"

namespace claimtrail {

// A claim rule joins nothing: each position of a question is a flag of its own, or of a report
// where the readings answer no question.
void evaluate_claims(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags) {
  const World& world = judge.world();
  struct Key {
    std::string scope;
    std::string position;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, std::vector<FlagMember>> sets;
  for (std::uint32_t i = 0; i < world.facts.size(); ++i) {
    const Facts& facts = world.facts[i];
    if (!is_asked(rule, facts) || !judge.raises(rule, facts)) continue;
    std::string position = key_of(*rule.position, judge.subject(facts), facts);
    if (position.empty()) continue;
    std::string group;
    if (!rule.group_by.empty()) {
      group = group_key(rule, facts);
      if (group.empty()) continue;
    }
    const bool by_report = rule.groups_by("report") || facts.reading->question.empty();
    Key key{(by_report ? facts.report->id : facts.reading->question), group + position};
    sets[std::move(key)].push_back({i, std::move(position)});
  }
  for (const auto& [key, members] : sets) {
    RaisedFlag flag = begin_flag(rule);
    flag.circle = circle_of(rule, world.facts[members.front().facts]);
    add_sides(flag, rule, world, members);
    flag.scope_key = key.scope;
    std::vector<JoinedPair> told;
    for (const FlagMember& member : members) {
      const Subject subject = judge.subject(world.facts[member.facts]);
      told.push_back({member.facts, member.facts, severity_of(rule, subject, judge.scratch())});
    }
    std::sort(told.begin(), told.end(), more_telling);
    if (told.size() > kMostPairsTold) told.resize(kMostPairsTold);
    flag.severity = told.front().severity;
    for (const JoinedPair& one : told) {
      const Subject subject = judge.subject(world.facts[one.a]);
      if (&one == &told.front()) flag.message = message_of(rule, subject, judge.scratch());
      flag.why.push_back(why(rule, subject, judge.scratch()));
    }
    flags.push_back(std::move(flag));
  }
}

// A question or report rule judges a group as a whole: all its positions stand in one flag.
void evaluate_groups(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags) {
  const World& world = judge.world();
  const Grouping& grouping = judge.groupings().by(rule.group_by);
  for (std::size_t number = 0; number < grouping.size(); ++number) {
    const std::span<const std::uint32_t> indices = grouping.members(number);
    std::vector<const Facts*> group;
    for (const std::uint32_t i : indices) group.push_back(&world.facts[i]);
    Subject subject;
    subject.world = &world;
    subject.group = group;
    if (rule.scope == RuleScope::report) subject.report = group.front()->report;
    if (!holds(rule.where, subject, judge.scratch())) continue;
    if (excepted(rule, subject, judge.scratch()) != nullptr) continue;
    std::vector<FlagMember> members;
    for (const std::uint32_t i : indices) {
      std::string position = key_of(*rule.position, judge.subject(world.facts[i]), world.facts[i]);
      if (!position.empty()) members.push_back({i, std::move(position)});
    }
    if (members.empty()) continue;
    RaisedFlag flag = begin_flag(rule);
    flag.circle = circle_of(rule, *group.front());
    add_sides(flag, rule, world, members);
    flag.scope_key = rule.scope == RuleScope::report || flag.question.empty()
                         ? group.front()->report->id
                         : flag.question;
    tell_severity(flag, rule, subject, judge.scratch());
    flag.message = message_of(rule, subject, judge.scratch());
    WhyPair reason = why(rule, subject, judge.scratch());
    reason.a = group.front()->reading->claim().id;
    flag.why.push_back(std::move(reason));
    flags.push_back(std::move(flag));
  }
}

// Edits of one claim are one flag: its sides are the values it had. An edit that names no claim
// stands alone.
void evaluate_changes(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags) {
  const World& world = judge.world();
  std::map<std::pair<std::string, std::string>, std::vector<const RevisionChange*>> edits;
  const auto subject_of = [&](const RevisionChange& change) {
    Subject subject;
    subject.world = &world;
    subject.change = &change;
    subject.report = &world.report_of(change);
    return subject;
  };
  for (const RevisionChange* change : world.changes) {
    const Subject subject = subject_of(*change);
    if (claim_of(*change).empty() || !holds(rule.where, subject, judge.scratch())) continue;
    if (excepted(rule, subject, judge.scratch()) != nullptr) continue;
    edits[{world.report_of(*change).id, claim_of(*change)}].push_back(change);
  }
  for (const auto& [key, changes] : edits) {
    RaisedFlag flag = begin_flag(rule);
    flag.circle = Circle{CircleKind::report, key.first};
    flag.scope_key = key.first;
    flag.reports = {key.first};
    const RevisionChange* first = nullptr;
    for (const RevisionChange* change : changes) {
      const FlagSeverity severity = severity_of(rule, subject_of(*change), judge.scratch());
      if (first == nullptr || severity > flag.severity) {
        flag.severity = severity;
        first = change;
      }
      for (const std::string* value : {&change->was, &change->is}) {
        const bool told = std::any_of(flag.sides.begin(), flag.sides.end(),
                                      [&](const Side& side) { return side.position == *value; });
        if (!value->empty() && !told) flag.sides.push_back({*value, {key.second}});
      }
      if (flag.why.size() < kMostPairsTold) {
        flag.why.push_back(why(rule, subject_of(*change), judge.scratch()));
      }
    }
    if (flag.sides.empty()) flag.sides.push_back({first->kind, {key.second}});
    flag.message = message_of(rule, subject_of(*first), judge.scratch());
    flags.push_back(std::move(flag));
  }
}

}  // namespace claimtrail
