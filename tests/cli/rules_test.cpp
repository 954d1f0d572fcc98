#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using RulesTest = ProgramTest;

TEST_F(RulesTest, ListsAndShowsTheBuiltInRules) {
  const auto rules = json_lines(program.run({"rules", "list", "--json"}));
  ASSERT_GE(rules.size(), 7u);
  bool found = false;
  for (const auto& rule : rules) found = found || text_of(rule, "id") == "figure-conflict";
  EXPECT_TRUE(found);
  const auto show = program.run({"rules", "show", "figure-conflict"});
  EXPECT_EQ(show.status, 0);
  EXPECT_NE(show.out.find("where"), std::string::npos);
  const auto wrong = program.run({"rules", "show", "figure-conflct"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_NE(wrong.err.find("did you mean 'figure-conflict'?"), std::string::npos) << wrong.err;
}

TEST_F(RulesTest, TheBuiltInTestsPass) {
  const auto run = program.run({"rules", "test", "--json", "builtin"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_GE(json_lines(run).size(), 14u);
  const auto some = json_lines(program.run({"rules", "test", "--json", "--run", "silent-edit"}));
  EXPECT_FALSE(some.empty());
  EXPECT_EQ(program.run({"rules", "test", "--run", "("}).status, 2);
}

TEST_F(RulesTest, AFailingTestEndsWithOne) {
  program.write(
      "own.yaml",
      "schema: claimtrail-rules/1\n"
      "rules:\n"
      "  - id: own\n"
      "    title: Own\n"
      "    status: test\n"
      "    scope: pair\n"
      "    match: {group_by: [question], distinct: claimant}\n"
      "    where: \"disjoint(a.figure, b.figure)\"\n"
      "    severity: info\n"
      "    message: \"{a.figure}\"\n"
      "    tests:\n"
      "      - name: expects what never comes\n"
      "        claims: [{id: a, figure: 5, claimant: A}, {id: b, figure: 5, claimant: B}]\n"
      "        expect: [{sides: [[a], [b]]}]\n");
  const auto run = program.run({"rules", "test", "own.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("own.yaml:"), std::string::npos) << run.err;
}

TEST_F(RulesTest, CheckTellsEveryMistakeOfAPack) {
  program.write(
      "own.yaml",
      "schema: claimtrail-rules/1\nrules:\n  - id: x\n    scop: pair\n    severty: info\n");
  const auto run = program.run({"rules", "check", "own.yaml"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("own.yaml:4:"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("own.yaml:5:"), std::string::npos) << run.err;
  EXPECT_EQ(program.run({"rules", "check"}).status, 0);
}

TEST_F(RulesTest, ExplainNamesUnknownClaims) {
  const auto run = program.run({"rules", "explain", "figure-conflict", "no-claim", "other"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("no-claim"), std::string::npos) << run.err;
}

TEST_F(RulesTest, ExplainPrintsWhyTwoClaimsDoNotConflict) {
  program.write("dam.txt", dam_report());
  ASSERT_EQ(program.run({"add", "dam.txt"}).status, 0);
  const auto claims = json_lines(program.run({"claims", "--json"}));
  const auto run = program.run({"rules", "explain", "--why-not", "figure-conflict",
                                text_of(claims.at(0), "id"), text_of(claims.at(1), "id")});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_FALSE(run.out.empty());
}

}  // namespace
}  // namespace claimtrail
