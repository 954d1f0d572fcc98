#include <regex>
#include <utility>

#include <fmt/format.h>

#include "rules/evaluator/open_sides.h"
#include "rules/evaluator/raise.h"
#include "rules/in_parallel.h"

namespace claimtrail {
namespace {

constexpr std::size_t kWorthAThread = 50;

/// The flags of the rule beside those that the test says are open.
std::vector<RaisedFlag> raise(const RuleSet& rules, std::size_t index, const RuleTest& test,
                              const Evidence& evidence) {
  std::vector<RaisedFlag> flags = evaluate_some(rules, {index}, evidence);
  std::vector<RaisedFlag*> raised;
  for (RaisedFlag& flag : flags) raised.push_back(&flag);
  std::vector<RaisedFlag> others;
  for (const TestFlag& one : test.flags) {
    RaisedFlag& other = others.emplace_back();
    for (const std::vector<std::string>& claims : one.sides) other.sides.push_back({"", claims});
  }
  std::vector<const RaisedFlag*> open;
  for (const RaisedFlag& other : others) open.push_back(&other);
  settle_severities(raised, open);
  return flags;
}

RuleTestResult run(const RuleSet& rules, std::size_t index, const RuleTest& test) {
  const Rule& rule = rules.rules()[index];
  RuleTestResult result;
  result.rule = rule.id;
  result.name = test.name;
  result.file = rule.file;
  result.line = test.line;
  const Result<Evidence> evidence = build_evidence(test);
  result.detail = evidence ? compare_flags(test, raise(rules, index, test, *evidence))
                           : evidence.error().message;
  result.passed = result.detail.empty();
  return result;
}

}  // namespace

std::vector<RuleTestResult> run_rule_tests(const RuleSet& rules, const std::string& name_pattern) {
  std::vector<RuleTestResult> results;
  std::regex pattern;
  try {
    pattern = std::regex(name_pattern, std::regex::ECMAScript | std::regex::optimize);
  } catch (const std::regex_error& error) {
    RuleTestResult wrong;
    wrong.name = name_pattern;
    wrong.detail = fmt::format("'{}' is no regular expression: {}", name_pattern, error.what());
    return {wrong};
  }
  std::vector<std::pair<std::size_t, const RuleTest*>> wanted;
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    for (const RuleTest& test : rules.rules()[i].tests) {
      const std::string name = rules.rules()[i].id + "/" + test.name;
      if (name_pattern.empty() || std::regex_search(name, pattern)) wanted.emplace_back(i, &test);
    }
  }
  results.resize(wanted.size());
  each_in_parallel(wanted.size(), wanted.size() / kWorthAThread + 1, [&](std::size_t i) {
    results[i] = run(rules, wanted[i].first, *wanted[i].second);
  });
  return results;
}

}  // namespace claimtrail
