#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/quantity/compare.h"

#include "rules/evaluator/circles.h"
#include "rules/evaluator/components.h"
#include "rules/evaluator/likeness.h"
#include "rules/evaluator/raise.h"
#include "rules/evaluator/window.h"

namespace claimtrail {
namespace {

/// A reading that may take part, with everything the gates ask worked out. Keys are numbered within
/// the group: equal numbers, equal keys.
struct Member {
  std::uint32_t facts = 0;
  std::uint32_t position = 0;
  std::uint32_t distinct = 0;
  bool can_be_a = false;
  bool can_be_b = false;
  std::optional<DayRange> range;
  std::uint32_t kind = 0;  ///< readings that are alike have one number, in large groups
};

struct Group {
  std::vector<Member> members;          ///< in the world's order
  std::vector<std::uint32_t> examples;  ///< by number of position: facts that hold it
};

using Numbering = std::unordered_map<std::string, std::uint32_t>;

std::uint32_t number_of(Numbering& numbering, std::string key) {
  const auto next = static_cast<std::uint32_t>(numbering.size());
  return numbering.emplace(std::move(key), next).first->second;
}

// What bounds the work in one group. Up to kMostPairs pairs everything is asked, which is every
// group of 1,000 readings; from kMany readings on those that are alike are asked once. Beyond, who
// stands on a side already is asked no more, and the others are held against kMostAskedLater
// readings spread over the whole group: no conflict that most readings of a side have is lost, but
// a flag of such a group may be one severity too low, and a claim in it stand on no side.
constexpr std::size_t kMostPairs = 500'000;
constexpr std::size_t kMostAskedLater = 16;
constexpr std::size_t kMany = 300;

class PairEvaluation {
 public:
  PairEvaluation(const Rule& rule, Judge& judge)
      : rule_(rule), judge_(judge), world_(judge.world()) {
    for (const int part : rule.where.conjuncts) {
      const std::uint8_t touches = rule.where.at(part).touches;
      if (touches == kFirst) only_a_.push_back(part);
      if (touches == kSecond) only_b_.push_back(part);
    }
  }

  void run(std::vector<RaisedFlag>& flags) {
    const Grouping& grouping = judge_.groupings().by(rule_.group_by);
    positions_ = &judge_.groupings().column(*rule_.position);
    distinct_ = rule_.distinct == nullptr ? nullptr : &judge_.groupings().column(*rule_.distinct);
    for (std::size_t number = 0; number < grouping.size(); ++number) {
      if (!may_differ(grouping.members(number))) continue;
      Group group = group_of(grouping.members(number));
      if (group.examples.size() < 2) continue;
      Components components(group.examples.size(), group.members.size(), rule_.highest());
      number_kinds(group);
      std::size_t asked = 0;
      const bool all = each_candidate(group, [&](std::uint32_t i, std::uint32_t j) {
        judge_pair(group, i, j, components);
        return ++asked < kMostPairs;
      });
      if (!all) ask_the_others(group, components);
      raise(group, components, flags);
    }
  }

 private:
  /// The part of the condition that asks one reading alone is asked once a reading, not once a
  /// pair.
  bool can_be(const Facts& facts, const std::vector<int>& parts, bool first) {
    Subject subject = judge_.subject(facts);
    if (!first) subject.b = &facts;
    return std::all_of(parts.begin(), parts.end(), [&](int part) {
      return holds(rule_.where, part, subject, judge_.scratch());
    });
  }

  /// Most groups hold one position and are done with here.
  [[nodiscard]] bool may_differ(std::span<const std::uint32_t> members) const {
    if (members.size() < 2) return false;
    std::uint32_t first = 0;
    for (const std::uint32_t i : members) {
      const std::uint32_t position = positions_->at(i);
      if (position == 0) continue;
      if (first != 0 && position != first) return true;
      first = position;
    }
    return false;
  }

  Group group_of(std::span<const std::uint32_t> indices) {
    Group group;
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (const std::uint32_t i : indices) {
      const Facts& facts = world_.facts[i];
      if (positions_->at(i) == 0 || (distinct_ != nullptr && distinct_->at(i) == 0)) continue;
      Member member;
      member.facts = i;
      if (distinct_ != nullptr) member.distinct = distinct_->at(i);
      member.can_be_a = can_be(facts, only_a_, true);
      member.can_be_b = can_be(facts, only_b_, false);
      if (!member.can_be_a && !member.can_be_b) continue;
      if (rule_.window) member.range = window_range(rule_, facts);
      const auto next = static_cast<std::uint32_t>(group.examples.size());
      const auto [found, fresh] = numbers.emplace(positions_->at(i), next);
      if (fresh) group.examples.push_back(i);
      member.position = found->second;
      group.members.push_back(member);
    }
    return group;
  }

  void number_kinds(Group& group) {
    known_.clear();
    by_kind_ = group.members.size() >= kMany;
    if (!by_kind_) return;
    Numbering kinds;
    for (Member& member : group.members) {
      member.kind =
          number_of(kinds, likeness(judge_.rules(), rule_, world_, world_.facts[member.facts]));
    }
  }

  /// How the rule joins the two, other claims that lie in the window, and with what severity.
  struct Verdict {
    Joined joined = Joined::no;
    FlagSeverity severity = FlagSeverity::info;
  };

  Verdict judge(const Facts& a, const Facts& b) {
    Verdict verdict;
    if (!in_window(rule_, a, b)) return verdict;
    verdict.joined = judge_.condition(rule_, a, b);
    if (verdict.joined != Joined::no && judge_.yields(rule_, a, b)) verdict.joined = Joined::no;
    if (verdict.joined == Joined::no) return verdict;
    const bool forward = verdict.joined == Joined::forward;
    verdict.severity =
        severity_of(rule_, judge_.subject(forward ? a : b, forward ? b : a), judge_.scratch());
    return verdict;
  }

  Verdict judge_kinds(const Member& first, const Member& second) {
    const Facts& a = world_.facts[first.facts];
    const Facts& b = world_.facts[second.facts];
    if (!by_kind_) return judge(a, b);
    const std::uint64_t kinds = (std::uint64_t{first.kind} << 32U) | second.kind;
    const auto found = known_.find(kinds);
    return found != known_.end() ? found->second : known_.emplace(kinds, judge(a, b)).first->second;
  }

  /// Holds members that no pair has joined yet against some others, evenly spread.
  void ask_the_others(const Group& group, Components& components) {
    const std::size_t count = group.members.size();
    const std::size_t step = std::max<std::size_t>(1, count / kMostAskedLater);
    for (std::uint32_t i = 0; i < count; ++i) {
      for (std::size_t k = i % step; k < count && !components.takes_part(i); k += step) {
        const auto j = static_cast<std::uint32_t>(k);
        if (i != j) judge_pair(group, std::min(i, j), std::max(i, j), components);
      }
    }
  }

  /// Calls `visit(i, j)`, i < j, for every two members that may lie in the window: a sweep over
  /// days where the window bounds the gap, else every two. False when `visit` ended it.
  template <class Visit>
  bool each_candidate(const Group& group, Visit visit) {
    const auto count = static_cast<std::uint32_t>(group.members.size());
    const std::optional<int> most = rule_.window ? largest_gap(group) : std::nullopt;
    if (!most) {
      for (std::uint32_t i = 0; i < count; ++i) {
        for (std::uint32_t j = i + 1; j < count; ++j) {
          if (!visit(i, j)) return false;
        }
      }
      return true;
    }
    std::vector<std::uint32_t> dated;
    std::vector<std::uint32_t> undated;
    for (std::uint32_t i = 0; i < count; ++i)
      (group.members[i].range ? dated : undated).push_back(i);
    std::sort(dated.begin(), dated.end(), [&](std::uint32_t a, std::uint32_t b) {
      return *group.members[a].range < *group.members[b].range;
    });
    for (std::size_t i = 0; i < dated.size(); ++i) {
      const Day reach = group.members[dated[i]].range->to + std::chrono::days{*most};
      for (std::size_t j = i + 1; j < dated.size(); ++j) {
        if (group.members[dated[j]].range->from > reach) break;
        if (!visit(std::min(dated[i], dated[j]), std::max(dated[i], dated[j]))) return false;
      }
    }
    for (const std::uint32_t i : undated) {
      for (const std::uint32_t j : dated) {
        if (!visit(std::min(i, j), std::max(i, j))) return false;
      }
    }
    for (std::size_t i = 0; i < undated.size(); ++i) {
      for (std::size_t j = i + 1; j < undated.size(); ++j) {
        if (!visit(undated[i], undated[j])) return false;
      }
    }
    return true;
  }

  /// The largest window of any question in the group; nothing when one has none.
  std::optional<int> largest_gap(const Group& group) const {
    int largest = *window_days(rule_, nullptr);
    for (const Member& member : group.members) {
      const std::optional<int> days = window_days(rule_, world_.facts[member.facts].question);
      if (!days) return std::nullopt;
      largest = std::max(largest, *days);
    }
    return largest;
  }

  void judge_pair(const Group& group, std::uint32_t i, std::uint32_t j, Components& components) {
    const Member& first = group.members[i];
    const Member& second = group.members[j];
    if (first.position == second.position) return;
    if (rule_.distinct != nullptr && first.distinct == second.distinct) return;
    const bool either_way =
        (first.can_be_a && second.can_be_b) || (second.can_be_a && first.can_be_b);
    if (!either_way) return;
    JoinedPair pair{first.facts, second.facts, rule_.severity};
    if (components.settled(first.position, i, second.position, j, pair)) return;
    if (world_.facts[first.facts].reading->claim().id ==
        world_.facts[second.facts].reading->claim().id) {
      return;
    }
    const Verdict verdict = judge_kinds(first, second);
    if (verdict.joined == Joined::no) return;
    if (verdict.joined == Joined::backward) std::swap(pair.a, pair.b);
    pair.severity = verdict.severity;
    components.join(first.position, i, second.position, j, pair);
  }

  void raise(const Group& group, const Components& components, std::vector<RaisedFlag>& flags) {
    std::unordered_map<std::uint32_t, std::vector<FlagMember>> sets;
    for (std::uint32_t i = 0; i < group.members.size(); ++i) {
      if (!components.takes_part(i)) continue;
      const Member& member = group.members[i];
      sets[components.root_of(member.position)].push_back(
          {member.facts, position_key(group.examples[member.position])});
    }
    const std::string key = group_key(rule_, world_.facts[group.members.front().facts]);
    for (const auto& [root, members] : sets) {
      RaisedFlag flag = begin_flag(rule_);
      flag.circle = circle_of(rule_, world_.facts[members.front().facts]);
      add_sides(flag, rule_, world_, members);
      flag.scope_key = scope_key(flag, key, members);
      const std::vector<JoinedPair>& told = components.told(root);
      flag.severity = told.front().severity;
      for (const JoinedPair& pair : told) {
        const Subject subject = judge_.subject(world_.facts[pair.a], world_.facts[pair.b]);
        if (&pair == &told.front()) flag.message = message_of(rule_, subject, judge_.scratch());
        flag.why.push_back(why(rule_, subject, judge_.scratch()));
      }
      add_context(flag, group, components, members);
      flags.push_back(std::move(flag));
    }
  }

  [[nodiscard]] std::string position_key(std::uint32_t facts) const {
    return key_of(*rule_.position, judge_.subject(world_.facts[facts]), world_.facts[facts]);
  }

  std::string scope_key(const RaisedFlag& flag, const std::string& key,
                        const std::vector<FlagMember>& members) const {
    if (rule_.groups_by("report")) return world_.facts[members.front().facts].report->id;
    if (!flag.question.empty()) return flag.question;
    std::string readable = key.substr(0, key.size() - 1);
    std::replace_if(
        readable.begin(), readable.end(), [](char c) { return c == '\x1e' || c == '\x1f'; }, '/');
    return readable;
  }

  /// What the claims of one side give: one of its figures, and the days they count for; unknown
  /// days once.
  struct SideFacts {
    const Figure* figure = nullptr;
    std::set<std::optional<DayRange>> days;
  };

  /// Claims of the group that no pair joined and whose figure fits every side, in the window of one
  /// claim of each: "over 10,000" beside 11,000 and 12,000. Only figures can fit.
  void add_context(RaisedFlag& flag, const Group& group, const Components& components,
                   const std::vector<FlagMember>& members) {
    if (rule_.position->name != "figure") return;
    std::vector<SideFacts> sides;
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (const FlagMember& member : members) {
      const auto [found, fresh] = numbers.emplace(member.position, sides.size());
      if (fresh) sides.emplace_back();
      const Facts& facts = world_.facts[member.facts];
      SideFacts& side = sides[found->second];
      if (side.figure == nullptr) side.figure = facts.reading->quantity();
      if (rule_.window) side.days.insert(window_range(rule_, facts));
    }
    std::vector<int> fits(group.examples.size(), -1);
    for (std::uint32_t i = 0; i < group.members.size(); ++i) {
      if (components.takes_part(i)) continue;
      const Facts& facts = world_.facts[group.members[i].facts];
      int& fit = fits[group.members[i].position];
      if (fit < 0) fit = fits_figures(*facts.reading->quantity(), sides) ? 1 : 0;
      if (fit == 0 || !near_every_side(facts, sides)) continue;
      flag.context.push_back(facts.reading->claim().id);
    }
    sort_unique(flag.context);
  }

  static bool fits_figures(const Figure& figure, const std::vector<SideFacts>& sides) {
    return std::all_of(sides.begin(), sides.end(), [&](const SideFacts& side) {
      return comparable(figure, *side.figure) && !disjoint(figure, *side.figure);
    });
  }

  /// Near in days alone: a running total that grew since still stands beside the sides.
  bool near_every_side(const Facts& facts, const std::vector<SideFacts>& sides) const {
    if (!rule_.window) return true;
    const std::optional<int> most = window_days(rule_, facts.question);
    const std::optional<DayRange> range = window_range(rule_, facts);
    if (!most || !range) return true;
    return std::all_of(sides.begin(), sides.end(), [&](const SideFacts& side) {
      return std::any_of(side.days.begin(), side.days.end(),
                         [&](const std::optional<DayRange>& days) {
                           return !days || days_between(*range, *days) <= *most;
                         });
    });
  }

  const Rule& rule_;
  Judge& judge_;
  const World& world_;
  std::vector<int> only_a_;
  std::vector<int> only_b_;
  KeyColumn* positions_ = nullptr;
  KeyColumn* distinct_ = nullptr;  ///< null: the rule asks for none
  bool by_kind_ = false;
  std::unordered_map<std::uint64_t, Verdict> known_;
};

}  // namespace

void evaluate_pairs(const Rule& rule, Judge& judge, std::vector<RaisedFlag>& flags) {
  PairEvaluation(rule, judge).run(flags);
}

}  // namespace claimtrail
