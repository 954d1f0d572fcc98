#include <array>
#include <cstdint>
#include <string>

#include "rules/language/expression.h"
#include "rules/reader/rule_test.h"

namespace {

using claimtrail::Evidence;
using claimtrail::RuleScope;

/// A world of two claims, so that what compiles is also evaluated.
const Evidence& small_world() {
  static const Evidence kEvidence = [] {
    claimtrail::RuleTest test;
    test.claims.resize(2);
    test.claims[0].id = "a";
    test.claims[0].figure = "120 killed";
    test.claims[0].claimant = "Ministry";
    test.claims[1].id = "b";
    test.claims[1].quote = "the last village has been set free";
    test.claims[1].report = "r";
    return std::move(*claimtrail::build_evidence(test));
  }();
  return kEvidence;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const claimtrail::World kWorld(small_world());
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<claimtrail::ExpressionProblem> wrong;
  const claimtrail::SyntaxTree tree = claimtrail::parse_expression(text, wrong);
  for (const auto& problem : wrong) {
    if (problem.offset > text.size()) __builtin_trap();
  }
  for (const RuleScope scope : {RuleScope::claim, RuleScope::pair, RuleScope::question}) {
    std::vector<claimtrail::CheckProblem> problems;
    std::set<std::string> used;
    const claimtrail::Expression expression = claimtrail::compile_expression(
        tree, scope, {}, claimtrail::ValueType::boolean, problems, used);
    if (!problems.empty() || !wrong.empty() || expression.root < 0) continue;
    claimtrail::Scratch scratch;
    const std::array<const claimtrail::Facts*, 2> group{&kWorld.facts[0], &kWorld.facts[1]};
    claimtrail::Subject subject;
    subject.world = &kWorld;
    if (scope == RuleScope::question) {
      subject.group = group;
    } else {
      subject.a = group[0];
      subject.b = group[1];
    }
    const bool holds = claimtrail::holds(expression, subject, scratch);
    const auto atoms = claimtrail::atoms_until_known(expression, subject, scratch);
    if (holds && atoms.empty() && !expression.atoms.empty()) __builtin_trap();
  }
  return 0;
}
