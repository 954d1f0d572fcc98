#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/reader/rule_test.h"

namespace claimtrail {
namespace {

using Sides = std::vector<std::vector<std::string>>;

Sides sorted(Sides sides) {
  for (std::vector<std::string>& side : sides) std::sort(side.begin(), side.end());
  std::sort(sides.begin(), sides.end());
  return sides;
}

Sides sides_of(const RaisedFlag& flag) {
  Sides sides;
  for (const Side& side : flag.sides) sides.push_back(side.claims);
  return sides;
}

bool fits(const TestExpectation& expected, const RaisedFlag& flag) {
  if (expected.severity && *expected.severity != flag.severity) return false;
  if (expected.side_count && *expected.side_count != flag.sides.size()) return false;
  if (expected.sides && sorted(*expected.sides) != sorted(sides_of(flag))) return false;
  if (expected.context && sorted({*expected.context}) != sorted({flag.context})) return false;
  if (expected.question && *expected.question != flag.question) return false;
  return !expected.message || flag.message.find(*expected.message) != std::string::npos;
}

/// Gives each expectation a flag of its own; expectations are few, so trying is cheap.
bool assign(const RuleTest& test, const std::vector<RaisedFlag>& raised, std::size_t next,
            std::vector<bool>& taken) {
  if (next == test.expect.size()) return true;
  for (std::size_t i = 0; i < raised.size(); ++i) {
    if (taken[i] || !fits(test.expect[next], raised[i])) continue;
    taken[i] = true;
    if (assign(test, raised, next + 1, taken)) return true;
    taken[i] = false;
  }
  return false;
}

std::string sides_in_words(const Sides& sides) {
  std::vector<std::string> words;
  for (const std::vector<std::string>& side : sides) {
    words.push_back(fmt::format("[{}]", fmt::join(side, ", ")));
  }
  return fmt::format("[{}]", fmt::join(words, ", "));
}

std::string in_words(const TestExpectation& expected) {
  std::vector<std::string> parts;
  if (expected.severity)
    parts.push_back(fmt::format("severity: {}", to_string(*expected.severity)));
  if (expected.side_count) parts.push_back(fmt::format("sides: {}", *expected.side_count));
  if (expected.sides) parts.push_back("sides: " + sides_in_words(sorted(*expected.sides)));
  if (expected.context)
    parts.push_back(fmt::format("context: [{}]", fmt::join(*expected.context, ", ")));
  if (expected.question) parts.push_back("question: " + *expected.question);
  if (expected.message) parts.push_back("message with: " + *expected.message);
  return parts.empty() ? "any flag" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string in_words(const RaisedFlag& flag) {
  return fmt::format("severity: {}, sides: {}, context: [{}], message: {}",
                     to_string(flag.severity), sides_in_words(sorted(sides_of(flag))),
                     fmt::join(flag.context, ", "), flag.message);
}

template <class List>
std::string listed(const char* title, const List& list) {
  std::string text = fmt::format(
      "{} {}", title, list.size() == 1 ? "1 flag" : fmt::format("{} flags", list.size()));
  for (const auto& one : list) text += "\n  " + in_words(one);
  return text;
}

}  // namespace

std::string compare_flags(const RuleTest& test, const std::vector<RaisedFlag>& raised) {
  std::vector<bool> taken(raised.size());
  if (raised.size() == test.expect.size() && assign(test, raised, 0, taken)) return {};
  return listed("expected", test.expect) + "\n" + listed("got", raised);
}

}  // namespace claimtrail
