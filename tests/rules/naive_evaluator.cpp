#include "tests/rules/naive_evaluator.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/quantity/compare.h"

namespace claimtrail::naive {
namespace {

using Key = std::vector<std::string>;

struct Pair {
  std::size_t a = 0;  ///< as the rule means them
  std::size_t b = 0;
  FlagSeverity severity = FlagSeverity::info;

  [[nodiscard]] auto order() const {
    return std::make_tuple(-static_cast<int>(severity), std::min(a, b), std::max(a, b));
  }
};

class Evaluator {
 public:
  Evaluator(const RuleSet& rules, const Evidence& evidence) : rules_(rules), world_(evidence) {
    for (const Facts& facts : world_.facts) readings_.push_back(&facts);
    std::sort(readings_.begin(), readings_.end(), [](const Facts* a, const Facts* b) {
      const auto order = [](const Facts* facts) {
        return std::make_tuple(facts->report->published.value_or(Day::max()), facts->report->id,
                               facts->reading->claim().span.start, facts->reading->claim().id,
                               facts->reading->figure);
      };
      return order(a) < order(b);
    });
  }

  std::vector<RaisedFlag> run() {
    for (const Rule& rule : rules_.rules()) {
      if (!rule.enabled) continue;
      if (rule.scope == RuleScope::pair) pairs(rule);
      if (rule.scope == RuleScope::claim) claims(rule);
      if (rule.scope == RuleScope::question || rule.scope == RuleScope::report) groups(rule);
      if (rule.scope == RuleScope::revision) changes(rule);
    }
    return std::move(flags_);
  }

 private:
  Subject subject(const Facts* a, const Facts* b = nullptr) const {
    Subject subject;
    subject.world = &world_;
    subject.a = a;
    subject.b = b;
    return subject;
  }

  std::string key(const FieldRow* row, const Facts* facts) const {
    return key_of(*row, subject(facts), *facts);
  }

  /// Empty when a part is unknown.
  Key group(const Rule& rule, const Facts* facts) const {
    Key group;
    for (const FieldRow* row : rule.group_by) {
      group.push_back(key(row, facts));
      if (group.back().empty()) return {};
    }
    return group;
  }

  bool met(const Rule& rule, const Subject& asked) {
    if (!holds(rule.where, asked, scratch_)) return false;
    return std::none_of(
        rule.exceptions.begin(), rule.exceptions.end(),
        [&](const RuleException& one) { return holds(one.applies, asked, scratch_); });
  }

  static std::optional<DayRange> days_of(const Rule& rule, const Facts* facts,
                                         const std::string& behaves) {
    if (rule.window->field->name == "as_of") {
      if (facts->reading->as_of) return facts->reading->as_of;
      if (behaves == "point" || behaves == "fixed") return std::nullopt;
    } else if (rule.window->field->name == "first_seen") {
      const Day day = std::chrono::floor<std::chrono::days>(facts->reading->stored->first_seen);
      return DayRange{day, day + std::chrono::days{1}};
    }
    const std::optional<Day> day = facts->report->published;
    return day ? std::optional(DayRange{*day, *day + std::chrono::days{1}}) : std::nullopt;
  }

  /// The window as DESIGN words it: fixed, point, daily, running_total.
  bool near(const Rule& rule, const Facts* a, const Facts* b) const {
    if (!rule.window) return true;
    const bool as_of = rule.window->field->name == "as_of";
    const Question* question = a->question == b->question ? a->question : nullptr;
    const std::string behaves = as_of && question != nullptr ? question->behaves : "point";
    if (behaves == "fixed") return true;
    const int window = rule.window->days.value_or(question != nullptr ? question->window_days : 14);
    // A reading's days depend on its own question, as it is placed before it meets another.
    const auto days_for = [&](const Facts* facts) {
      return days_of(rule, facts, facts->question == nullptr ? "point" : facts->question->behaves);
    };
    const auto x = days_for(a);
    const auto y = days_for(b);
    if (behaves == "daily") {
      return x && y && *x == *y && (x->to - x->from).count() == 1;
    }
    if (!x || !y) return as_of && behaves == "point";
    const auto gap = std::max({(y->from - x->to).count(), (x->from - y->to).count(), 0L});
    if (gap > window) return false;
    if (behaves != "running_total" || x->overlaps(*y) || rule.position->name != "figure")
      return true;
    const bool one_day = a->report->published && a->report->published == b->report->published;
    if (one_day && gap == 0) return true;
    const Facts* later = x->from > y->from ? a : b;
    const Facts* earlier = later == a ? b : a;
    const Figure* now = later->reading->quantity();
    const Figure* before = earlier->reading->quantity();
    return now != nullptr && before != nullptr && now->high && before->low &&
           disjoint(*now, *before) && *now->high < *before->low;
  }

  bool may_meet(const Rule& rule, const Facts* a, const Facts* b) const {
    if (a->reading->claim().id == b->reading->claim().id) return false;
    const Key own = group(rule, a);
    if (own.empty() || own != group(rule, b)) return false;
    for (const FieldRow* row : {rule.position, rule.distinct}) {
      if (row == nullptr) continue;
      if (key(row, a).empty() || key(row, b).empty() || key(row, a) == key(row, b)) return false;
    }
    return near(rule, a, b);
  }

  /// Whether any readings of the two claims are joined by the rule.
  bool joins_claims(const Rule& rule, const std::string& first, const std::string& second) {
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      for (std::size_t j = i + 1; j < readings_.size(); ++j) {
        const std::string& a = readings_[i]->reading->claim().id;
        const std::string& b = readings_[j]->reading->claim().id;
        const bool meant = (a == first && b == second) || (a == second && b == first);
        if (meant && joined(rule, i, j)) return true;
      }
    }
    return false;
  }

  std::optional<Pair> joined(const Rule& rule, std::size_t i, std::size_t j) {
    const Facts* x = readings_[i];
    const Facts* y = readings_[j];
    if (!may_meet(rule, x, y)) return std::nullopt;
    std::optional<Pair> pair;
    if (met(rule, subject(y, x))) pair = Pair{j, i};
    if (met(rule, subject(x, y))) pair = Pair{i, j};
    if (!pair) return std::nullopt;
    for (const std::size_t other : rule.yields_to) {
      const Rule& first = rules_.rules()[other];
      if (first.enabled && joins_claims(first, x->reading->claim().id, y->reading->claim().id)) {
        return std::nullopt;
      }
    }
    pair->severity = rule.severity;
    for (const SeverityCase& one : rule.severity_when) {
      if (!holds(one.condition, subject(readings_[pair->a], readings_[pair->b]), scratch_))
        continue;
      pair->severity = one.severity;
      break;
    }
    return pair;
  }

  void pairs(const Rule& rule) {
    std::map<Key, std::vector<Pair>> groups;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      for (std::size_t j = i + 1; j < readings_.size(); ++j) {
        if (const auto pair = joined(rule, i, j))
          groups[group(rule, readings_[i])].push_back(*pair);
      }
    }
    for (auto& [own, found] : groups) {
      std::set<std::string> left;
      for (const Pair& pair : found) left.insert(position(rule, pair.a));
      while (!left.empty()) {
        std::set<std::string> reached{*left.begin()};
        for (std::size_t before = 0; before != reached.size();) {
          before = reached.size();
          for (const Pair& pair : found) {
            if (!reached.contains(position(rule, pair.a)) &&
                !reached.contains(position(rule, pair.b)))
              continue;
            reached.insert(position(rule, pair.a));
            reached.insert(position(rule, pair.b));
          }
        }
        std::vector<Pair> own_pairs;
        for (const Pair& pair : found) {
          if (reached.contains(position(rule, pair.a))) own_pairs.push_back(pair);
        }
        for (const std::string& one : reached) left.erase(one);
        raise(rule, own, std::move(own_pairs));
      }
    }
  }

  std::string position(const Rule& rule, std::size_t reading) const {
    return key(rule.position, readings_[reading]);
  }

  void raise(const Rule& rule, const Key& own, std::vector<Pair> found) {
    std::sort(found.begin(), found.end(),
              [](const Pair& x, const Pair& y) { return x.order() < y.order(); });
    std::set<std::size_t> members;
    for (const Pair& pair : found) members.insert({pair.a, pair.b});
    RaisedFlag flag = from(rule, {members.begin(), members.end()});
    flag.severity = found.front().severity;
    flag.message =
        message_of(rule, subject(readings_[found.front().a], readings_[found.front().b]), scratch_);
    for (std::size_t i = 0; i < found.size() && i < 20; ++i) {
      WhyPair pair;
      pair.a = readings_[found[i].a]->reading->claim().id;
      pair.b = readings_[found[i].b]->reading->claim().id;
      flag.why.push_back(std::move(pair));
    }
    flag.scope_key = flag.question;
    if (rule.groups_by("report")) {
      flag.scope_key = readings_[*members.begin()]->report->id;
    } else if (flag.question.empty()) {
      for (const std::string& part : own) {
        flag.scope_key += (flag.scope_key.empty() ? "" : "/") + part;
      }
      std::replace(flag.scope_key.begin(), flag.scope_key.end(), '\x1f', '/');
    }
    if (rule.position->name == "figure") context(rule, own, members, flag);
    flags_.push_back(std::move(flag));
  }

  /// A reading of the group that could stand on a side, stands on none, and fits every side.
  void context(const Rule& rule, const Key& own, const std::set<std::size_t>& members,
               RaisedFlag& flag) {
    std::set<std::string> found;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const Facts* facts = readings_[i];
      if (in_any_flag(rule, i) || group(rule, facts) != own ||
          facts->reading->quantity() == nullptr || !candidate(rule, facts)) {
        continue;
      }
      const bool fits = std::all_of(members.begin(), members.end(), [&](std::size_t other) {
        const Figure& side = *readings_[other]->reading->quantity();
        return comparable(*facts->reading->quantity(), side) &&
               !disjoint(*facts->reading->quantity(), side);
      });
      if (fits && near_all(rule, facts, members)) found.insert(facts->reading->claim().id);
    }
    flag.context.assign(found.begin(), found.end());
  }

  bool near_all(const Rule& rule, const Facts* facts, const std::set<std::size_t>& members) const {
    if (!rule.window) return true;
    const bool as_of = rule.window->field->name == "as_of" && facts->question != nullptr;
    const std::string behaves = as_of ? facts->question->behaves : "point";
    const int window =
        rule.window->days.value_or(facts->question == nullptr ? 14 : facts->question->window_days);
    const auto days = days_of(rule, facts, behaves);
    if (behaves == "fixed" || !days) return true;
    std::map<std::string, bool> near;
    for (const std::size_t other : members) {
      const Question* question = readings_[other]->question;
      const auto range =
          days_of(rule, readings_[other], question == nullptr ? "point" : question->behaves);
      const bool close = !range || std::max({(range->from - days->to).count(),
                                             (days->from - range->to).count(), 0L}) <= window;
      bool& any = near[position(rule, other)];
      any = any || close;
    }
    return std::all_of(near.begin(), near.end(), [](const auto& one) { return one.second; });
  }

  bool in_any_flag(const Rule& rule, std::size_t reading) {
    for (std::size_t other = 0; other < readings_.size(); ++other) {
      if (other == reading) continue;
      if (joined(rule, std::min(reading, other), std::max(reading, other))) return true;
    }
    return false;
  }

  /// What the condition asks of this reading alone holds, as `a` or as `b`.
  bool candidate(const Rule& rule, const Facts* facts) {
    const auto stands = [&](std::uint8_t side) {
      return std::all_of(rule.where.conjuncts.begin(), rule.where.conjuncts.end(), [&](int part) {
        return rule.where.at(part).touches != side ||
               holds(rule.where, part, subject(facts, facts), scratch_);
      });
    };
    const bool apart = rule.distinct == nullptr || !key(rule.distinct, facts).empty();
    return apart && (stands(kFirst) || stands(kSecond));
  }

  RaisedFlag from(const Rule& rule, const std::vector<std::size_t>& members) const {
    RaisedFlag flag;
    flag.rule = rule.id;
    flag.rule_version = rule.version;
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> sides;
    std::map<std::string, std::string> shown;
    std::set<std::string> reports;
    std::set<std::string> questions;
    for (const std::size_t member : members) {
      const Facts* facts = readings_[member];
      const std::string own = position(rule, member);
      if (!sides.contains(own)) {
        order.push_back(own);
        shown[own] = display(rule.position->type, rule.position->get(subject(facts), *facts));
      }
      sides[own].insert(facts->reading->claim().id);
      reports.insert(facts->report->id);
      questions.insert(facts->reading->question);
    }
    for (const std::string& own : order) {
      flag.sides.push_back({shown[own], {sides[own].begin(), sides[own].end()}});
    }
    flag.reports.assign(reports.begin(), reports.end());
    if (questions.size() == 1) flag.question = *questions.begin();
    return flag;
  }

  void claims(const Rule& rule) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> sets;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const std::string own = position(rule, i);
      if (own.empty() || !met(rule, subject(readings_[i]))) continue;
      const std::string& question = readings_[i]->reading->question;
      sets[{question.empty() ? readings_[i]->report->id : question, own}].push_back(i);
    }
    for (const auto& [scope, members] : sets) {
      RaisedFlag flag = from(rule, members);
      flag.scope_key = scope.first;
      flag.severity = rule.severity;
      flag.message = message_of(rule, subject(readings_[members.front()]), scratch_);
      for (std::size_t i = 0; i < members.size() && i < 20; ++i) {
        flag.why.emplace_back().a = readings_[members[i]]->reading->claim().id;
      }
      flags_.push_back(std::move(flag));
    }
  }

  void groups(const Rule& rule) {
    std::map<Key, std::vector<std::size_t>> sets;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const Key own = group(rule, readings_[i]);
      if (!own.empty()) sets[own].push_back(i);
    }
    for (const auto& [own, members] : sets) {
      std::vector<const Facts*> facts;
      std::vector<std::size_t> placed;
      for (const std::size_t member : members) {
        facts.push_back(readings_[member]);
        if (!position(rule, member).empty()) placed.push_back(member);
      }
      Subject asked;
      asked.world = &world_;
      asked.group = facts;
      if (rule.scope == RuleScope::report) asked.report = facts.front()->report;
      if (placed.empty() || !met(rule, asked)) continue;
      RaisedFlag flag = from(rule, placed);
      const bool of_report = rule.scope == RuleScope::report || flag.question.empty();
      flag.scope_key = of_report ? facts.front()->report->id : flag.question;
      flag.severity = rule.severity;
      for (auto one = rule.severity_when.rbegin(); one != rule.severity_when.rend(); ++one) {
        if (holds(one->condition, asked, scratch_)) flag.severity = one->severity;
      }
      asked.fills_open_side = true;
      FlagSeverity filled = rule.severity;
      for (auto one = rule.severity_when.rbegin(); one != rule.severity_when.rend(); ++one) {
        if (holds(one->condition, asked, scratch_)) filled = one->severity;
      }
      if (filled != flag.severity) flag.severity_if_fills = filled;
      flag.message = message_of(rule, asked, scratch_);
      flag.why.emplace_back().a = facts.front()->reading->claim().id;
      flags_.push_back(std::move(flag));
    }
  }

  void changes(const Rule& rule) {
    std::map<std::pair<std::string, std::string>, std::vector<const RevisionChange*>> edits;
    for (const RevisionChange* change : world_.changes) {
      if (met(rule, of(*change))) {
        edits[{world_.report_of(*change).id, claim_of(*change)}].push_back(change);
      }
    }
    for (const auto& [scope, list] : edits) {
      RaisedFlag flag;
      flag.rule = rule.id;
      flag.scope_key = scope.first;
      flag.reports = {scope.first};
      std::optional<FlagSeverity> highest;
      for (const RevisionChange* change : list) {
        FlagSeverity severity = rule.severity;
        for (auto one = rule.severity_when.rbegin(); one != rule.severity_when.rend(); ++one) {
          if (holds(one->condition, of(*change), scratch_)) severity = one->severity;
        }
        if (!highest || severity > *highest) {
          highest = severity;
          flag.message = message_of(rule, of(*change), scratch_);
        }
        for (const std::string& value : {change->was, change->is}) {
          const Side side{value, {scope.second}};
          if (!value.empty() &&
              std::find(flag.sides.begin(), flag.sides.end(), side) == flag.sides.end()) {
            flag.sides.push_back(side);
          }
        }
        flag.why.emplace_back().a = scope.second;
      }
      flag.severity = *highest;
      flags_.push_back(std::move(flag));
    }
  }

  Subject of(const RevisionChange& change) const {
    Subject subject;
    subject.world = &world_;
    subject.change = &change;
    subject.report = &world_.report_of(change);
    return subject;
  }

  const RuleSet& rules_;
  World world_;
  Scratch scratch_;
  std::vector<const Facts*> readings_;
  std::vector<RaisedFlag> flags_;
};

}  // namespace

std::vector<RaisedFlag> evaluate(const RuleSet& rules, const Evidence& evidence) {
  return Evaluator(rules, evidence).run();
}

}  // namespace claimtrail::naive
