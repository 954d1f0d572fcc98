#include "rules/evaluator/raise.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/linking/quotes.h"

namespace claimtrail {
namespace {

std::string shown_position(const Rule& rule, const World& world, const Facts& facts) {
  Subject subject;
  subject.world = &world;
  subject.a = &facts;
  return display(rule.position->type, rule.position->get(subject, facts));
}

std::string first_claim(const RaisedFlag& flag) {
  std::string first;
  for (const Side& side : flag.sides) {
    if (!side.claims.empty() && (first.empty() || side.claims.front() < first)) {
      first = side.claims.front();
    }
  }
  return first;
}

}  // namespace

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

RaisedFlag begin_flag(const Rule& rule) {
  RaisedFlag flag;
  flag.rule = rule.id;
  flag.rule_version = rule.version;
  flag.pack = rule.pack;
  flag.severity = rule.severity;
  return flag;
}

void add_sides(RaisedFlag& flag, const Rule& rule, const World& world,
               const std::vector<FlagMember>& members) {
  std::unordered_map<std::string_view, std::size_t> sides;
  bool one_question = true;
  for (const FlagMember& member : members) {
    const Facts& facts = world.facts[member.facts];
    const auto [found, fresh] = sides.emplace(member.position, flag.sides.size());
    if (fresh) flag.sides.push_back({shown_position(rule, world, facts), {}});
    flag.sides[found->second].claims.push_back(facts.reading->claim().id);
    flag.reports.push_back(facts.report->id);
    if (&member == &members.front()) flag.question = facts.reading->question;
    one_question = one_question && facts.reading->question == flag.question;
  }
  if (!one_question) flag.question.clear();
  for (Side& side : flag.sides) sort_unique(side.claims);
  sort_unique(flag.reports);
}

void tell_severity(RaisedFlag& flag, const Rule& rule, Subject group, Scratch& scratch) {
  flag.severity = severity_of(rule, group, scratch);
  if (!rule.asks_of_flag()) return;
  group.fills_open_side = true;
  const FlagSeverity filled = severity_of(rule, group, scratch);
  if (filled != flag.severity) flag.severity_if_fills = filled;
}

WhyPair why(const Rule& rule, const Subject& subject, Scratch& scratch) {
  WhyPair pair;
  if (subject.a != nullptr) pair.a = subject.a->reading->claim().id;
  if (subject.b != nullptr) pair.b = subject.b->reading->claim().id;
  if (subject.change != nullptr) pair.a = claim_of(*subject.change);
  for (const int atom : rule.where.atoms) {
    pair.atoms.push_back(atom_value(rule.where, atom, subject, scratch));
  }
  for (const RuleException& exception : rule.exceptions) {
    pair.exceptions_tried.push_back(exception.name);
  }
  const bool of_quotes = rule.position != nullptr && rule.position->name == "quote";
  if (of_quotes && subject.a != nullptr && subject.b != nullptr) {
    pair.change = to_string(subject.world->quote_change(*subject.a, *subject.b));
  }
  return pair;
}

void sort_flags(std::vector<RaisedFlag>& flags) {
  std::vector<std::pair<std::string, RaisedFlag>> keyed;
  keyed.reserve(flags.size());
  for (RaisedFlag& flag : flags) {
    std::string first = first_claim(flag);
    keyed.emplace_back(std::move(first), std::move(flag));
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& left, const auto& right) {
    const auto order = [](const auto& one) {
      return std::tie(one.second.rule, one.second.scope_key, one.first, one.second.message);
    };
    if (order(left) != order(right)) return order(left) < order(right);
    const auto claims = [](const RaisedFlag& flag) {
      std::vector<std::pair<std::string_view, const std::vector<std::string>*>> list;
      for (const Side& side : flag.sides) list.emplace_back(side.position, &side.claims);
      return list;
    };
    const auto a = claims(left.second);
    const auto b = claims(right.second);
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
          return x.first != y.first ? x.first < y.first : *x.second < *y.second;
        });
  });
  for (std::size_t i = 0; i < flags.size(); ++i) flags[i] = std::move(keyed[i].second);
}

}  // namespace claimtrail
