#include "rules/language/syntax.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace claimtrail {
namespace {

/// The tree with every operation in parentheses.
std::string shape(const SyntaxTree& tree, int node) {
  const SyntaxNode& at = tree.at(node);
  std::string text;
  switch (at.kind) {
    case SyntaxKind::number:
    case SyntaxKind::truth:
    case SyntaxKind::name:
      return at.word;
    case SyntaxKind::text:
      return fmt::format("'{}'", at.word);
    case SyntaxKind::list:
    case SyntaxKind::call:
      text = at.kind == SyntaxKind::list ? "[" : fmt::format("{}(", at.word);
      for (std::size_t i = 0; i < at.children.size(); ++i) {
        if (i > 0) text += " ";
        if (at.kind == SyntaxKind::call && !at.names[i].empty())
          text.append(at.names[i]).append("=");
        text += shape(tree, at.children[i]);
      }
      return text.append(at.kind == SyntaxKind::list ? "]" : ")");
    default:
      break;
  }
  text = fmt::format("({}", at.word);
  for (const int child : at.children) text.append(" ").append(shape(tree, child));
  return text.append(")");
}

std::string parsed(std::string_view source) {
  std::vector<ExpressionProblem> problems;
  const SyntaxTree tree = parse_expression(source, problems);
  return tree.root < 0 ? "" : shape(tree, tree.root);
}

ExpressionProblem mistake(std::string_view source) {
  std::vector<ExpressionProblem> problems;
  const SyntaxTree tree = parse_expression(source, problems);
  EXPECT_EQ(tree.root, -1) << source;
  EXPECT_EQ(problems.size(), 1U) << source;
  return problems.empty() ? ExpressionProblem{} : problems[0];
}

TEST(ParseExpression, BindsNotTighterThanAndTighterThanOr) {
  EXPECT_EQ(parsed("a or b and not c"), "(or a (and b (not c)))");
  EXPECT_EQ(parsed("(a or b) and c"), "(and (or a b) c)");
  EXPECT_EQ(parsed("not a == b"), "(not (== a b))");
}

TEST(ParseExpression, BindsArithmeticTighterThanComparison) {
  EXPECT_EQ(parsed("a + 2 * -b >= 3 - 1 - 1"), "(>= (+ a (* 2 (- b))) (- (- 3 1) 1))");
}

TEST(ParseExpression, ReadsCallsWithNamedArguments) {
  EXPECT_EQ(parsed("disjoint(a.figure, b.figure, rel = 0.05)"),
            "disjoint(a.figure b.figure rel=0.05)");
  EXPECT_EQ(parsed("count()"), "count()");
}

TEST(ParseExpression, ReadsListsAndBothKindsOfQuotationMarks) {
  EXPECT_EQ(parsed("a.hedge in ['claimed', \"it's\"]"), "(in a.hedge ['claimed' 'it's'])");
  EXPECT_EQ(parsed("a not in b"), "(not (in a b))");
}

TEST(ParseExpression, KeepsTheAuthorsWordsOfEveryPart) {
  std::vector<ExpressionProblem> problems;
  const std::string source = "a == 1 and ( b or c )";
  const SyntaxTree tree = parse_expression(source, problems);
  ASSERT_GE(tree.root, 0);
  EXPECT_EQ(tree.written(tree.root), source);
  EXPECT_EQ(tree.written(tree.at(tree.root).children[0]), "a == 1");
  EXPECT_EQ(tree.written(tree.at(tree.root).children[1]), "( b or c )");
}

TEST(ParseExpression, SaysWhereItStoppedAndWhatToWrite) {
  EXPECT_EQ(mistake("a == ").offset, 5U);
  EXPECT_EQ(mistake("a = 1").hint, "to compare, write '=='");
  EXPECT_EQ(mistake("a && b").hint, "write 'and'");
  EXPECT_EQ(mistake("a || b").hint, "write 'or'");
  EXPECT_EQ(mistake("!a").hint, "write 'not'");
  EXPECT_EQ(mistake("(a and b").offset, 8U);
  EXPECT_EQ(mistake("a b").offset, 2U);
  EXPECT_EQ(mistake("a == 'x").offset, 5U);
  EXPECT_EQ(mistake("a == null").offset, 5U);
  EXPECT_EQ(mistake("1.2.3 == a").offset, 0U);
  EXPECT_EQ(mistake("a in [b]").offset, 6U);
  EXPECT_EQ(mistake("a not b").offset, 6U);
  EXPECT_EQ(mistake("f(a, b = )").offset, 9U);
  EXPECT_EQ(mistake("").message, "the expression is empty");
  EXPECT_EQ(mistake("a == \xff").offset, 5U);
}

TEST(ParseExpression, EndsHostileNestingWithAMistake) {
  EXPECT_EQ(mistake(std::string(600, '(') + "a" + std::string(600, ')')).message,
            "nested too deep");
  EXPECT_EQ(mistake(std::string(600, '-') + "1").message, "nested too deep");
  std::string nots;
  for (int i = 0; i < 600; ++i) nots += "not ";
  EXPECT_EQ(mistake(nots + "a").message, "nested too deep");
  EXPECT_EQ(mistake(std::string(9000, 'a')).message, "the expression is longer than 8 KiB");
}

TEST(ParseExpression, ReadsLongChainsWithoutNesting) {
  std::string chain = "a";
  for (int i = 0; i < 1000; ++i) chain += " or a";
  EXPECT_FALSE(parsed(chain).empty());
}

}  // namespace
}  // namespace claimtrail
