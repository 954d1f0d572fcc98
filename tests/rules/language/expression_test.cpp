#include "rules/language/expression.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Conditions : public ::testing::Test {
 protected:
  Definitions definitions_;

  std::vector<CheckProblem> problems(std::string_view source, RuleScope scope = RuleScope::pair,
                                     ValueType expected = ValueType::boolean) {
    std::vector<ExpressionProblem> wrong;
    const SyntaxTree tree = parse_expression(source, wrong);
    EXPECT_THAT(wrong.size(), 0U) << source;
    std::vector<CheckProblem> found;
    std::set<std::string> used;
    static_cast<void>(compile_expression(tree, scope, definitions_, expected, found, used));
    return found;
  }

  /// Code, offset and hint of the only mistake.
  std::string mistake(std::string_view source, RuleScope scope = RuleScope::pair) {
    const std::vector<CheckProblem> found = problems(source, scope);
    EXPECT_EQ(found.size(), 1U) << source;
    if (found.empty()) return "";
    const ExpressionProblem& one = found[0].problem;
    return fmt::format("{} {}: {}{}{}", one.offset, one.code, one.message,
                       one.hint.empty() ? "" : " | ", one.hint);
  }

  Expression compiled(std::string_view source, RuleScope scope = RuleScope::pair,
                      ValueType expected = ValueType::boolean) {
    std::vector<ExpressionProblem> wrong;
    std::vector<CheckProblem> found;
    std::set<std::string> used;
    Expression expression = compile_expression(parse_expression(source, wrong), scope, definitions_,
                                               expected, found, used);
    EXPECT_TRUE(wrong.empty() && found.empty()) << source;
    return expression;
  }
};

TEST_F(Conditions, NameAnUnknownFieldWithItsPlaceAndTheNearest) {
  EXPECT_EQ(
      mistake("a.polarity == b.polarity and a.claimnt == 'x'"),
      "29 unknown-field: unknown field 'a.claimnt' in a pair rule | did you mean 'a.claimant'?");
  EXPECT_THAT(mistake("hedge == 'denied'"), HasSubstr("write 'a.hedge' or 'b.hedge'"));
  EXPECT_THAT(mistake("change.kind == 'figure'", RuleScope::claim), HasSubstr("in a claim rule"));
}

TEST_F(Conditions, NameAnUnknownFunctionOrArgument) {
  EXPECT_THAT(mistake("disjont(a.figure, b.figure)"), HasSubstr("did you mean 'disjoint'?"));
  EXPECT_EQ(mistake("disjoint(a.figure, b.figure, real = 0.05)"),
            "36 unknown-argument: 'disjoint' has no argument 'real' | did you mean 'rel'?");
}

TEST_F(Conditions, TellTypesApart) {
  EXPECT_THAT(mistake("a.figure"), HasSubstr("expected a condition, but 'a.figure' is a figure"));
  EXPECT_THAT(mistake("a.figure == 3"), HasSubstr("'==' compares a figure with a number"));
  EXPECT_THAT(mistake("a.claimant < b.claimant"), HasSubstr("'<' cannot order a text"));
  EXPECT_THAT(mistake("a.as_of in ['x']"), HasSubstr("'in' asks whether a text is in a list"));
  EXPECT_THAT(mistake("a.claimant + 1 > 2"), HasSubstr("expected a number"));
  EXPECT_THAT(
      mistake("days(a.figure, b.figure) > 1"),
      HasSubstr("'days' does not take (figure, figure) | days(a: day range, b: day range)"));
  EXPECT_THAT(mistake("disjoint(a.figure)"), HasSubstr("does not take (figure)"));
  EXPECT_THAT(mistake("a.attributed and a.claimant"), HasSubstr("expected a condition"));
}

TEST_F(Conditions, RefuseWordsThatAFieldNeverHolds) {
  EXPECT_THAT(mistake("a.hedge == 'denyed'"), HasSubstr("did you mean 'denied'?"));
  EXPECT_EQ(mistake("a.hedge in ['claimed', 'said']").substr(0, 16), "23 unknown-value");
  EXPECT_THAT(mistake("'yes' == a.polarity"), HasSubstr("0 unknown-value"));
}

TEST_F(Conditions, ReportEveryMistakeNotOnlyTheFirst) {
  const std::vector<CheckProblem> found =
      problems("a.foo == 1 and b.bar == 2 or frob(a.figure) or a.hedge == 'x'");
  std::vector<std::string> codes;
  for (const CheckProblem& one : found) codes.push_back(one.problem.code);
  EXPECT_THAT(codes,
              ElementsAre("unknown-field", "unknown-field", "unknown-function", "unknown-value"));
}

TEST_F(Conditions, UseMacrosAndListsAndRefuseCycles) {
  std::vector<ExpressionProblem> wrong;
  definitions_.macros.emplace("voiced", parse_expression("a.attributed and b.attributed", wrong));
  definitions_.macros.emplace("one", parse_expression("two", wrong));
  definitions_.macros.emplace("two", parse_expression("not one", wrong));
  definitions_.macros.emplace("broken", parse_expression("a.nothing == 1", wrong));
  definitions_.lists["ours"] = {"Herald"};
  EXPECT_THAT(problems("voiced and a.outlet in ours"), IsEmpty());
  EXPECT_EQ(problems("one")[0].problem.code, "macro-cycle");
  const std::vector<CheckProblem> found = problems("voiced and broken");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].macro, "broken");
}

TEST_F(Conditions, StopMacrosThatGrowWithoutBound) {
  std::vector<ExpressionProblem> wrong;
  definitions_.macros.emplace("m0", parse_expression("a.attributed", wrong));
  for (int i = 1; i < 40; ++i) {
    definitions_.macros.emplace(fmt::format("m{}", i),
                                parse_expression(fmt::format("m{0} and m{0}", i - 1), wrong));
  }
  const std::vector<CheckProblem> found = problems("m39");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].problem.code, "expression-size");
}

class Values : public Conditions {
 protected:
  Values()
      : evidence_(worlds::evidence(R"yaml(
claims:
  - {id: x, figure: 120 killed, claimant: Ministry, as_of: 2025-04-26, published: 2025-04-27, includes: [gunman]}
  - {id: y, figure: over 100 killed, outlet: Herald, as_of: 2025-04-20/2025-04-24}
  - {id: z, statement: the bridge is closed, claimant: MAYOR, hedge: questioned}
)yaml")),
        world_(evidence_) {}

  const Facts* facts(const std::string& claim) const {
    for (const Facts& one : world_.facts) {
      const bool wanted = one.reading->claim().figures.empty() || one.reading->figure >= 0;
      if (one.reading->claim().id == claim && wanted) return &one;
    }
    return nullptr;
  }

  bool holds_for(std::string_view source, const char* a = "x", const char* b = "y") {
    Subject subject;
    subject.world = &world_;
    subject.a = facts(a);
    subject.b = facts(b);
    const Expression expression = compiled(source);
    return holds(expression, subject, scratch_);
  }

  Evidence evidence_;
  World world_;
  Scratch scratch_;
};

TEST_F(Values, CompareEveryType) {
  EXPECT_TRUE(holds_for("a.attributed and not b.attributed"));
  EXPECT_TRUE(holds_for("a.attributed == true and a.attributed != b.attributed"));
  EXPECT_TRUE(holds_for("a.low == 120 and a.low > b.low and b.low >= 100 and b.low <= 100"));
  EXPECT_TRUE(holds_for("a.claimant == 'Ministry' and b.claimant == 'Herald'"));
  EXPECT_TRUE(holds_for("a.as_of > b.as_of and b.as_of < a.as_of and a.as_of == a.as_of"));
  EXPECT_TRUE(holds_for("a.as_of >= a.as_of and not (a.as_of > a.as_of)"));
  EXPECT_TRUE(holds_for("a.figure == a.figure and a.figure != b.figure"));
  EXPECT_TRUE(holds_for("a.includes == a.includes and a.includes != b.includes"));
  EXPECT_FALSE(holds_for("a.figure < b.figure or a.figure > b.figure"));
}

TEST_F(Values, CallEveryFunction) {
  EXPECT_TRUE(holds_for("days(a.as_of, b.as_of) == 2 and days(a.as_of, a.as_of) == 0"));
  EXPECT_TRUE(holds_for("not disjoint(a.figure, b.figure) and overlaps(a.figure, b.figure)"));
  EXPECT_TRUE(holds_for("contains(b.figure, a.figure) and not contains(a.figure, b.figure)"));
  EXPECT_TRUE(holds_for("contains('the dam', 'dam') and contains(a.includes, 'gunman')"));
  EXPECT_TRUE(holds_for("prefix(a.claimant, 'Min') and lower(a.claimant) == 'ministry'"));
  EXPECT_TRUE(holds_for("abs(0 - 3) == 3 and count(a.includes) == 1 and count(['x', 'y']) == 2"));
  EXPECT_TRUE(
      holds_for("overlaps(a.includes, ['gunman']) and not overlaps(a.includes, b.includes)"));
  EXPECT_TRUE(holds_for("overlaps(a.as_of, a.as_of) and not overlaps(a.as_of, b.as_of)"));
  EXPECT_TRUE(holds_for("similar('the dam cracked', 'the dam cracked') == 1"));
  EXPECT_TRUE(holds_for("same_value(a.figure, a.figure) and comparable(a.figure, b.figure)"));
  EXPECT_TRUE(holds_for("ratio(a.figure, a.figure) == 1"));
}

TEST_F(Values, CalculateAndRefuseToDivideByZero) {
  EXPECT_TRUE(holds_for("a.low / 2 - 10 == 50 and -a.low == 0 - 120 and 2 + 3 * 4 == 14"));
  EXPECT_FALSE(holds_for("a.low / 0 == a.low / 0"));
  EXPECT_TRUE(holds_for("is_null(a.low / 0)"));
}

TEST_F(Values, MakeEveryAtomOnAnUnknownValueFalse) {
  EXPECT_TRUE(holds_for("is_null(b.high) and is_null(a.figure) and is_null(a.stance)", "z", "y"));
  EXPECT_FALSE(holds_for("a.figure == b.figure", "z", "y"));
  EXPECT_FALSE(holds_for("a.figure != b.figure", "z", "y"));
  EXPECT_FALSE(holds_for("disjoint(a.figure, b.figure)", "z", "y"));
  EXPECT_FALSE(holds_for("ratio(a.figure, b.figure) >= 0", "z", "y"));
  EXPECT_FALSE(holds_for("a.stance in ['affirms', 'denies']", "z", "y"));
  EXPECT_FALSE(holds_for("lower(a.quote) == 'x' or a.low + 1 > 0 or -a.low < 5", "z", "y"));
  EXPECT_TRUE(holds_for("not disjoint(a.figure, b.figure)", "z", "y"));
}

TEST_F(Values, StandInListsAndMacros) {
  std::vector<ExpressionProblem> wrong;
  definitions_.lists["officials"] = {"Ministry", "Mayor"};
  definitions_.macros.emplace("official", parse_expression("a.claimant in officials", wrong));
  EXPECT_TRUE(holds_for("official and b.claimant not in officials"));
}

TEST_F(Values, ExplainAtomsUpToTheDecidingOne) {
  Subject subject;
  subject.world = &world_;
  subject.a = facts("x");
  subject.b = facts("y");
  const Expression expression =
      compiled("a.attributed and a.low >= 121 and b.attributed or disjoint(a.figure, b.figure)");
  const std::vector<AtomValue> seen = atoms_until_known(expression, subject, scratch_);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[1].atom, "a.low >= 121");
  EXPECT_EQ(seen[1].values, "a.low = 120");
  EXPECT_FALSE(seen[1].holds);
  EXPECT_EQ(seen[2].atom, "disjoint(a.figure, b.figure)");
  EXPECT_THAT(seen[2].values, HasSubstr("a.figure = 120"));
  EXPECT_EQ(expression.atoms.size(), 4U);
}

TEST_F(Values, KnowWhatEachPartLooksAt) {
  const Expression expression = compiled(
      "a.attributed and b.low > 1 and disjoint(a.figure, b.figure) and pair.same_report and 1 == "
      "1");
  std::vector<int> touches;
  for (const int part : expression.conjuncts) touches.push_back(expression.at(part).touches);
  EXPECT_THAT(touches, ElementsAre(kFirst, kSecond, kFirst | kSecond, kBoth, kNothing));
}

TEST_F(Values, CountOverTheGroup) {
  std::vector<const Facts*> group;
  for (const Facts& one : world_.facts) group.push_back(&one);
  Subject subject;
  subject.world = &world_;
  subject.group = group;
  const auto group_holds = [&](std::string_view source) {
    return holds(compiled(source, RuleScope::question), subject, scratch_);
  };
  EXPECT_TRUE(group_holds("count(group) == 5 and count(group.figure) == 2"));
  EXPECT_TRUE(group_holds(
      "distinct(group.claimant) == 3 and max(group.low) == 120 and min(group.low) == 100"));
  EXPECT_TRUE(group_holds("earliest(group.as_of) < latest(group.as_of)"));
  EXPECT_THAT(mistake("group.claimant == 'x'", RuleScope::question),
              HasSubstr("stands for every member of the group"));
  EXPECT_THAT(mistake("max(group.claimant) > 1", RuleScope::question), HasSubstr("does not take"));
  EXPECT_THAT(mistake("distinct(group) > 1", RuleScope::question), HasSubstr("does not take"));
}

}  // namespace
}  // namespace claimtrail
