#include "rules/evaluator/judge.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/evaluator/window.h"

namespace claimtrail {
namespace {

Subject single(const World& world, const Facts& facts) {
  Subject subject;
  subject.world = &world;
  subject.a = &facts;
  return subject;
}

std::string shown(const FieldRow& row, const World& world, const Facts& facts) {
  return display(row.type, row.get(single(world, facts), facts));
}

std::string key(const FieldRow& row, const World& world, const Facts& facts) {
  return key_of(row, single(world, facts), facts);
}

enum class Keys { unknown, same, different };

/// What `key_of` would say of two readings, without making texts where the field holds one.
Keys compare_keys(const FieldRow& row, const World& world, const Facts& a, const Facts& b) {
  if (row.type == ValueType::text || row.type == ValueType::figure) {
    const auto get = row.key != nullptr ? row.key : row.get;
    const Value left = get(single(world, a), a);
    const Value right = get(single(world, b), b);
    if (!left.known || !right.known || left.text.empty() || right.text.empty()) {
      return Keys::unknown;
    }
    return left.text == right.text ? Keys::same : Keys::different;
  }
  const std::string left = key(row, world, a);
  const std::string right = key(row, world, b);
  if (left.empty() || right.empty()) return Keys::unknown;
  return left == right ? Keys::same : Keys::different;
}

std::string range_in_words(const std::optional<DayRange>& range) {
  return range ? display(*range) : "unknown days";
}

}  // namespace

std::string group_key(const Rule& rule, const Facts& facts) {
  std::string joined;
  Subject subject;
  subject.a = &facts;
  for (const FieldRow* row : rule.group_by) {
    const std::string part = key_of(*row, subject, facts);
    if (part.empty()) return {};
    joined += part;
    joined += '\x1e';
  }
  return joined;
}

Subject Judge::subject(const Facts& a) const { return single(world_, a); }

Subject Judge::subject(const Facts& a, const Facts& b) const {
  Subject subject = single(world_, a);
  subject.b = &b;
  return subject;
}

bool Judge::holds_for(const Rule& rule, const Subject& subject) {
  return holds(rule.where, subject, scratch_) && excepted(rule, subject, scratch_) == nullptr;
}

Joined Judge::condition(const Rule& rule, const Facts& first, const Facts& second) {
  if (holds_for(rule, subject(first, second))) return Joined::forward;
  return holds_for(rule, subject(second, first)) ? Joined::backward : Joined::no;
}

bool Judge::may_meet(const Rule& rule, const Facts& first, const Facts& second) {
  if (first.reading->claim().id == second.reading->claim().id) return false;
  for (const FieldRow* row : rule.group_by) {
    if (compare_keys(*row, world_, first, second) != Keys::same) return false;
  }
  if (compare_keys(*rule.position, world_, first, second) != Keys::different) return false;
  if (rule.distinct != nullptr &&
      compare_keys(*rule.distinct, world_, first, second) != Keys::different) {
    return false;
  }
  return in_window(rule, first, second);
}

bool Judge::yields(const Rule& rule, const Facts& first, const Facts& second) {
  for (const std::size_t index : rule.yields_to) {
    const Rule& other = rules_.rules()[index];
    if (!other.enabled) continue;
    for (const Facts& one : world_.with_claim_of(first)) {
      for (const Facts& two : world_.with_claim_of(second)) {
        const bool in_order = &one < &two;
        if (joins(other, in_order ? one : two, in_order ? two : one) != Joined::no) return true;
      }
    }
  }
  return false;
}

Joined Judge::joins(const Rule& rule, const Facts& first, const Facts& second) {
  if (!may_meet(rule, first, second)) return Joined::no;
  const Joined joined = condition(rule, first, second);
  return joined != Joined::no && yields(rule, first, second) ? Joined::no : joined;
}

bool Judge::raises(const Rule& rule, const Facts& facts) {
  if (!holds_for(rule, subject(facts))) return false;
  for (const std::size_t index : rule.yields_to) {
    const Rule& other = rules_.rules()[index];
    if (!other.enabled) continue;
    for (const Facts& reading : world_.with_claim_of(facts)) {
      if (raises(other, reading)) return false;
    }
  }
  return true;
}

std::vector<Gate> gates_of(const Rule& rule, const World& world, const Facts& a, const Facts& b) {
  std::vector<Gate> gates;
  const auto failed = [&gates](bool passed, std::string words) {
    Gate& gate = gates.emplace_back();
    gate.words = std::move(words);
    gate.passed = passed;
    return !passed;
  };
  if (failed(a.reading->claim().id != b.reading->claim().id, "they are different claims"))
    return gates;
  for (const FieldRow* row : rule.group_by) {
    const std::string left = key(*row, world, a);
    const bool same = !left.empty() && left == key(*row, world, b);
    if (failed(same, fmt::format("the same {}: {} and {}", row->name, shown(*row, world, a),
                                 shown(*row, world, b)))) {
      return gates;
    }
  }
  const std::string position_a = key(*rule.position, world, a);
  const std::string position_b = key(*rule.position, world, b);
  const bool apart = !position_a.empty() && !position_b.empty() && position_a != position_b;
  if (failed(apart,
             fmt::format("different positions ({}): {} and {}", rule.position->name,
                         shown(*rule.position, world, a), shown(*rule.position, world, b)))) {
    return gates;
  }
  if (rule.distinct != nullptr) {
    const std::string left = key(*rule.distinct, world, a);
    const std::string right = key(*rule.distinct, world, b);
    if (failed(!left.empty() && !right.empty() && left != right,
               fmt::format("distinct {}: {} and {}", rule.distinct->name,
                           shown(*rule.distinct, world, a), shown(*rule.distinct, world, b)))) {
      return gates;
    }
  }
  if (rule.window) {
    const Question* question = a.question == b.question ? a.question : nullptr;
    const std::optional<int> days = window_days(rule, question);
    static_cast<void>(failed(
        in_window(rule, a, b),
        fmt::format("in the window of {} ({}, {}): {} and {}", rule.window->field->name,
                    question == nullptr ? "point" : question->behaves,
                    days ? fmt::format("{} days", *days) : "any gap",
                    range_in_words(window_range(rule, a)), range_in_words(window_range(rule, b)))));
  }
  return gates;
}

}  // namespace claimtrail
